import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { shown, TYPE_PARENTS } from '../../ast/syntax';
import { message } from '../../messages/format';
import { ignored, manual, type Reason, type What } from '../../messages/reasons';
import type { AnalyzedFile } from '../file';
import type { Rule } from '../options';
import { isTypeScript } from '../parse/is-typescript';
import type { ApiResult, Origin } from '../resolve/origin';
import { definesItself, isOwnDefinition } from '../resolve/receivers';
import { useOf } from '../resolve/use';
import { ask, askByUse, type Context, leave, usageOf } from './ask';
import { isMemberName } from './candidate';
import type { Decision } from './decision';
import { withReplacement } from './member';
import { overwrittenObject } from './overwritten';

/**
 * Classifies the candidates that are members of API results. For a name that is also an API, the API's own
 * handler may take precedence.
 */
export function classifyResults({
  analysis,
  resolver,
  options,
  rules,
  resultRules,
  text,
}: AnalyzedFile): Decision[] {
  const isUntyped = !isTypeScript(options.filename, text);
  return analysis.named.flatMap(({ path, api }) => {
    const ofApis = resultRules.get(api);
    if (!ofApis) return [];
    const object = objectOf(path, api);
    const origin = object && resolver.expression(object);
    const given = origin?.kind === 'foreign' ? origin.result : undefined;
    const contextOf = (rule: Rule): Context => ({
      api,
      ...rule,
      isOn: false,
      resolver,
      options,
      otherNames: analysis.otherNames,
      lookalikes: new Map(),
      isUntyped,
      globals: given?.globals,
    });
    const rule = given && ofApis.get(given.api);
    if (rules.has(api) && !rule) return [];
    const [first] = ofApis;
    const [from, other] = first!;
    const context = contextOf(rule ?? other);
    const host = given && otherHostOf(given, context);
    if (host !== undefined) return leave(path, context, ignored.otherHost(host));
    const decision =
      origin && ((rule && !given?.cause) || options.assumed === path.node.start)
        ? classifyCertain(path, context)
        : classifyUncertain(path, context, origin, given?.cause ? given.api : from);
    return decision ?? [];
  });
}

/** The host that returned the object, if it has not deprecated its members. */
function otherHostOf({ globals }: ApiResult, { handler, migration }: Context): string | undefined {
  const only = handler.only ?? migration.only;
  return only && !globals.some((global) => only.globals.includes(global)) ? globals[0] : undefined;
}

/**
 * The object that has a member: `ctx` in `ctx.save()`, in `const { save } = ctx` and in `jest.spyOn(ctx,
 * 'save')`.
 */
function objectOf(path: NodePath<Node>, api: string): NodePath<Node> | undefined {
  const parent = path.parentPath!;
  if (parent.isMemberExpression() || parent.isOptionalMemberExpression())
    return isMemberName(path, api) ? (parent.child('object') as NodePath<Node>) : undefined;
  const overwritten = overwrittenObject(path);
  if (overwritten) return overwritten;
  if (isSpiedName(path)) return (parent.children('arguments') as NodePath<Node>[])[0];
  const isKey =
    path.key === 'key' && parent.isObjectProperty() && !(parent.node.computed && path.isIdentifier());
  const holder = isKey && parent.parentPath.isObjectPattern() ? parent.parentPath.parentPath : null;
  return holder?.isVariableDeclarator() && holder.node.init
    ? (holder.child('init') as NodePath<Node>)
    : undefined;
}

function isSpiedName(path: NodePath<Node>): boolean {
  return path.isStringLiteral() && path.listKey === 'arguments' && path.key === 1;
}

function classifyCertain(path: NodePath<Node>, context: Context): Decision | undefined {
  if (overwrittenObject(path)) return ask(path, context, { usage: { kind: 'assignment' }, origin: 'result' });
  if (isSpiedName(path))
    return ask(path, context, { usage: { kind: 'mock', isCall: true }, origin: 'result' });
  const member = path.parentPath!;
  if (member.isMemberExpression() || member.isOptionalMemberExpression())
    return askByUse(path, member, { type: 'member', path: member }, { origin: 'result' }, context);
  const usage = { kind: 'binding', uses: 0, isShared: true } as const;
  return ask(path, context, { usage, origin: 'result' });
}

/** @param api the API that may have returned the object */
function classifyUncertain(
  path: NodePath<Node>,
  context: Context,
  origin: Origin | undefined,
  api: string,
): Decision | undefined {
  const own = (reason: Reason) => leave(path, context, reason);
  const member = path.parentPath!;
  if (!origin || isSpiedName(path)) return own(reasonWithoutObject(path));
  const object = objectOf(path, context.api)!;
  if (origin.kind === 'platform' || origin.kind === 'derived') return own(ignored.otherObject(shown(object)));
  const cause = causeOf(origin);
  if (!cause) return own(withReplacement(origin.reason!, context.handler.to));
  if (context.handler.certainOnly) return own(ignored.unknownObject());
  if (isOwnDefinition(member) || definesItself(object, context.api)) return own(ignored.definition());
  // In a package without a platform, the object can only come from outside the file.
  if (context.options.project === 'neither' && !(origin.kind === 'unknown' && origin.isGiven))
    return own(ignored.unconcerned());
  const use = member.isObjectProperty() ? undefined : useOf(member);
  if (use?.kind === 'tag') return own(ignored.definition());
  const usage = use ? usageOf(use, context) : ({ kind: 'binding', uses: 0, isShared: true } as const);
  const obstacle = (to: What) => manual.undecidedResult(cause, api, to);
  return ask(path, context, { usage, origin: 'unknown', obstacle });
}

/** Why the origin of an object is undecided; `undefined` if it is certainly something else. */
function causeOf(origin: Extract<Origin, { kind: 'foreign' | 'unknown' }>) {
  if (origin.kind === 'unknown') return origin.cause;
  // Apps keep results, such as `getApp().globalData.systemInfo`.
  if (origin.isApp) return message('cause/call');
  return origin.result?.cause ?? (origin.annotated && message('cause/annotated', { what: origin.annotated }));
}

function reasonWithoutObject({ node, parent }: NodePath<Node>): Reason {
  if (parent.type === 'TSLiteralType') return ignored.type();
  if (node.type === 'StringLiteral' || node.type === 'TemplateLiteral') return ignored.text();
  return TYPE_PARENTS.has(parent.type) ? ignored.type() : ignored.definition();
}
