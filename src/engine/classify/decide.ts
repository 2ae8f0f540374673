import type {
  AwaitExpression,
  CallExpression,
  ExportSpecifier,
  Identifier,
  ImportSpecifier,
  MemberExpression,
  Node,
  ObjectProperty,
  OptionalMemberExpression,
} from '@babel/types';
import { message } from '../../messages/format';
import type { ApiRule } from '../../migrations/index';
import { isFeatureQuery } from '../analyze';
import { type OptionalChain, optionalChainOf } from '../edit/optional-chain';
import { reasonOnHosts } from '../lookalikes';
import { nameOf, staticString, TYPE_PARENTS, wrapped } from '../parse/syntax';
import type { NodePath } from '../parse/traverse';
import { hasEffects } from '../resolve/effects';
import { type FeatureTest, membershipTest } from '../resolve/feature-test';
import { given, type Origin } from '../resolve/origin';
import { defaultOf } from '../resolve/patterns';
import { TARO_MODULE } from '../resolve/platform';
import { definesItself, isOwnDefinition, takesNoOptions } from '../resolve/receivers';
import type { Resolver } from '../resolve/resolver';
import { type Binding, bindingOf, isUnbound } from '../resolve/scope';
import { callbacksIn, useOf } from '../resolve/use';
import { isRestWithout, requiredModule } from '../resolve/values';
import type { RewriteOptions } from '../types';
import { ignored, manual, type Reason, rewritten } from './verdicts';

/** The change that a `rewritten` verdict stands for, before the runtime's local name is known. */
export type Change =
  | { type: 'member'; path: NodePath<MemberExpression | OptionalMemberExpression> }
  | { type: 'reference'; path: NodePath<Identifier> }
  | { type: 'property'; path: NodePath<ObjectProperty> }
  | { type: 'export'; path: NodePath<ExportSpecifier> }
  | { type: 'string'; path: NodePath<Node>; value: string }
  | ({ type: 'test' } & FeatureTest);

/** What is to become of one candidate. */
export interface Decision {
  /** The node that the finding points at. */
  path: NodePath<Node>;
  api: string;
  reason: Reason;
  change?: Change;
  /** The `await` that goes together with the change. */
  unawait?: NodePath<AwaitExpression>;
  /** The chain that runs only where the API is there: `startRecord?.({}).then(f)`. */
  optional?: OptionalChain;
  /** Set for a feature test, which is rewritten where nothing that it guards stays. */
  test?: FeatureTest;
  /** The decision on the declaration that binds the name used here: where it falls, this one does too. */
  follows?: Decision;
  /** Set for an import specifier from Taro: its verdict follows from what becomes of its uses. */
  imported?: Binding;
}

/** What deciding on one candidate rests on. */
export interface DecideContext {
  resolver: Resolver;
  rule: ApiRule;
  api: string;
  /** How the replacement reads in messages: `recorder.start`. */
  replacement: string;
  /** What `canIUse` is to be asked for, and the runtime's module, for messages. */
  feature: string;
  runtime: string;
  /** What a feature test becomes: `recorder.supported`. */
  supported?: string;
  /** Major version of Taro. */
  taroVersion: number;
  decideMember: RewriteOptions['decideMember'];
  /** A scan would ask types, where this run does not. */
  scanHelps: boolean;
  /** What the file is part of. */
  project: NonNullable<RewriteOptions['project']>;
  /** Why calls on the globals of some hosts are not rewritten, per global. */
  hosts: ReadonlyMap<string, Reason>;
}

/** Decides on a node that is named like a deprecated API. */
export function decide(path: NodePath<Node>, context: DecideContext): Decision {
  const { api } = context;
  const verdict = (reason: Reason): Decision => ({ path, api, reason });
  const { parent } = path;

  if (path.isImportSpecifier()) return decideImport(path, context);
  if (path.isExportSpecifier()) return decideExport(path, context);
  if (path.isJSXIdentifier() || parent.type === 'PrivateName') return verdict(ignored.definition());

  const parentPath = path.parentPath!;
  if (parentPath.isMemberExpression() || parentPath.isOptionalMemberExpression()) {
    const isConstant = path.isIdentifier() && path.node.name !== api;
    const isName =
      path.key === 'property' && parentPath.node.computed === (isConstant || !path.isIdentifier());
    if (isName) return decideMember(path, parentPath, context);
  }
  if (parentPath.isObjectProperty() && path.key === 'key' && isOwnName(path, parentPath.node.computed)) {
    if (parentPath.parentPath.isObjectPattern())
      return verdict(destructuringReason(path, parentPath.parentPath as NodePath<Node>, context));
    // What the runtime itself calls is to be mocked as before.
    const isGone = !context.rule.onlyWith && isInMockOfTaro(path);
    return verdict(isGone ? manual.mocked(context.runtime) : ignored.definition());
  }
  if (isFeatureQuery(path)) return decideFeatureQuery(path, context);
  if (path.isStringLiteral() || path.isTemplateLiteral()) {
    return decideMembership(path, context) ?? verdict(stringReason(path, context));
  }
  if (TYPE_PARENTS.has(parent.type)) return verdict(ignored.type());
  const isComputed = 'computed' in parent && parent.computed === true;
  if (path.key === 'id' || (path.key === 'key' && !isComputed)) return verdict(ignored.definition());
  if (path.isReferencedIdentifier()) return verdict(referenceReason(path as NodePath<Identifier>));
  return verdict(ignored.definition());
}

/** Decides on a use of a binding that is an API imported from Taro. */
export function decideReference(path: NodePath<Node>, context: DecideContext): Decision {
  const { api } = context;
  if (!path.isIdentifier()) return { path, api, reason: ignored.definition() };
  if (TYPE_PARENTS.has(path.parent.type)) return { path, api, reason: ignored.type() };
  if (path.parentPath?.isExportSpecifier()) return decideExport(path.parentPath, context);
  return decideUse(path, path, { type: 'reference', path }, 'taro', context);
}

function isOwnName(path: NodePath<Node>, computed: boolean): boolean {
  return !computed || staticString(path.node) !== undefined;
}

function decideImport(path: NodePath<ImportSpecifier>, { api }: DecideContext): Decision {
  const declaration = path.parentPath;
  const source = declaration.isImportDeclaration() ? declaration.node.source.value : '';
  if (source !== TARO_MODULE) {
    return { path, api, reason: ignored.otherBinding(message('what/exports', { source })) };
  }
  const typeOnly =
    path.node.importKind === 'type' ||
    path.node.importKind === 'typeof' ||
    (declaration.isImportDeclaration() && declaration.node.importKind === 'type');
  if (typeOnly) return { path, api, reason: ignored.type() };
  const imported = bindingOf(path as NodePath<Node>, path.node.local.name);
  return { path, api, reason: ignored.specifierInUse(), ...(imported && { imported }) };
}

function decideExport(path: NodePath<ExportSpecifier>, { api, replacement }: DecideContext): Decision {
  const verdict = (reason: Reason): Decision => ({ path, api, reason });
  const declaration = path.parentPath;
  if (!declaration.isExportNamedDeclaration()) return verdict(ignored.definition());
  // What `declare module 'x' { … }` exports is a type.
  if (!declaration.parentPath.isProgram()) return verdict(ignored.type());
  if (declaration.node.exportKind === 'type' || path.node.exportKind === 'type')
    return verdict(ignored.type());
  const source = declaration.node.source?.value;
  if (source !== undefined && source !== TARO_MODULE) {
    return verdict(ignored.otherBinding(message('what/exports', { source })));
  }
  const local = path.node.local.name;
  const binding = source === undefined ? bindingOf(path as NodePath<Node>, local) : undefined;
  if (source === undefined && !(binding && isTaroImport(binding))) {
    return verdict(ignored.otherBinding(message('what/local-name')));
  }
  return { ...verdict(rewritten.exported(replacement)), change: { type: 'export', path } };
}

/** `canIUse('startRecord')` of the platform. */
function decideFeatureQuery(path: NodePath<Node>, context: DecideContext): Decision {
  const { api, feature } = context;
  const callee = path.parentPath!.get('callee') as NodePath<Node>;
  const origin = callee.isMemberExpression() ? context.resolver.expression(callee.get('object')) : undefined;
  const isPlatform = origin ? origin.kind === 'platform' : context.resolver.isTaroExport(callee, 'canIUse');
  if (origin?.kind === 'platform' && reasonOnHosts(origin, context.hosts))
    return { path, api, reason: ignored.featureTest() };
  if (!isPlatform) return { path, api, reason: ignored.text() };
  if (staticString(path.node) !== api) return { path, api, reason: manual.featureMember(feature) };
  if (context.rule.onlyWith) return { path, api, reason: ignored.featureTest() };
  return { path, api, reason: rewritten.feature(feature), change: { type: 'string', path, value: feature } };
}

/** Whether a binding is a named import from Taro. */
export function isTaroImport(binding: Binding): boolean {
  const { path } = binding;
  return (
    path.isImportSpecifier() &&
    path.parentPath.isImportDeclaration() &&
    path.parentPath.node.source.value === TARO_MODULE
  );
}

function decideMember(
  path: NodePath<Node>,
  member: NodePath<MemberExpression | OptionalMemberExpression>,
  context: DecideContext,
): Decision {
  const { api, rule } = context;
  if (isExports(member.get('object') as NodePath<Node>)) return { path, api, reason: ignored.definition() };
  const origin = context.resolver.expression(member.get('object') as NodePath<Node>);
  if (origin.kind === 'platform') {
    if (isRestWithout(member.get('object') as NodePath<Node>, api))
      return { path, api, reason: ignored.otherObject(message('what/rest')) };
    const other = reasonOnHosts(origin, context.hosts);
    const isTest = other?.verdict === 'manual' && useOf(member as NodePath<Node>).kind === 'test';
    if (other) return { path, api, reason: isTest ? ignored.featureTest() : other };
    return decideCertainMember(path, member, origin, context);
  }
  if (origin.kind === 'foreign') return { path, api, reason: origin.reason };
  // What is not deprecated is routed where it is certain, and no concern of anybody's elsewhere.
  if (rule.onlyWith) return { path, api, reason: ignored.otherObject(message('what/unknown-object')) };
  const use = useOf(member as NodePath<Node>);
  if (takesNoOptions(use)) return { path, api, reason: ignored.otherArguments() };
  if (isOwnDefinition(member as NodePath<Node>)) return { path, api, reason: ignored.definition() };
  const typed = context.decideMember?.(path.node.start!);
  if (typed === 'foreign') return { path, api, reason: ignored.typedOtherwise() };
  if (typed === 'platform' && origin.kind === 'unknown') {
    const platform = { from: 'taro', mayBeMissing: true } as const;
    return decideCertainMember(path, member, platform, context);
  }
  const isProperty = origin.kind === 'unknown' && origin.reason.id === 'manual/component-property';
  if (use.kind === 'test' && !isProperty) return { path, api, reason: ignored.featureTest() };
  if (origin.kind === 'unknown') return { path, api, reason: open(origin, context) };
  const isOwn = definesItself(member.get('object') as NodePath<Node>, api);
  const derived = manual.derived(origin.what, context.replacement);
  return { path, api, reason: isOwn ? ignored.definition() : derived };
}

/** Decides on a member that certainly is the API; its object goes with it. */
function decideCertainMember(
  path: NodePath<Node>,
  member: NodePath<MemberExpression | OptionalMemberExpression>,
  { from, mayBeMissing }: Pick<Extract<Origin, { kind: 'platform' }>, 'from' | 'mayBeMissing'>,
  context: DecideContext,
): Decision {
  const use = decideUse(path, member as NodePath<Node>, { type: 'member', path: member }, from, context);
  const isMissed = mayBeMissing && isOptional(member.node);
  if (!isMissed && !hasEffects(member.get('object') as NodePath<Node>)) return use;
  const { rule, api, replacement } = context;
  if (!use.change) return { path, api, reason: use.reason };
  if (rule.onlyWith) return { path, api, reason: ignored.unconcerned() };
  return { path, api, reason: (isMissed ? manual.mayBeMissing : manual.effects)(replacement) };
}

/** `object?.member` */
function isOptional(node: Node): boolean {
  return node.type === 'OptionalMemberExpression' && node.optional;
}

function open(origin: Extract<Origin, { kind: 'unknown' }>, context: DecideContext): Reason {
  const { reason, cause, isGiven } = origin;
  if (!cause) return reason;
  // Without a platform in the package, only what is handed in can be one.
  if (context.project === 'neither' && !isGiven) return ignored.unconcerned();
  return context.scanHelps ? manual.unasked(cause) : reason;
}

/** `exports` or `module.exports`. */
function isExports(path: NodePath<Node>): boolean {
  if (path.isIdentifier()) return isUnbound(path, 'exports');
  return path.matchesPattern('module.exports') && bindingOf(path, 'module') === undefined;
}

/** Decides by what the code does with an expression that certainly is the API. */
export function decideUse(
  path: NodePath<Node>,
  expression: NodePath<Node>,
  change: Change,
  from: 'taro' | 'global',
  context: DecideContext,
): Decision {
  const { api, replacement } = context;
  const use = useOf(expression);
  if (context.rule.onlyWith && (use.kind === 'call' || use.kind === 'value')) {
    return { path, api, reason: rewritten.routed(replacement, context.runtime), change };
  }
  switch (use.kind) {
    case 'test':
      return { path, api, reason: ignored.featureTest(), ...(use.test && { test: use.test }) };
    case 'assigned':
      return { path, api, reason: manual.assigned() };
    case 'tag':
      return { path, api, reason: ignored.definition() };
    case 'value':
      return {
        path,
        api,
        reason: rewritten.value(replacement),
        change: use.test && context.supported ? { type: 'test', ...use.test } : change,
      };
    case 'call': {
      const isOptionalCall = context.supported !== undefined && use.call.node.optional === true;
      // `(log(), startRecord)?.({})` does more than to test before it calls.
      const isDirect = wrapped(expression).key === 'callee';
      const optional = isOptionalCall && isDirect ? optionalChainOf(use.call) : undefined;
      const plain: Decision = {
        path,
        api,
        reason: rewritten.call(replacement),
        change: isOptionalCall && !isDirect ? { type: 'test', path: expression, form: 'value' } : change,
        ...(optional && { optional }),
      };
      // Taro 1 and 2 gave these calls a promise beside callbacks, so there the await did wait.
      const waited = from === 'taro' && context.taroVersion < 3;
      if (!use.awaited || !context.rule.settlesAtEnd || waited) return plain;
      const callbacks = callbacksIn(use.call);
      if (callbacks === 'none') return plain;
      if (!use.awaited.unused) {
        return callbacks === 'some' ? { path, api, reason: manual.awaitedValue() } : plain;
      }
      return callbacks === 'some'
        ? { ...plain, reason: rewritten.unawaited(replacement), unawait: use.awaited.path }
        : { path, api, reason: manual.awaitedUnknownOptions() };
    }
  }
}

function destructuringReason(path: NodePath<Node>, pattern: NodePath<Node>, context: DecideContext): Reason {
  const holder = pattern.parentPath;
  const isOfType =
    pattern.listKey === 'parameters' || holder?.isTSDeclareFunction() || holder?.isTSDeclareMethod();
  if (isOfType) return ignored.type();
  let origin: Origin | undefined;
  if (holder?.isVariableDeclarator()) {
    origin = context.resolver.expression(holder.get('init') as NodePath<Node>);
  } else if (holder?.isAssignmentExpression()) {
    origin = context.resolver.expression(holder.get('right'));
  }
  const { supported, replacement } = context;
  const property = path.parentPath as NodePath<ObjectProperty>;
  const taken =
    supported !== undefined && defaultOf(property)
      ? manual.destructuredDefault(replacement, supported)
      : manual.destructured(replacement);
  if (origin?.kind === 'platform') return reasonOnHosts(origin, context.hosts) ?? taken;
  const module = holder?.isVariableDeclarator() ? requiredModule(holder.get('init')) : undefined;
  if (module !== undefined && module !== TARO_MODULE)
    return ignored.otherBinding(message('what/exports', { source: module }));
  if (origin?.kind === 'foreign') return origin.reason;
  const typed = context.decideMember?.(path.node.start!);
  if (typed) return typed === 'foreign' ? ignored.typedOtherwise() : taken;
  if (origin?.kind === 'derived') return manual.derived(origin.what, replacement);
  const outermost = path.findParent(
    (one) => one.listKey === 'params' || one.isVariableDeclarator() || one.isStatement(),
  );
  const cause = outermost?.listKey === 'params' ? 'cause/destructured-parameter' : 'cause/nested-pattern';
  return open(origin ?? given(message(cause)), context);
}

/** `'startRecord' in Taro` */
function decideMembership(
  path: NodePath<Node>,
  { api, resolver, hosts }: DecideContext,
): Decision | undefined {
  const { parentPath: parent } = path;
  if (!parent?.isBinaryExpression({ operator: 'in' }) || path.key !== 'left') return undefined;
  const right = parent.get('right');
  if (isRestWithout(right, api)) return undefined;
  const origin = resolver.expression(right);
  if (origin.kind !== 'platform' || hasEffects(right)) return undefined;
  if (reasonOnHosts(origin, hosts)) return { path, api, reason: ignored.featureTest() };
  return { path, api, reason: ignored.featureTest(), test: membershipTest(parent) };
}

function stringReason(path: NodePath<Node>, context: DecideContext): Reason {
  const parent = path.parentPath;
  if (parent?.isTSLiteralType()) return ignored.type();
  if (parent?.isCallExpression() && path.key === 1) {
    // `jest.spyOn(Taro, 'startRecord')`
    const [target] = parent.get('arguments') as NodePath<Node>[];
    if (target && context.resolver.expression(target).kind === 'platform')
      return manual.mocked(context.runtime);
  }
  if (path.key === 'key') return ignored.definition();
  return ignored.text();
}

/** Whether a definition stands in the factory of `jest.mock('@tarojs/taro', …)`. */
function isInMockOfTaro(path: NodePath<Node>): boolean {
  const call = path.findParent((parent) => parent.isCallExpression() && isMockOfTaro(parent.node));
  return call !== null;
}

function isMockOfTaro({ callee, arguments: [module] }: CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  return (
    /^(jest|vi)$/.test(callee.object.name) &&
    /^(do)?mock$/i.test(nameOf(callee.property) ?? '') &&
    staticString(module) === TARO_MODULE
  );
}

function referenceReason(path: NodePath<Identifier>): Reason {
  const { name } = path.node;
  const binding = bindingOf(path as NodePath<Node>, name);
  return ignored.otherBinding(message(binding ? 'what/local' : 'what/global-function', { name }));
}
