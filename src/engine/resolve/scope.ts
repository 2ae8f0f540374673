import type { Identifier, Node, Statement } from '@babel/types';
import type { Binding as NamedBinding, NodePath } from '../../ast/node-path';
import { nameOf } from '../../ast/syntax';

/** A name that scopes do not contain, by its declaration. */
type DeclaredKind = 'enum' | 'enum member' | 'namespace' | 'function' | 'parameter property' | 'dynamic';

/** The binding of a name. */
export type Binding = NamedBinding;

/** Bindings created here, by declaring node, so that the same declaration gives the same object. */
const made = new WeakMap<Node, Binding>();

/**
 * The names of functions in nested blocks of a sloppy function or script, by the node of the function or
 * script.
 */
const blockFunctions = new WeakMap<Node, ReadonlyMap<string, Node>>();

/**
 * The binding of a name at a position in the program; `undefined` for a global. Adds to the scopes, which
 * equal Babel's, what those lack: enums and their members, namespaces, parameter properties, functions
 * without a body, and the names of sloppy code (functions in blocks, anything inside `with`).
 */
export function bindingOf(path: NodePath<Node>, name: string): Binding | undefined {
  const known = path.scope.getBinding(name);
  const { unusual } = path.root;
  if (unusual && !unusual.has(name)) return known;
  let child: NodePath<Node> | undefined;
  for (let at: NodePath<Node> | null = path; at; child = at, at = at.parentPath) {
    if (known?.scope.path === at) return known;
    const found = declaredAt(at, child, name);
    if (found) return found;
  }
  return known;
}

/** The binding of an identifier; `undefined` for a global or another node. */
export function bindingOfIdentifier(path: NodePath<Node | null | undefined>): Binding | undefined {
  return path.isIdentifier() ? bindingOf(path as NodePath<Node>, path.node.name) : undefined;
}

/** Whether an expression is a name without a declaration in the file. */
export function isUnbound(path: NodePath<Node | null | undefined>, name?: string): boolean {
  if (!path.isIdentifier() || (name !== undefined && path.node.name !== name)) return false;
  return bindingOfIdentifier(path) === undefined;
}

/**
 * The uses of a binding. Babel's references also include uses that are shadowed by a declaration which scopes
 * lack, and names in types: `interface A { startRecord(option): void }`.
 */
export function referencesOf(binding: Binding): NodePath<Node>[] {
  const { name } = binding.identifier;
  return binding.referencePaths.filter((path) => !namesPart(path) && bindingOf(path, name) === binding);
}

/** Whether an identifier names a member, a parameter or an element of a type. */
function namesPart({ key, listKey, parent }: NodePath<Node>): boolean {
  if (key === 'key') return !('computed' in parent && parent.computed);
  if (listKey === 'params' || listKey === 'parameters' || parent.type === 'RestElement') return true;
  return key === 'id' || key === 'label' || (key === 'name' && parent.type === 'FunctionTypeParam');
}

/** The uses of the binding of a name at a position. */
export function referencesTo(path: NodePath<Node>, name: string): NodePath<Node>[] {
  const binding = bindingOf(path, name);
  return binding ? referencesOf(binding) : [];
}

/** The positions that modify a binding. */
export function changesOf(binding: Binding): NodePath<Node>[] {
  return binding.constantViolations.filter((path) => bindingOf(path, binding.identifier.name) === binding);
}

/** The name that a node declares, if scopes do not contain it. */
export function declaredName(node: Node): string | undefined {
  if (node.type === 'TSParameterProperty') return parameterName(node)?.name;
  return 'id' in node && node.id ? nameOf(node.id as Node) : undefined;
}

function declaredAt(
  at: NodePath<Node>,
  child: NodePath<Node> | undefined,
  name: string,
): Binding | undefined {
  const { node } = at;
  switch (node.type) {
    case 'Program':
      return inStatements(at, 'body', name, false) ?? inNestedBlock(at, name);
    case 'BlockStatement':
    case 'StaticBlock':
      return inStatements(at, 'body', name, true);
    case 'SwitchStatement':
      for (const one of at.get('cases') as NodePath<Node>[]) {
        const found = inStatements(one, 'consequent', name, true);
        if (found) return found;
      }
      return undefined;
    case 'TSModuleBlock':
      return inStatements(at, 'body', name, false) ?? inMergedNamespaces(at, name);
    case 'TSModuleDeclaration':
      // `B` in `namespace A.B { … }`, inside A.
      return node.body.type === 'TSModuleDeclaration'
        ? inStatement(at.get('body') as NodePath<Node>, name, false)
        : undefined;
    case 'TSEnumDeclaration':
      return child?.node.type === 'TSEnumMember' ? inEnum(at, name) : undefined;
    case 'WithStatement':
      return child?.key === 'body'
        ? make('dynamic', at, { type: 'Identifier', name } as Identifier)
        : undefined;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassPrivateMethod':
      return inParameters(at, name) ?? inNestedBlock(at, name);
    default:
      return undefined;
  }
}

function inParameters(at: NodePath<Node>, name: string): Binding | undefined {
  for (const parameter of at.get('params') as NodePath<Node>[]) {
    if (parameter.node.type !== 'TSParameterProperty') continue;
    const id = parameterName(parameter.node);
    if (id?.name === name) return make('parameter property', parameter, id);
  }
  return undefined;
}

function parameterName({
  parameter,
}: Extract<Node, { type: 'TSParameterProperty' }>): Identifier | undefined {
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  return target.type === 'Identifier' ? target : undefined;
}

function inStatements(
  at: NodePath<Node>,
  list: 'body' | 'consequent',
  name: string,
  isBlock: boolean,
): Binding | undefined {
  const statements = (at.node as unknown as Record<string, Statement[]>)[list]!;
  for (const [index, statement] of statements.entries()) {
    if (!isNamed(statement, name)) continue;
    const found = inStatement(at.get(`${list}.${index}`) as NodePath<Node>, name, isBlock);
    if (found) return found;
  }
  return undefined;
}

/** A quick check of the node, to avoid creating a path. */
function isNamed(statement: Statement, name: string): boolean {
  const node = 'declaration' in statement && statement.declaration ? statement.declaration : statement;
  return 'id' in node && node.id?.type === 'Identifier' && node.id.name === name;
}

/**
 * @param isBlock whether it is in a block, where `declare` is not allowed and a function is scoped to the
 * block
 */
function inStatement(given: NodePath<Node>, name: string, isBlock: boolean): Binding | undefined {
  const path =
    given.node.type === 'ExportNamedDeclaration' ? (given.get('declaration') as NodePath<Node>) : given;
  const { node } = path;
  if (!node || !('id' in node) || node.id?.type !== 'Identifier' || node.id.name !== name) return undefined;
  switch (node.type) {
    case 'TSEnumDeclaration':
    case 'EnumDeclaration':
      return 'declare' in node && node.declare ? undefined : make('enum', path, node.id);
    case 'TSModuleDeclaration':
      return node.declare || !hasValue(node.body) ? undefined : make('namespace', path, node.id);
    case 'TSDeclareFunction':
      return isBlock ? make('function', path, node.id) : undefined;
    default:
      return undefined;
  }
}

/** Whether a namespace exists at run time. A namespace with only types does not. */
function hasValue(body: Node): boolean {
  if (body.type === 'TSModuleDeclaration') return hasValue(body.body);
  if (body.type !== 'TSModuleBlock') return true;
  return body.body.some((statement) => {
    const node =
      statement.type === 'ExportNamedDeclaration' && statement.declaration
        ? statement.declaration
        : statement;
    if (node.type === 'TSModuleDeclaration') return hasValue(node.body);
    return node.type !== 'TSInterfaceDeclaration' && node.type !== 'TSTypeAliasDeclaration';
  });
}

/** An enum member is in scope in the initializers of all other members, in all declarations of the enum. */
function inEnum(at: NodePath<Node>, name: string): Binding | undefined {
  for (const one of declarationsLike(at)) {
    for (const member of one.get('members') as NodePath<Node>[]) {
      const { node } = member;
      if (node.type === 'TSEnumMember' && nameOf(node.id) === name)
        return make('enum member', member, { ...node.id, type: 'Identifier', name } as Identifier);
    }
  }
  return undefined;
}

/** The exports of another part of the same namespace are in scope in this one. */
function inMergedNamespaces(block: NodePath<Node>, name: string): Binding | undefined {
  for (const one of declarationsLike(block.parentPath!)) {
    const body = one.get('body') as NodePath<Node>;
    if (body.node === block.node || body.node.type !== 'TSModuleBlock') continue;
    const own = body.scope.bindings.get(name);
    const isExported = own?.path.find((parent) => parent.isExportNamedDeclaration() || parent === body);
    if (own && isExported !== body) return own;
    const found = inStatements(body, 'body', name, false);
    if (found) return found;
  }
  return undefined;
}

/**
 * All declarations of an enum or namespace with the same name in a list of statements, including the given
 * one.
 */
function declarationsLike(path: NodePath<Node>): NodePath<Node>[] {
  const { node } = path;
  if (!('id' in node) || !node.id) return [path];
  const name = nameOf(node.id as Node);
  const statement = path.parentPath?.isExportNamedDeclaration() ? path.parentPath : path;
  if (typeof statement.key !== 'number' || name === undefined) return [path];
  return [...statement.getAllPrevSiblings(), statement, ...statement.getAllNextSiblings()].flatMap(
    (sibling) => {
      const one = sibling.isExportNamedDeclaration()
        ? (sibling.get('declaration') as NodePath<Node>)
        : sibling;
      return one.node?.type === node.type && 'id' in one.node && nameOf(one.node.id as Node) === name
        ? [one as NodePath<Node>]
        : [];
    },
  );
}

/** In sloppy code, a function in a block is also a variable of the enclosing function. */
function inNestedBlock(at: NodePath<Node>, name: string): Binding | undefined {
  const known = blockFunctions.get(at.node) ?? new Map(functionsInBlocks(at.node));
  blockFunctions.set(at.node, known);
  const id = known.get(name) as Identifier | undefined;
  return id && !isStrict(at) ? make('dynamic', at, id) : undefined;
}

function functionsInBlocks(owner: Node): [string, Node][] {
  const found: [string, Node][] = [];
  const visit = (node: Node | null | undefined, isNested: boolean): void => {
    if (!node) return;
    if (node.type === 'FunctionDeclaration') {
      if (isNested && node.id && !node.async && !node.generator) found.push([node.id.name, node.id]);
      return;
    }
    for (const child of statementsIn(node)) visit(child, isNested || node !== owner);
  };
  const body = owner.type === 'Program' ? owner : ((owner as { body?: Node }).body ?? null);
  if (body && (body.type === 'Program' || body.type === 'BlockStatement'))
    for (const child of body.body) visit(child, false);
  return found;
}

/**
 * The statements directly inside a statement. A function in one of them is in a block, except after a label.
 */
function statementsIn(node: Node): Node[] {
  switch (node.type) {
    case 'BlockStatement':
      return node.body;
    case 'IfStatement':
      return node.alternate ? [node.consequent, node.alternate] : [node.consequent];
    case 'SwitchStatement':
      return node.cases.flatMap(({ consequent }) => consequent);
    case 'TryStatement':
      return [
        node.block,
        ...(node.handler ? [node.handler.body] : []),
        ...(node.finalizer ? [node.finalizer] : []),
      ];
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
    case 'WithStatement':
      return [node.body];
    default:
      return [];
  }
}

function isStrict(path: NodePath<Node>): boolean {
  return (
    path.find(({ node }) => {
      if (/^Class(Body|Declaration|Expression)$/.test(node.type)) return true;
      if (node.type === 'Program' && node.sourceType === 'module') return true;
      const directives = 'directives' in node ? node.directives : undefined;
      const body = 'body' in node ? (node.body as Node | Node[]) : undefined;
      const own = body && !Array.isArray(body) && 'directives' in body ? body.directives : directives;
      return own?.some(({ value }) => value.value === 'use strict') ?? false;
    }) !== null
  );
}

function make(kind: DeclaredKind, path: NodePath<Node>, identifier: Identifier): Binding {
  const known = kind === 'dynamic' ? undefined : made.get(path.node);
  if (known) return known;
  const binding: Binding = {
    kind,
    identifier,
    path,
    constant: false,
    constantViolations: [],
    referencePaths: [],
    referenced: true,
  };
  made.set(path.node, binding);
  return binding;
}
