import type { File, Identifier, ImportDeclaration, Node, Program, VariableDeclaration } from '@babel/types';
import { NodePath, type Root } from './node-path';
import { ALIASES, VISITOR_KEYS } from './node-types';
import { type BindingKind, type Name, ProgramScope } from './scope';

/** A program with the scopes of all its names. */
export interface ProgramTree {
  file: File;
  program: NodePath<Program>;
  /** How many scopes bind a name, or read it as a global. */
  countOf(name: string): number;
}

const SCOPABLE: ReadonlySet<string> = new Set(ALIASES.Scopable);
const FUNCTIONS: ReadonlySet<string> = new Set(ALIASES.Function);
const METHODS: ReadonlySet<string> = new Set(ALIASES.Method);
const PATTERNS: ReadonlySet<string> = new Set(ALIASES.Pattern);

/**
 * Reads a program in one walk over its plain nodes. Scopes are Babel's, whose own traversal takes four to eight times as long
 * as the parse.
 * @param text The text that positions index, for what quotes code; `''` where there is none.
 */
export function readProgram(file: File, text: string): ProgramTree {
  const paths: NodePath<Node>[] = [];
  const names = new Map<string, Name>();
  const root: Root = { paths, text, unusual: new Set() };
  visit(file.program, null, null, 'program', undefined, true);
  return {
    file,
    program: paths[0] as unknown as NodePath<Program>,
    countOf: (text) => {
      const name = names.get(text);
      return name ? name.scopes + (name.isGlobal ? 1 : 0) : 0;
    },
  };

  /** @param isValue Whether names in it may stand for values: not so in the types of TypeScript. */
  function visit(
    node: Node,
    parent: NodePath<Node> | null,
    listKey: string | null,
    key: string | number,
    outer: ProgramScope | undefined,
    isValue: boolean,
  ): void {
    const isScope = isScopeOf(node, parent?.node);
    const scope = isScope || !outer ? new ProgramScope(outer, node, names) : outer;
    const path = new NodePath<Node>(root, paths.length, node, parent as NodePath<Node>, listKey, key, scope);
    paths.push(path);
    if (isScope) scope.path = path;
    declare(path, scope, outer ?? scope);
    if (isValue) note(path, scope);
    const odd = unusualName(path);
    if (odd === 'any') root.unusual = undefined;
    else if (odd) root.unusual?.add(odd.name);
    const isValueInside = isValue && node.type !== 'TSTypeAnnotation';
    for (const field of VISITOR_KEYS[node.type] ?? fieldsOf(node)) {
      const value = (node as unknown as Record<string, Node | (Node | null)[] | null | undefined>)[field];
      if (!value) continue;
      const inner = isOutside(node, field) ? (outer ?? scope) : scope;
      if (!Array.isArray(value)) visit(value, path, null, field, inner, isValueInside);
      else
        for (let at = 0; at < value.length; at++) {
          const element = value[at];
          if (element) visit(element, path, field, at, inner, isValueInside);
        }
    }
    path.end = paths.length;
  }
}

/** A name that is declared in a way that Babel's scopes do not know; 'any' where it may be every name. */
function unusualName({ node, parent, parentPath }: NodePath<Node>): { name: string } | 'any' | undefined {
  switch (node.type) {
    case 'WithStatement':
    case 'TSModuleDeclaration':
      return 'any';
    case 'TSEnumDeclaration':
    case 'EnumDeclaration':
    case 'TSDeclareFunction':
      return node.id ?? undefined;
    case 'TSEnumMember':
      return { name: node.id.type === 'Identifier' ? node.id.name : node.id.value };
    case 'TSParameterProperty':
      return identifiersIn(node.parameter)[0];
    case 'FunctionDeclaration': {
      const isTop =
        /^(Program|Export)/.test(parent.type) ||
        (parent.type === 'BlockStatement' && FUNCTIONS.has(parentPath?.parent.type ?? ''));
      return isTop ? undefined : (node.id ?? undefined);
    }
    default:
      return undefined;
  }
}

function isScopeOf({ type }: Node, parent: Node | undefined): boolean {
  const isOfFunction = parent && (FUNCTIONS.has(parent.type) || parent.type === 'CatchClause');
  if (isOfFunction && type === 'BlockStatement') return false;
  return SCOPABLE.has(type) || (isOfFunction === true && PATTERNS.has(type));
}

/** Whether a field is evaluated outside of the scope that its node makes. */
function isOutside({ type }: Node, field: string): boolean {
  return (
    ((field === 'key' || field === 'decorators') && METHODS.has(type)) ||
    (field === 'discriminant' && type === 'SwitchStatement')
  );
}

/** The fields with nodes of a type that Babel's definitions do not have. */
function fieldsOf(node: Node): string[] {
  const isNode = (value: unknown) => typeof value === 'object' && value !== null && 'type' in value;
  return Object.entries(node).flatMap(([field, value]) =>
    !/Comments$|^(loc|extra|errors|tokens)$/.test(field) &&
    (Array.isArray(value) ? value.some(isNode) : isNode(value))
      ? [field]
      : [],
  );
}

/** Declares what a node declares. Babel says which scope that is, and which node is the declaration. */
function declare(path: NodePath<Node>, scope: ProgramScope, outer: ProgramScope): void {
  const { node, parentPath, listKey } = path;
  const parent = parentPath?.node;
  if (listKey === 'params' && parent && FUNCTIONS.has(parent.type)) {
    for (const id of identifiersIn(node)) outer.declare('param', id, path);
    return;
  }
  // Its own name is declared after its parameters, which hide it.
  if (path.key === 'body' && parent?.type === 'FunctionExpression' && parent.id)
    outer.declare('local', parent.id, parentPath!);
  switch (node.type) {
    case 'VariableDeclarator': {
      const { kind } = parent as VariableDeclaration;
      const target = kind === 'var' ? scope.forVariables() : scope.forBlock();
      for (const id of identifiersIn(node.id)) target.declare(kindOf(kind), id, path);
      return;
    }
    case 'FunctionDeclaration':
      if (node.id) outer.forBlock().declare('hoisted', node.id, path);
      return;
    case 'ClassDeclaration':
      if (!node.id) return;
      if (!node.declare) outer.forBlock().declare('let', node.id, path);
      scope.share(node.id.name);
      return;
    case 'ClassExpression':
      if (node.id) scope.declare('local', node.id, path);
      return;
    case 'CatchClause':
      for (const id of identifiersIn(node.param)) scope.declare('let', id, path);
      return;
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      scope
        .forBlock()
        .declare(isOfTypes(node, parent as ImportDeclaration) ? 'unknown' : 'module', node.local, path);
      return;
    case 'TSImportEqualsDeclaration':
      scope.forBlock().declare('unknown', node.id, path);
      return;
    default:
      if (FLOW_DECLARATIONS.test(node.type)) {
        const { id } = node as { id?: Node };
        for (const one of identifiersIn(id)) scope.forVariables().declare('unknown', one, path);
      }
  }
}

const FLOW_DECLARATIONS =
  /^(Declare(Class|Function|Module|Variable|Interface|TypeAlias|OpaqueType)|InterfaceDeclaration|TypeAlias|OpaqueType)$/;

function kindOf(kind: VariableDeclaration['kind']): BindingKind {
  return kind === 'using' || kind === 'await using' ? 'const' : kind;
}

function isOfTypes(specifier: Node, { importKind }: ImportDeclaration): boolean {
  const own = specifier.type === 'ImportSpecifier' ? specifier.importKind : undefined;
  return /^type/.test(importKind ?? '') || /^type/.test(own ?? '');
}

/** Notes where a node uses names, to be followed when somebody asks for one. */
function note(path: NodePath<Node>, scope: ProgramScope): void {
  const { node } = path;
  switch (node.type) {
    case 'Identifier':
    case 'JSXIdentifier':
      if (path.key !== 'property' || isComputed(path.parent)) scope.nameOf(node.name).identifiers.push(path);
      return;
    case 'AssignmentExpression':
      for (const { name } of identifiersIn(node.left)) scope.nameOf(name).assignments.push(path);
      return;
    case 'ForInStatement':
    case 'ForOfStatement':
      for (const { name } of identifiersIn(node.left)) scope.nameOf(name).changes.push(path);
      return;
    case 'UpdateExpression':
      for (const { name } of identifiersIn(node.argument)) scope.nameOf(name).changes.push(path);
      return;
    case 'UnaryExpression':
      if (node.operator === 'delete')
        for (const { name } of identifiersIn(node.argument)) scope.nameOf(name).changes.push(path);
      return;
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      for (const { name } of declaredBy(node.declaration)) scope.nameOf(name).exports.push(path);
  }
}

function isComputed(node: Node): boolean {
  return 'computed' in node && node.computed === true;
}

function declaredBy(declaration: Node | null | undefined): Identifier[] {
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

/** The names that a pattern, or the target of an assignment, gives a value. */
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
    default:
      return [];
  }
}
