import type { CallExpression, ImportDeclaration, Node, Program } from '@babel/types';
import { bindingOf, bindingOfIdentifier, isUnbound } from '../ast/binding';
import { identifiersIn } from '../ast/declarations';
import type { Binding, NodePath, Scope } from '../ast/node-path';
import type { ProgramTree } from '../ast/program';
import { nameOf, staticName, staticNameOf, staticString, TYPE_PARENTS } from '../ast/syntax';
import { isJsSdkData, isJsSdkMember } from '../migrations/js-sdk';
import { templateProperties } from './parse/vue-expression';
import { PLATFORM_GLOBALS, TARO_MODULE } from './resolve/platform';
import { PlatformReach } from './resolve/platform-reach';
import type { FileAnalysis } from './resolve/resolver';
import { Suppressions } from './suppressions';

/** The result of one walk over the file. */
export interface Analysis extends FileAnalysis {
  program: NodePath<Program>;
  /** Every node whose whole value is the name of a deprecated API, in source order. */
  named: { path: NodePath<Node>; api: string }[];
  /** Named imports of a deprecated API from Taro under another name. */
  aliased: { path: NodePath<Node>; api: string }[];
  /**
   * How many scopes of the file bind a name or read it as a global. Such a name is not available for a new
   * import.
   */
  countOf(name: string): number;
  /** Identifiers in type positions, which Babel's references exclude, and names used outside the program. */
  otherNames: ReadonlySet<string>;
  /** Member accesses with a computed name. */
  computed: NodePath<Node>[];
  /** All calls except optional ones. */
  calls: NodePath<CallExpression>[];
  /** Top-level import declarations. */
  imports: NodePath<ImportDeclaration>[];
}

/** Collects in one walk everything that the plan needs. */
export function analyze(
  { file, program, countOf }: ProgramTree,
  isApi: (name: string) => boolean,
  usedNames: Iterable<string> = [],
): Analysis {
  const named: Analysis['named'] = [];
  const aliased: Analysis['aliased'] = [];
  const otherNames = new Set<string>(usedNames);
  const jsSdkGlobals = new Set<string>();
  const assignedGlobals = new Set<string>();
  const calls: NodePath<CallExpression>[] = [];
  const imports: NodePath<ImportDeclaration>[] = [];
  const computed: NodePath<Node>[] = [];
  const platform: NodePath<Node>[] = [];
  const imported: Binding[] = [];
  let endOfWith = 0;

  const candidate = (path: NodePath<Node>, name: string | undefined) => {
    if (name !== undefined && isApi(name)) named.push({ path, api: name });
  };

  for (const path of program.root.paths) {
    const { node } = path;
    switch (node.type) {
      case 'ImportDeclaration':
        imports.push(path as NodePath<ImportDeclaration>);
        break;
      case 'CallExpression':
        calls.push(path as NodePath<CallExpression>);
        if (isUnbound(path.child('callee') as NodePath<Node>, 'eval')) addVisibleNames(path, otherNames);
        break;
      case 'WithStatement':
        // Any name in it may be a property of the object, or the name outside.
        endOfWith = Math.max(endOfWith, path.end);
        break;
      case 'AssignmentExpression':
      case 'ForInStatement':
      case 'ForOfStatement':
        for (const { name } of identifiersIn(node.left)) {
          if (!PLATFORM_GLOBALS.has(name)) continue;
          const binding = bindingOf(path, name);
          if (!binding || binding.isAmbient) assignedGlobals.add(name);
        }
        break;
      case 'TSImportEqualsDeclaration':
        imported.push(path.scope.getBinding(node.id.name)!);
        break;
      case 'ImportDefaultSpecifier':
      case 'ImportNamespaceSpecifier':
        if (isFromTaro(path)) imported.push(path.scope.getBinding(node.local.name)!);
        break;
      case 'ImportSpecifier':
        if (nameOf(node.imported) === 'default' && isFromTaro(path))
          imported.push(path.scope.getBinding(node.local.name)!);
        specifierCandidates(path, isApi, named, aliased);
        break;
      case 'ExportSpecifier':
        specifierCandidates(path, isApi, named, aliased);
        break;
      case 'Identifier':
        if (TYPE_PARENTS.has(path.parent.type) && !isMemberOfType(path)) otherNames.add(node.name);
        if (path.index < endOfWith) otherNames.add(node.name);
        if (hostGlobal(path) && path.isReferencedIdentifier()) platform.push(path);
        if (!isApi(node.name) || isSpecifierName(path)) break;
        if (!isDoubled(path) && !isTemplateScope(path)) candidate(path, node.name);
        break;
      case 'JSXIdentifier':
        candidate(path, node.name);
        break;
      case 'StringLiteral':
      case 'TemplateLiteral': {
        if (isSpecifierName(path)) break;
        const said = staticString(node);
        if (said === TARO_MODULE && path.parentPath?.isCallExpression()) platform.push(path.parentPath);
        candidate(path, isFeatureQuery(path) ? said?.split('.')[0] : said);
        break;
      }
      case 'MemberExpression':
      case 'OptionalMemberExpression': {
        if (node.computed && staticString(node.property) === undefined) {
          const property = path.child('property') as NodePath<Node>;
          const name = constantString(property);
          if (name === undefined) computed.push(path);
          else candidate(property, name);
        }
        const name = staticNameOf(node.property, node.computed);
        if (isJsSdkMember(name)) {
          const global = hostGlobal(path.child('object') as NodePath<Node>);
          if (global) jsSdkGlobals.add(global);
        }
        if (isJsSdkData(name)) jsSdkGlobals.add('wx');
        break;
      }
      case 'ObjectProperty':
      case 'ObjectMethod': {
        const name = staticNameOf(node.key, node.computed);
        if (isJsSdkData(name)) jsSdkGlobals.add('wx');
        const global = name === 'cancel' ? cancelledGlobal(path, isApi) : undefined;
        if (global) jsSdkGlobals.add(global);
      }
    }
  }

  return {
    program,
    named,
    aliased,
    countOf,
    otherNames,
    suppressions: new Suppressions(file),
    jsSdkGlobals,
    assignedGlobals,
    calls,
    imports,
    computed,
    reach: new PlatformReach(platform, imported),
  };
}

/** Code in a string can use every name that its `eval` sees. */
function addVisibleNames(path: NodePath<Node>, names: Set<string>): void {
  for (let scope: Scope | undefined = path.scope; scope; scope = scope.parent)
    for (const name of scope.bindings.keys()) names.add(name);
}

/** `Result` of the types `getSystemInfoSync.Result` and `import('x').Result`. */
export function isMemberOfType(path: NodePath<Node>): boolean {
  const { key, parent, parentPath } = path;
  if (parent.type === 'TSQualifiedName') return key === 'right' || isMemberOfType(parentPath!);
  return key === 'qualifier' || (key === 'id' && parent.type === 'QualifiedTypeIdentifier');
}

function isFromTaro({ parent }: NodePath<Node>): boolean {
  return parent.type === 'ImportDeclaration' && parent.source.value === TARO_MODULE;
}

/** The global in `wx.startRecord({ cancel() {} })`: only the JS-SDK has a cancel callback. */
function cancelledGlobal(property: NodePath<Node>, isApi: (name: string) => boolean): string | undefined {
  const call = property.parentPath?.parentPath;
  const callee = call?.isCallExpression() ? call.child('callee') : undefined;
  if (!callee?.isMemberExpression()) return undefined;
  const called = staticName(callee.child('property') as NodePath<Node>, callee.node.computed);
  return called !== undefined && isApi(called) ? hostGlobal(callee.child('object')) : undefined;
}

/** The name of the host global that an expression is, if any. */
function hostGlobal(path: NodePath<Node>): string | undefined {
  if (!path.isIdentifier()) return undefined;
  const { name } = path.node;
  if (!PLATFORM_GLOBALS.has(name)) return undefined;
  const binding = bindingOf(path as NodePath<Node>, name);
  return !binding || binding.isAmbient ? name : undefined;
}

/** Whether a string is an argument of `canIUse`, which may have further parts: `startRecord.success`. */
export function isFeatureQuery(path: NodePath<Node>): boolean {
  const call = path.parentPath;
  if (!call?.isCallExpression() || path.listKey !== 'arguments') return false;
  const callee = call.child('callee');
  if (callee.isIdentifier({ name: 'canIUse' })) return true;
  return callee.isMemberExpression() && callee.child('property').isIdentifier({ name: 'canIUse' });
}

/** The text of an identifier that is a constant of this file. */
function constantString(path: NodePath<Node>): string | undefined {
  const binding = bindingOfIdentifier(path);
  const declarator = binding?.path;
  if (!declarator?.isVariableDeclarator() || declarator.node.id.type !== 'Identifier') return undefined;
  // Checked before the binding is resolved, which is useless for most names.
  const text = staticString(declarator.node.init);
  return text !== undefined && binding!.constant ? text : undefined;
}

/** An import or export specifier is one candidate, although each of its two names is a node. */
function specifierCandidates(
  path: NodePath<Node>,
  isApi: (name: string) => boolean,
  named: Analysis['named'],
  aliased: Analysis['aliased'],
): void {
  const { node } = path;
  if (node.type === 'ImportSpecifier') {
    const imported = nameOf(node.imported)!;
    if (isApi(imported)) {
      named.push({ path, api: imported });
      const source = (path.parent as ImportDeclaration).source.value;
      if (source === TARO_MODULE && node.local.name !== imported) aliased.push({ path, api: imported });
    } else if (isApi(node.local.name)) {
      named.push({ path, api: node.local.name });
    }
  } else if (node.type === 'ExportSpecifier') {
    const name = [node.local.name, nameOf(node.exported)!].find(isApi);
    if (name) named.push({ path, api: name });
  }
}

function isSpecifierName(path: NodePath<Node>): boolean {
  return path.parent.type === 'ImportSpecifier' || path.parent.type === 'ExportSpecifier';
}

/**
 * Whether this is the second node of the shorthand `{ startRecord }`, which repeats the first: the key in an
 * object, the value in a pattern.
 */
function isDoubled(path: NodePath<Node>): boolean {
  const value = path.parentPath?.isAssignmentPattern() && path.key === 'left' ? path.parentPath : path;
  const property = value.parentPath;
  if (!property?.isObjectProperty() || !property.node.shorthand) return false;
  return value.key === (property.parentPath?.isObjectPattern() ? 'value' : 'key');
}

/** A generated name for a scope of a template. */
function isTemplateScope(path: NodePath<Node>): boolean {
  return path.listKey === 'params' && templateProperties(path.parent) !== undefined;
}
