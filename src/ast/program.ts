import type {
  ExportDefaultDeclaration,
  ExportNamedDeclaration,
  File,
  Identifier,
  JSXIdentifier,
  Node,
  Program,
  TSEnumDeclaration,
  TSModuleDeclaration,
} from '@babel/types';
import { TYPES } from './aliases';
import { DECLARE, declaredBy, identifiersIn, type Reader, type Readers } from './declarations';
import { NodePath, type Root } from './node-path';
import { VISITOR_KEYS } from './node-types';
import { type Name, ProgramScope } from './scope';

/** A program with the scopes of all its names. */
export interface ProgramTree {
  file: File;
  program: NodePath<Program>;
  /** The number of scopes that bind a name or read it as a global. */
  countOf(name: string): number;
}

/** How to read a node type. Precomputed, because it is needed for every node of a program. */
interface NodeKind {
  /** The fields that contain nodes, and whether each is evaluated outside the node's own scope. */
  fields: readonly { name: string; isOutside: boolean }[];
  isScopable: boolean;
  /** Whether declarations of the same name have one scope. */
  hasParts: boolean;
  isPattern: boolean;
  /** Whether its block has no scope of its own, while its patterns do. */
  hasParameters: boolean;
  /** Whether names in it are never values. */
  isType: boolean;
  declare: Reader | undefined;
  note: Reader | undefined;
}

const kinds = new Map<string, NodeKind>();

function kindOf(node: Node): NodeKind {
  const { type } = node;
  const known = kinds.get(type);
  if (known) return known;
  const hasParts = type === 'TSEnumDeclaration' || type === 'TSModuleDeclaration';
  const isOutside = (name: string) =>
    ((name === 'key' || name === 'decorators') && TYPES.Method.has(type)) ||
    (name === 'discriminant' && type === 'SwitchStatement') ||
    (name === 'object' && type === 'WithStatement') ||
    (name === 'id' && hasParts);
  const names = VISITOR_KEYS[type] ?? fieldsOf(node);
  const kind: NodeKind = {
    fields: names.map((name) => ({ name, isOutside: isOutside(name) })),
    isScopable: TYPES.Scopable.has(type) || type === 'WithStatement' || hasParts,
    hasParts,
    isPattern: TYPES.Pattern.has(type),
    hasParameters: TYPES.Function.has(type) || type === 'CatchClause',
    isType: type === 'TSTypeAnnotation',
    declare: DECLARE[type as Node['type']] as Reader | undefined,
    note: NOTE[type as Node['type']] as Reader | undefined,
  };
  // In types that Babel does not define, nodes may differ in their fields.
  if (VISITOR_KEYS[type]) kinds.set(type, kind);
  return kind;
}

/** The fields that contain nodes, for node types without a Babel definition. */
function fieldsOf(node: Node): string[] {
  const isNode = (value: unknown) => typeof value === 'object' && value !== null && 'type' in value;
  return Object.entries(node).flatMap(([field, value]) =>
    !/Comments$|^(loc|extra|errors|tokens)$/.test(field) &&
    (Array.isArray(value) ? value.some(isNode) : isNode(value))
      ? [field]
      : [],
  );
}

/**
 * Reads a program in one walk over its plain nodes. Babel's own traversal takes eight times as long as the
 * parse.
 * @param text the text that positions refer to, for quoting code; `''` without a text
 * @param gone code that the new text will not contain: the names in it are not uses
 */
export function readProgram(file: File, text: string, gone: ReadonlySet<Node> = new Set()): ProgramTree {
  const paths: NodePath<Node>[] = [];
  const names = new Map<string, Name>();
  const root: Root = { paths, text };
  const { program } = file;
  visit(program, kindOf(program), null, undefined, null, 'program', undefined, true);
  return {
    file,
    program: paths[0] as unknown as NodePath<Program>,
    countOf: (text) => {
      const name = names.get(text);
      return name ? name.scopes + (name.isGlobal ? 1 : 0) : 0;
    },
  };

  /** @param isValue whether names in it may be uses of values */
  function visit(
    node: Node,
    kind: NodeKind,
    parent: NodePath<Node> | null,
    parentKind: NodeKind | undefined,
    listKey: string | null,
    key: string | number,
    outer: ProgramScope | undefined,
    isValue: boolean,
  ): void {
    const isOfFunction = parentKind?.hasParameters === true;
    const isScope = kind.isScopable
      ? !(isOfFunction && node.type === 'BlockStatement')
      : isOfFunction && kind.isPattern;
    const scope = isScope ? scopeOf(node, kind, outer) : outer!;
    const path = new NodePath<Node>(root, paths.length, node, parent, listKey, key, scope);
    paths.push(path);
    if (isScope) scope.path ??= path;
    if (outer) {
      if (isOfFunction && listKey === 'params') {
        const kindOfName = node.type === 'TSParameterProperty' ? 'parameter property' : 'param';
        for (const id of identifiersIn(node)) outer.declare(kindOfName, id, path);
      }
      kind.declare?.(path, scope, outer);
      // The function's own name is declared after its parameters, which shadow it.
      if (key === 'body' && parent?.node.type === 'FunctionExpression' && parent.node.id)
        outer.declare('local', parent.node.id, parent);
    }
    const isLeft = isValue && !gone.has(node);
    if (isLeft) kind.note?.(path, scope, scope);
    const isValueInside = isLeft && !kind.isType;
    for (const { name, isOutside } of kind.fields) {
      const value = (node as unknown as Record<string, Node | (Node | null)[] | null | undefined>)[name];
      if (!value) continue;
      const inner = isOutside && outer ? outer : scope;
      if (!Array.isArray(value)) visit(value, kindOf(value), path, kind, null, name, inner, isValueInside);
      else
        for (let at = 0; at < value.length; at++) {
          const element = value[at];
          if (element) visit(element, kindOf(element), path, kind, name, at, inner, isValueInside);
        }
    }
    path.end = paths.length;
  }

  function scopeOf(node: Node, { hasParts }: NodeKind, outer: ProgramScope | undefined): ProgramScope {
    return hasParts
      ? outer!.forParts(node as TSEnumDeclaration | TSModuleDeclaration)
      : new ProgramScope(outer, node, names);
  }
}

/** Records the names used by a node. They are resolved on demand. */
const NOTE: Readers = {
  Identifier: noteIdentifier,
  JSXIdentifier: noteIdentifier,
  AssignmentExpression(path, scope) {
    for (const { name } of identifiersIn(path.node.left)) scope.nameOf(name).assignments.push(path);
  },
  ForInStatement: (path, scope) => noteChange(path, path.node.left, scope),
  ForOfStatement: (path, scope) => noteChange(path, path.node.left, scope),
  UpdateExpression: (path, scope) => noteChange(path, path.node.argument, scope),
  UnaryExpression(path, scope) {
    if (path.node.operator === 'delete') noteChange(path, path.node.argument, scope);
  },
  ExportNamedDeclaration: noteExport,
  ExportDefaultDeclaration: noteExport,
};

function noteIdentifier(path: NodePath<Identifier | JSXIdentifier>, scope: ProgramScope): void {
  if (path.key !== 'property' || isComputed(path.parent)) scope.nameOf(path.node.name).identifiers.push(path);
}

function noteChange(path: NodePath<Node>, target: Node, scope: ProgramScope): void {
  for (const { name } of identifiersIn(target)) scope.nameOf(name).changes.push(path);
}

function noteExport(
  path: NodePath<ExportNamedDeclaration | ExportDefaultDeclaration>,
  scope: ProgramScope,
): void {
  for (const { name } of declaredBy(path.node.declaration)) scope.nameOf(name).exports.push(path);
}

function isComputed(node: Node): boolean {
  return 'computed' in node && node.computed === true;
}
