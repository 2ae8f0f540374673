import type {
  Identifier,
  ImportDeclaration,
  ImportDefaultSpecifier,
  ImportNamespaceSpecifier,
  ImportSpecifier,
  Node,
  VariableDeclaration,
} from '@babel/types';
import type { BindingKind, NodePath } from './node-path';
import type { ProgramScope } from './scope';
import { nameOf } from './syntax';

/** @param outer the scope around the one that the node creates */
export type Reader = (path: NodePath<Node>, scope: ProgramScope, outer: ProgramScope) => void;

/** Functions by node type. */
export type Readers = {
  [Type in Node['type']]?: (
    path: NodePath<Extract<Node, { type: Type }>>,
    scope: ProgramScope,
    outer: ProgramScope,
  ) => void;
};

/** Adds the declarations of a node. */
export const DECLARE: Readers = {
  VariableDeclarator(path, scope) {
    const { kind } = path.parent as VariableDeclaration;
    const target = kind === 'var' ? scope.forVariables() : scope.forBlock();
    for (const id of identifiersIn(path.node.id)) target.declare(bindingKindOf(kind), id, path);
  },
  FunctionDeclaration(path, _scope, outer) {
    const { id, async, generator } = path.node;
    if (!id) return;
    // `if (a) function b() {}` means `if (a) { function b() {} }`.
    const isBranch = path.parent.type === 'IfStatement';
    const block = outer.forBlock();
    if (!isBranch) block.declare('hoisted', id, path);
    const around = outer.forVariables();
    const isNested = isBranch || block !== around;
    // In sloppy code, a function in a block is also a variable of the function around the block.
    if (isNested && !async && !generator && !isStrict(path.parentPath))
      around.declare('dynamic', id, around.path);
  },
  ClassDeclaration(path, scope, outer) {
    const { id, declare } = path.node;
    if (!id) return;
    if (!declare) outer.forBlock().declare('let', id, path);
    scope.share(id.name);
  },
  ClassExpression(path, scope) {
    if (path.node.id) scope.declare('local', path.node.id, path);
  },
  CatchClause(path, scope) {
    for (const id of identifiersIn(path.node.param)) scope.declare('let', id, path);
  },
  ImportSpecifier: declareImport,
  ImportDefaultSpecifier: declareImport,
  ImportNamespaceSpecifier: declareImport,
  TSImportEqualsDeclaration(path, scope) {
    scope.forBlock().declare('unknown', path.node.id, path);
  },
  DeclareClass: declareFlow,
  DeclareFunction: declareFlow,
  DeclareInterface: declareFlow,
  DeclareModule: declareFlow,
  DeclareOpaqueType: declareFlow,
  DeclareTypeAlias: declareFlow,
  DeclareVariable: declareFlow,
  InterfaceDeclaration: declareFlow,
  OpaqueType: declareFlow,
  TypeAlias: declareFlow,
  TSEnumDeclaration(path, _scope, outer) {
    const { node } = path;
    if (node.declare) outer.count(node.id.name);
    else outer.forBlock().declare('enum', node.id, path);
  },
  TSEnumMember(path, scope) {
    const { id } = path.node;
    const name = nameOf(id)!;
    scope.declare('enum member', { ...id, type: 'Identifier', name } as Identifier, path);
  },
  TSModuleDeclaration(path, _scope, outer) {
    const { id, body, declare } = path.node;
    // `B` in `namespace A.B { … }` is declared in the scope of A.
    const scope = path.parent.type === 'TSModuleDeclaration' ? outer : outer.forBlock();
    if (id.type === 'Identifier' && !declare && hasValue(body)) scope.declare('namespace', id, path);
    else scope.count(nameOf(id)!);
  },
  TSDeclareFunction(path, scope) {
    const { id } = path.node;
    if (!id) return;
    // At the top, it is ambient or precedes the function's other declarations.
    if (/^(Program|Export|TSModuleBlock)/.test(path.parent.type)) scope.count(id.name);
    else scope.forBlock().declare('overload', id, path);
  },
  TSInterfaceDeclaration: ({ node }, scope) => scope.count(node.id.name),
  TSTypeAliasDeclaration: ({ node }, scope) => scope.count(node.id.name),
};

function declareImport(
  path: NodePath<ImportSpecifier | ImportDefaultSpecifier | ImportNamespaceSpecifier>,
  scope: ProgramScope,
): void {
  const { node, parent } = path;
  const isType = (kind: string | null | undefined) => /^type/.test(kind ?? '');
  const own = node.type === 'ImportSpecifier' ? node.importKind : undefined;
  const kind = isType(own) || isType((parent as ImportDeclaration).importKind) ? 'unknown' : 'module';
  scope.forBlock().declare(kind, node.local, path);
}

function declareFlow(path: NodePath<Node>, scope: ProgramScope): void {
  const { id } = path.node as { id?: Node };
  for (const one of identifiersIn(id)) scope.forVariables().declare('unknown', one, path);
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

function isStrict(path: NodePath<Node>): boolean {
  const isStrictCode = ({ node }: NodePath<Node>) =>
    /^Class/.test(node.type) ||
    (node.type === 'Program' && node.sourceType === 'module') ||
    ('directives' in node && node.directives?.some(({ value }) => value.value === 'use strict') === true);
  return path.find(isStrictCode) !== null;
}

function bindingKindOf(kind: VariableDeclaration['kind']): BindingKind {
  return kind === 'using' || kind === 'await using' ? 'const' : kind;
}

/** The variables that a declaration gives to the scope that contains it. */
export function declaredBy(declaration: Node | null | undefined): Identifier[] {
  switch (declaration?.type) {
    case 'VariableDeclaration':
      return declaration.declarations.flatMap(({ id }) => identifiersIn(id));
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return declaration.id ? [declaration.id] : [];
    default:
      return [];
  }
}

/** The names that are assigned by a pattern or an assignment target. */
export function identifiersIn(target: Node | null | undefined): Identifier[] {
  switch (target?.type) {
    case 'Identifier':
      return [target];
    case 'ObjectPattern':
      return target.properties.flatMap((property) =>
        identifiersIn(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'ArrayPattern':
      return target.elements.flatMap(identifiersIn);
    case 'AssignmentPattern':
      return identifiersIn(target.left);
    case 'RestElement':
      return identifiersIn(target.argument);
    case 'TSParameterProperty':
      return identifiersIn(target.parameter);
    default:
      return [];
  }
}
