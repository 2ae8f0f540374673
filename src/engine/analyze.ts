import type { File, Identifier, ImportDeclaration, Node } from '@babel/types';
import { nameOf, staticName, staticString, TYPE_PARENTS } from '../ast/syntax';
import { isJsSdkData, isJsSdkMember } from '../migrations/js-sdk';
import { type NodePath, traverse } from './parse/traverse';
import { templateProperties } from './parse/vue-template';
import { isAmbient } from './resolve/ambient';
import { PLATFORM_GLOBALS, TARO_MODULE } from './resolve/platform';
import type { FileAnalysis } from './resolve/resolver';
import { bindingOf, bindingOfIdentifier, declaredName } from './resolve/scope';
import { Suppressions } from './suppressions';

/** What one walk over the file gathers. */
export interface Analysis extends FileAnalysis {
  program: NodePath<Node>;
  /** Every node whose whole value is the name of a deprecated API, in source order. */
  named: { path: NodePath<Node>; api: string }[];
  /** Named imports of a deprecated API from Taro under another name. */
  aliased: { path: NodePath<Node>; api: string }[];
  /** How many scopes of the file bind a name, or read it as a global: such a name is not free for a new import. */
  takenNames: ReadonlyMap<string, number>;
  /** Identifiers that stand in type positions, which Babel's references leave out, or are used outside of the program. */
  otherNames: ReadonlySet<string>;
  /** Member accesses whose name the text does not say. */
  computed: NodePath<Node>[];
  /** Import declarations at the top level. */
  imports: NodePath<ImportDeclaration>[];
}

/** Walks the file once and gathers what the plan rests on. */
export function analyze(
  file: File,
  isApi: (name: string) => boolean,
  usedNames: Iterable<string> = [],
): Analysis {
  const named: Analysis['named'] = [];
  const aliased: Analysis['aliased'] = [];
  const taken = new Map<string, number>();
  const take = (name: string) => taken.set(name, (taken.get(name) ?? 0) + 1);
  const typeNames = new Set<string>(usedNames);
  const jsSdkGlobals = new Set<string>();
  const assignedGlobals = new Set<string>();
  const imports: NodePath<ImportDeclaration>[] = [];
  const computed: NodePath<Node>[] = [];
  let program: NodePath<Node> | undefined;

  const candidate = (path: NodePath<Node>, name: string | undefined) => {
    if (name !== undefined && isApi(name)) named.push({ path, api: name });
  };

  traverse(file, {
    Program(path) {
      program = path as NodePath<Node>;
      for (const name of Object.keys(path.scope.globals)) take(name);
    },
    Scope(path) {
      for (const name of Object.keys(path.scope.bindings)) take(name);
    },
    ImportDeclaration(path) {
      imports.push(path);
    },
    'AssignmentExpression|ForXStatement'(path: NodePath<Node>) {
      if (!('left' in path.node) || path.node.left.type === 'VariableDeclaration') return;
      for (const name of Object.keys((path.get('left') as NodePath<Node>).getBindingIdentifiers())) {
        const binding = bindingOf(path, name);
        if (PLATFORM_GLOBALS.has(name) && (!binding || isAmbient(binding))) assignedGlobals.add(name);
      }
    },
    'ImportSpecifier|ExportSpecifier'(path: NodePath<Node>) {
      specifierCandidates(path, isApi, named, aliased);
    },
    'TSEnumDeclaration|TSEnumMember|TSModuleDeclaration|TSInterfaceDeclaration|TSTypeAliasDeclaration|TSDeclareFunction|TSParameterProperty|EnumDeclaration'(
      path: NodePath<Node>,
    ) {
      const name = declaredName(path.node);
      if (name !== undefined) take(name);
    },
    Identifier(path) {
      if (TYPE_PARENTS.has(path.parent.type)) typeNames.add(path.node.name);
      if (isSpecifierName(path) || isDoubled(path) || isTemplateScope(path)) return;
      candidate(path as NodePath<Node>, path.node.name);
    },
    JSXIdentifier(path) {
      candidate(path as NodePath<Node>, path.node.name);
    },
    'StringLiteral|TemplateLiteral'(path: NodePath<Node>) {
      if (isSpecifierName(path)) return;
      const text = staticString(path.node);
      candidate(path, isFeatureQuery(path) ? text?.split('.')[0] : text);
    },
    'MemberExpression|OptionalMemberExpression'(path: NodePath<Node>) {
      const property = path.get('property') as NodePath<Node>;
      const isComputed = (path.node as { computed?: boolean } & Node).computed === true;
      if (isComputed && staticString(property.node) === undefined) {
        const name = constantString(property);
        if (name === undefined) computed.push(path);
        else candidate(property, name);
      }
      const name = staticName(property, isComputed);
      const global = hostGlobal(path.get('object') as NodePath<Node>);
      if (global && isJsSdkMember(name)) jsSdkGlobals.add(global);
      if (isJsSdkData(name)) jsSdkGlobals.add('wx');
    },
    'ObjectProperty|ObjectMethod'(path: NodePath<Node>) {
      const { node } = path;
      if (node.type !== 'ObjectProperty' && node.type !== 'ObjectMethod') return;
      const name = staticName(path.get('key') as NodePath<Node>, node.computed);
      if (isJsSdkData(name)) jsSdkGlobals.add('wx');
      if (name !== 'cancel') return;
      // Only the JS-SDK tells that the user has cancelled: `wx.startRecord({ cancel() {} })`.
      const call = path.parentPath?.parentPath;
      const callee = call?.isCallExpression() ? call.get('callee') : undefined;
      if (!callee?.isMemberExpression()) return;
      const called = staticName(callee.get('property') as NodePath<Node>, callee.node.computed);
      const global = hostGlobal(callee.get('object') as NodePath<Node>);
      if (global && called !== undefined && isApi(called)) jsSdkGlobals.add(global);
    },
  });

  return {
    program: program!,
    named,
    aliased,
    takenNames: taken,
    otherNames: typeNames,
    suppressions: new Suppressions(file),
    jsSdkGlobals,
    assignedGlobals,
    imports,
    computed,
  };
}

/** The name of a host's global, if that is what an expression is. */
function hostGlobal(path: NodePath<Node>): string | undefined {
  if (!path.isIdentifier()) return undefined;
  const { name } = path.node;
  if (!PLATFORM_GLOBALS.has(name)) return undefined;
  const binding = bindingOf(path as NodePath<Node>, name);
  return !binding || isAmbient(binding) ? name : undefined;
}

/** Whether a string is what `canIUse` is asked for, which may go on: `startRecord.success`. */
export function isFeatureQuery(path: NodePath<Node>): boolean {
  const call = path.parentPath;
  if (!call?.isCallExpression() || path.listKey !== 'arguments') return false;
  const callee = call.get('callee') as NodePath<Node>;
  if (callee.isIdentifier({ name: 'canIUse' })) return true;
  return callee.isMemberExpression() && callee.get('property').isIdentifier({ name: 'canIUse' });
}

/** The text that an identifier stands for, where it is a constant of this file. */
function constantString(path: NodePath<Node>): string | undefined {
  const binding = bindingOfIdentifier(path);
  if (!binding?.constant || !binding.path.isVariableDeclarator()) return undefined;
  return binding.path.get('id').isIdentifier() ? staticString(binding.path.node.init) : undefined;
}

/** An import or export specifier is one candidate, although its two names are nodes of their own. */
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

/** The half of `{ startRecord }` that is the other once more: in an object the value counts, in a pattern the key. */
function isDoubled(path: NodePath<Identifier>): boolean {
  const value = path.parentPath.isAssignmentPattern() && path.key === 'left' ? path.parentPath : path;
  const property = value.parentPath;
  if (!property?.isObjectProperty() || !property.node.shorthand) return false;
  return value.key === (property.parentPath.isObjectPattern() ? 'value' : 'key');
}

/** A name that was made up to stand for a scope of a template. */
function isTemplateScope(path: NodePath<Identifier>): boolean {
  return path.listKey === 'params' && templateProperties(path.parent) !== undefined;
}
