import type { Identifier, Node } from '@babel/types';
import { ALIASES, VISITOR_KEYS } from './node-types';

type Maybe = Node | null | undefined;
type OfType<Type extends string> = Extract<Node, { type: Type }>;
type OfAlias<Alias extends keyof typeof ALIASES> = OfType<(typeof ALIASES)[Alias][number]>;

/** The paths of what a field holds. */
type PathsOf<Value> =
  | (Extract<Value, Maybe> extends never ? never : NodePath<Extract<Value, Maybe>>)
  | (Value extends readonly (infer Element)[] ? NodePath<Extract<Element, Maybe>>[] : never);

/** What a name is bound to, as in Babel's scopes. */
export interface Binding {
  readonly identifier: Identifier;
  /** What declares the name: a declarator, a specifier, a parameter, a function, a class. */
  readonly path: NodePath<Node>;
  readonly kind: string;
  /** Whether the name keeps the value of its declaration. */
  readonly constant: boolean;
  /** What changes its value: assignments, further declarations. */
  readonly constantViolations: readonly NodePath<Node>[];
  readonly referencePaths: readonly NodePath<Node>[];
  readonly referenced: boolean;
}

/** The names that a part of the program declares. */
export interface Scope {
  /** The node whose scope it is. */
  readonly path: NodePath<Node>;
  readonly parent: Scope | undefined;
  readonly bindings: ReadonlyMap<string, ScopeBinding>;
  /** What a name is bound to inside of this scope; `undefined` for a global. */
  getBinding(name: string): ScopeBinding | undefined;
}

/** A binding that a scope holds. */
export interface ScopeBinding extends Binding {
  readonly scope: Scope;
}

/** What all paths of a program share. */
export interface Root {
  /** All nodes in the order in which they are visited. */
  readonly paths: readonly NodePath<Node>[];
  /** The text that positions index; `''` where there is none. */
  readonly text: string;
  /** Names that scopes do not hold everywhere they are declared; undefined where any name may be one. */
  unusual: Set<string> | undefined;
}

/**
 * Functions by the types of nodes, one or several (`'StringLiteral|TemplateLiteral'`), that they are called for; `enter` is called for all.
 */
export type Visitor = {
  [Type in Node['type']]?: (path: NodePath<OfType<Type>>) => void;
} & {
  [Alias in keyof typeof ALIASES]?: (path: NodePath<OfAlias<Alias>>) => void;
} & {
  enter?: (path: NodePath<Node>) => void;
  [several: `${string}|${string}`]: (path: NodePath<Node>) => void;
};

/**
 * A node with the place where it stands. Its members are those of Babel's NodePath that the engine needs; it is read
 * only, and a whole program's cost as much as a small part of its parse (see docs/architecture.md).
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the interface has the tests, which are defined below for all types.
export class NodePath<out T extends Maybe = Node> {
  /** Index behind the last node inside of this one, in `root.paths`. */
  end: number;
  private control: 'go' | 'skip' | 'stop' = 'go';

  constructor(
    readonly root: Root,
    /** Index in `root.paths`; -1 where there is no node. */
    readonly index: number,
    readonly node: T,
    readonly parentPath: T extends OfType<'Program'> ? null : NodePath<Node>,
    /** The parent's field that holds the node, if it is a list. */
    readonly listKey: string | null,
    /** The parent's field that holds the node, or its index in a list. */
    readonly key: string | number,
    readonly scope: Scope,
  ) {
    this.end = index + 1;
  }

  get parent(): Node {
    return (this.parentPath as NodePath<Node> | null)?.node ?? (this.node as Node);
  }

  get type(): T extends Node ? T['type'] : Node['type'] | undefined {
    return this.node?.type as T extends Node ? T['type'] : Node['type'] | undefined;
  }

  get inList(): boolean {
    return this.listKey !== null;
  }

  /** The paths of a field, or of fields of fields: `get('body.0')`. */
  get<Key extends keyof NonNullable<T>>(key: Key): PathsOf<NonNullable<T>[Key]>;
  get(key: string): NodePath<Maybe> | NodePath<Maybe>[];
  get(key: string): unknown {
    const dot = key.indexOf('.');
    if (dot < 0) return this.field(key);
    const found = this.field(key.slice(0, dot));
    const rest = key.slice(dot + 1);
    if (!Array.isArray(found)) return found.get(rest);
    const next = rest.indexOf('.');
    const element = found[Number(next < 0 ? rest : rest.slice(0, next))]!;
    return next < 0 ? element : element.get(rest.slice(next + 1));
  }

  private field(key: string): NodePath<Maybe> | NodePath<Maybe>[] {
    const value = (this.node as unknown as Record<string, Maybe | Maybe[]> | null | undefined)?.[key];
    if (Array.isArray(value)) return this.list(key, value);
    const { paths } = this.root;
    let at = this.index + 1;
    while (value && at < this.end && (paths[at]!.node !== value || paths[at]!.key !== key))
      at = paths[at]!.end;
    return value && at < this.end ? paths[at]! : this.made(value, null, key);
  }

  private list(key: string, nodes: readonly Maybe[]): NodePath<Maybe>[] {
    const { paths } = this.root;
    const found: NodePath<Maybe>[] = [];
    let at = this.index + 1;
    for (const [position, node] of nodes.entries()) {
      while (node && at < this.end && paths[at]!.node !== node) at = paths[at]!.end;
      found.push(node && at < this.end ? paths[at]! : this.made(node, key, position));
    }
    return found;
  }

  /** The path of a field without a node. */
  private made(node: Maybe, listKey: string | null, key: string | number): NodePath<Maybe> {
    return new NodePath<Maybe>(
      this.root,
      -1,
      node,
      this as unknown as NodePath<Node>,
      listKey,
      key,
      this.scope,
    );
  }

  /** The closest path that fits, this one included. */
  find(fits: (path: NodePath<Node>) => boolean): NodePath<Node> | null {
    let path = this as unknown as NodePath<Node> | null;
    while (path && !fits(path)) path = path.parentPath as NodePath<Node> | null;
    return path;
  }

  /** The closest path that fits, above this one. */
  findParent(fits: (path: NodePath<Node>) => boolean): NodePath<Node> | null {
    return (this.parentPath as NodePath<Node> | null)?.find(fits) ?? null;
  }

  getFunctionParent(): NodePath<OfAlias<'Function'>> | null {
    return this.findParent((path) => path.isFunction()) as NodePath<OfAlias<'Function'>> | null;
  }

  /** The closest statement in a list of statements. */
  getStatementParent(): NodePath<Node> | null {
    return this.find((path) => path.inList && path.isStatement());
  }

  /** What stands right before it in its list. */
  getPrevSibling(): NodePath<Maybe> | undefined {
    return this.siblings()[Number(this.key) - 1];
  }

  /** All that stands before it in its list, the closest first. */
  getAllPrevSiblings(): NodePath<Maybe>[] {
    return this.siblings().slice(0, Number(this.key)).reverse();
  }

  /** All that stands behind it in its list. */
  getAllNextSiblings(): NodePath<Maybe>[] {
    return this.siblings().slice(Number(this.key) + 1);
  }

  private siblings(): NodePath<Maybe>[] {
    return this.listKey === null ? [] : (this.parentPath!.get(this.listKey) as NodePath<Maybe>[]);
  }

  isDescendant(of: NodePath<Node>): boolean {
    return of.index < this.index && this.index < of.end;
  }

  /** Whether it is a member access that reads `object.property`, both written as names. */
  matchesPattern(pattern: string): boolean {
    const { node } = this;
    if (node?.type !== 'MemberExpression' || node.object.type !== 'Identifier') return false;
    const { object, property, computed } = node;
    const name = !computed && property.type === 'Identifier' ? property.name : undefined;
    const text = computed && property.type === 'StringLiteral' ? property.value : name;
    return `${object.name}.${text}` === pattern;
  }

  /** Visits all nodes inside of this one, in the order of the text but for few. */
  traverse(visitor: Visitor): void {
    const functions = byType(visitor);
    const { enter } = visitor;
    for (let at = this.index + 1; at < this.end; at++) {
      const path = this.root.paths[at]!;
      const visit = functions.get(path.node.type) ?? enter;
      if (!visit) continue;
      path.control = 'go';
      visit(path);
      const control = path.control as NodePath['control'];
      if (control === 'stop') return;
      if (control === 'skip') at = path.end - 1;
    }
  }

  /** Leaves out what is inside, when a visitor calls it. */
  skip(): void {
    this.control = 'skip';
  }

  /** Ends the traversal, when a visitor calls it. */
  stop(): void {
    this.control = 'stop';
  }

  /** Whether an identifier stands for a value, and is not a key, a label or a declaration. */
  isReferencedIdentifier(): boolean {
    const { node, parentPath } = this as unknown as NodePath<Node>;
    if (!parentPath) return false;
    if (node?.type === 'JSXIdentifier') {
      const isTag = parentPath.node.type !== 'JSXMemberExpression' && /^[a-z]/.test(node.name);
      return !isTag && isReferenced(node, parentPath);
    }
    return node?.type === 'Identifier' && isReferenced(node, parentPath);
  }

  isExpression(): this is NodePath<OfAlias<'Expression'>> {
    const { node } = this;
    if (node?.type === 'Identifier') return this.isReferencedIdentifier();
    return node ? TYPES.Expression!.has(node.type) : false;
  }

  isStatement(): this is NodePath<OfAlias<'Statement'>> {
    const { node } = this;
    if (!node || !TYPES.Statement!.has(node.type)) return false;
    const isHead = node.type === 'VariableDeclaration' && (this.key === 'left' || this.key === 'init');
    return !isHead;
  }
}

/** The tests of a node's type, with fields that it has to have. */
// biome-ignore lint/correctness/noUnusedVariables: the parameters of the class and the interface have to be the same.
export interface NodePath<out T extends Maybe = Node> {
  isArrayExpression(fields?: Partial<OfType<'ArrayExpression'>>): this is NodePath<OfType<'ArrayExpression'>>;
  isArrayPattern(fields?: Partial<OfType<'ArrayPattern'>>): this is NodePath<OfType<'ArrayPattern'>>;
  isArrowFunctionExpression(
    fields?: Partial<OfType<'ArrowFunctionExpression'>>,
  ): this is NodePath<OfType<'ArrowFunctionExpression'>>;
  isAssignmentExpression(
    fields?: Partial<OfType<'AssignmentExpression'>>,
  ): this is NodePath<OfType<'AssignmentExpression'>>;
  isAssignmentPattern(
    fields?: Partial<OfType<'AssignmentPattern'>>,
  ): this is NodePath<OfType<'AssignmentPattern'>>;
  isAwaitExpression(fields?: Partial<OfType<'AwaitExpression'>>): this is NodePath<OfType<'AwaitExpression'>>;
  isBinaryExpression(
    fields?: Partial<OfType<'BinaryExpression'>>,
  ): this is NodePath<OfType<'BinaryExpression'>>;
  isBlockStatement(fields?: Partial<OfType<'BlockStatement'>>): this is NodePath<OfType<'BlockStatement'>>;
  isCallExpression(fields?: Partial<OfType<'CallExpression'>>): this is NodePath<OfType<'CallExpression'>>;
  isClass(fields?: Partial<OfAlias<'Class'>>): this is NodePath<OfAlias<'Class'>>;
  isClassBody(fields?: Partial<OfType<'ClassBody'>>): this is NodePath<OfType<'ClassBody'>>;
  isClassDeclaration(
    fields?: Partial<OfType<'ClassDeclaration'>>,
  ): this is NodePath<OfType<'ClassDeclaration'>>;
  isClassExpression(fields?: Partial<OfType<'ClassExpression'>>): this is NodePath<OfType<'ClassExpression'>>;
  isConditionalExpression(
    fields?: Partial<OfType<'ConditionalExpression'>>,
  ): this is NodePath<OfType<'ConditionalExpression'>>;
  isExportAllDeclaration(
    fields?: Partial<OfType<'ExportAllDeclaration'>>,
  ): this is NodePath<OfType<'ExportAllDeclaration'>>;
  isExportDeclaration(
    fields?: Partial<OfAlias<'ExportDeclaration'>>,
  ): this is NodePath<OfAlias<'ExportDeclaration'>>;
  isExportDefaultDeclaration(
    fields?: Partial<OfType<'ExportDefaultDeclaration'>>,
  ): this is NodePath<OfType<'ExportDefaultDeclaration'>>;
  isExportNamedDeclaration(
    fields?: Partial<OfType<'ExportNamedDeclaration'>>,
  ): this is NodePath<OfType<'ExportNamedDeclaration'>>;
  isExportSpecifier(fields?: Partial<OfType<'ExportSpecifier'>>): this is NodePath<OfType<'ExportSpecifier'>>;
  isExpressionStatement(
    fields?: Partial<OfType<'ExpressionStatement'>>,
  ): this is NodePath<OfType<'ExpressionStatement'>>;
  isFile(fields?: Partial<OfType<'File'>>): this is NodePath<OfType<'File'>>;
  isForInStatement(fields?: Partial<OfType<'ForInStatement'>>): this is NodePath<OfType<'ForInStatement'>>;
  isForOfStatement(fields?: Partial<OfType<'ForOfStatement'>>): this is NodePath<OfType<'ForOfStatement'>>;
  isForStatement(fields?: Partial<OfType<'ForStatement'>>): this is NodePath<OfType<'ForStatement'>>;
  isForXStatement(fields?: Partial<OfAlias<'ForXStatement'>>): this is NodePath<OfAlias<'ForXStatement'>>;
  isFunction(fields?: Partial<OfAlias<'Function'>>): this is NodePath<OfAlias<'Function'>>;
  isFunctionDeclaration(
    fields?: Partial<OfType<'FunctionDeclaration'>>,
  ): this is NodePath<OfType<'FunctionDeclaration'>>;
  isIdentifier(fields?: Partial<OfType<'Identifier'>>): this is NodePath<OfType<'Identifier'>>;
  isIfStatement(fields?: Partial<OfType<'IfStatement'>>): this is NodePath<OfType<'IfStatement'>>;
  isImport(fields?: Partial<OfType<'Import'>>): this is NodePath<OfType<'Import'>>;
  isImportDeclaration(
    fields?: Partial<OfType<'ImportDeclaration'>>,
  ): this is NodePath<OfType<'ImportDeclaration'>>;
  isImportDefaultSpecifier(
    fields?: Partial<OfType<'ImportDefaultSpecifier'>>,
  ): this is NodePath<OfType<'ImportDefaultSpecifier'>>;
  isImportNamespaceSpecifier(
    fields?: Partial<OfType<'ImportNamespaceSpecifier'>>,
  ): this is NodePath<OfType<'ImportNamespaceSpecifier'>>;
  isImportSpecifier(fields?: Partial<OfType<'ImportSpecifier'>>): this is NodePath<OfType<'ImportSpecifier'>>;
  isJSX(fields?: Partial<OfAlias<'JSX'>>): this is NodePath<OfAlias<'JSX'>>;
  isJSXAttribute(fields?: Partial<OfType<'JSXAttribute'>>): this is NodePath<OfType<'JSXAttribute'>>;
  isJSXExpressionContainer(
    fields?: Partial<OfType<'JSXExpressionContainer'>>,
  ): this is NodePath<OfType<'JSXExpressionContainer'>>;
  isJSXIdentifier(fields?: Partial<OfType<'JSXIdentifier'>>): this is NodePath<OfType<'JSXIdentifier'>>;
  isJSXMemberExpression(
    fields?: Partial<OfType<'JSXMemberExpression'>>,
  ): this is NodePath<OfType<'JSXMemberExpression'>>;
  isLiteral(fields?: Partial<OfAlias<'Literal'>>): this is NodePath<OfAlias<'Literal'>>;
  isLogicalExpression(
    fields?: Partial<OfType<'LogicalExpression'>>,
  ): this is NodePath<OfType<'LogicalExpression'>>;
  isLoop(fields?: Partial<OfAlias<'Loop'>>): this is NodePath<OfAlias<'Loop'>>;
  isMemberExpression(
    fields?: Partial<OfType<'MemberExpression'>>,
  ): this is NodePath<OfType<'MemberExpression'>>;
  isNewExpression(fields?: Partial<OfType<'NewExpression'>>): this is NodePath<OfType<'NewExpression'>>;
  isNullLiteral(fields?: Partial<OfType<'NullLiteral'>>): this is NodePath<OfType<'NullLiteral'>>;
  isObjectExpression(
    fields?: Partial<OfType<'ObjectExpression'>>,
  ): this is NodePath<OfType<'ObjectExpression'>>;
  isObjectMethod(fields?: Partial<OfType<'ObjectMethod'>>): this is NodePath<OfType<'ObjectMethod'>>;
  isObjectPattern(fields?: Partial<OfType<'ObjectPattern'>>): this is NodePath<OfType<'ObjectPattern'>>;
  isObjectProperty(fields?: Partial<OfType<'ObjectProperty'>>): this is NodePath<OfType<'ObjectProperty'>>;
  isOptionalCallExpression(
    fields?: Partial<OfType<'OptionalCallExpression'>>,
  ): this is NodePath<OfType<'OptionalCallExpression'>>;
  isOptionalMemberExpression(
    fields?: Partial<OfType<'OptionalMemberExpression'>>,
  ): this is NodePath<OfType<'OptionalMemberExpression'>>;
  isProgram(fields?: Partial<OfType<'Program'>>): this is NodePath<OfType<'Program'>>;
  isRestElement(fields?: Partial<OfType<'RestElement'>>): this is NodePath<OfType<'RestElement'>>;
  isReturnStatement(fields?: Partial<OfType<'ReturnStatement'>>): this is NodePath<OfType<'ReturnStatement'>>;
  isSequenceExpression(
    fields?: Partial<OfType<'SequenceExpression'>>,
  ): this is NodePath<OfType<'SequenceExpression'>>;
  isSpreadElement(fields?: Partial<OfType<'SpreadElement'>>): this is NodePath<OfType<'SpreadElement'>>;
  isStaticBlock(fields?: Partial<OfType<'StaticBlock'>>): this is NodePath<OfType<'StaticBlock'>>;
  isStringLiteral(fields?: Partial<OfType<'StringLiteral'>>): this is NodePath<OfType<'StringLiteral'>>;
  isSuper(fields?: Partial<OfType<'Super'>>): this is NodePath<OfType<'Super'>>;
  isSwitchStatement(fields?: Partial<OfType<'SwitchStatement'>>): this is NodePath<OfType<'SwitchStatement'>>;
  isTSDeclareFunction(
    fields?: Partial<OfType<'TSDeclareFunction'>>,
  ): this is NodePath<OfType<'TSDeclareFunction'>>;
  isTSDeclareMethod(fields?: Partial<OfType<'TSDeclareMethod'>>): this is NodePath<OfType<'TSDeclareMethod'>>;
  isTSImportEqualsDeclaration(
    fields?: Partial<OfType<'TSImportEqualsDeclaration'>>,
  ): this is NodePath<OfType<'TSImportEqualsDeclaration'>>;
  isTSLiteralType(fields?: Partial<OfType<'TSLiteralType'>>): this is NodePath<OfType<'TSLiteralType'>>;
  isTemplateLiteral(fields?: Partial<OfType<'TemplateLiteral'>>): this is NodePath<OfType<'TemplateLiteral'>>;
  isThisExpression(fields?: Partial<OfType<'ThisExpression'>>): this is NodePath<OfType<'ThisExpression'>>;
  isUnaryExpression(fields?: Partial<OfType<'UnaryExpression'>>): this is NodePath<OfType<'UnaryExpression'>>;
  isUpdateExpression(
    fields?: Partial<OfType<'UpdateExpression'>>,
  ): this is NodePath<OfType<'UpdateExpression'>>;
  isVariableDeclaration(
    fields?: Partial<OfType<'VariableDeclaration'>>,
  ): this is NodePath<OfType<'VariableDeclaration'>>;
  isVariableDeclarator(
    fields?: Partial<OfType<'VariableDeclarator'>>,
  ): this is NodePath<OfType<'VariableDeclarator'>>;
  isWithStatement(fields?: Partial<OfType<'WithStatement'>>): this is NodePath<OfType<'WithStatement'>>;
}

const TYPES: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries(ALIASES).map(([alias, types]) => [alias, new Set<string>(types)]),
);

type Guard = (this: NodePath<Maybe>, fields?: Readonly<Record<string, unknown>>) => boolean;

const tests: Record<string, Guard> = {};
for (const type of Object.keys(VISITOR_KEYS))
  tests[`is${type}`] = function (fields) {
    return this.node?.type === type && (!fields || hasFields(this.node, fields));
  };
for (const [alias, types] of Object.entries(TYPES))
  tests[`is${alias}`] = function (fields) {
    return this.node != null && types.has(this.node.type) && (!fields || hasFields(this.node, fields));
  };
for (const [name, value] of Object.entries(tests))
  if (!(name in NodePath.prototype)) Object.defineProperty(NodePath.prototype, name, { value });

function hasFields(node: Node, fields: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(fields).every(
    ([field, value]) => (node as unknown as Record<string, unknown>)[field] === value,
  );
}

function byType(visitor: Visitor): Map<string, (path: NodePath<Node>) => void> {
  const functions = new Map<string, (path: NodePath<Node>) => void>();
  for (const [key, visit] of Object.entries(visitor)) {
    if (key === 'enter') continue;
    for (const name of key.split('|'))
      for (const type of TYPES[name] ?? [name]) functions.set(type, visit as (path: NodePath<Node>) => void);
  }
  return functions;
}

/** Fields in which an identifier stands for a value, of the parents that have others too. */
const READ_FIELDS: Readonly<Record<string, string>> = {
  ArrowFunctionExpression: 'body',
  AssignmentExpression: 'right',
  AssignmentPattern: 'right',
  ClassDeclaration: 'superClass',
  ClassExpression: 'superClass',
  JSXMemberExpression: 'object',
  VariableDeclarator: 'init',
};

/** Parents in which no identifier stands for a value. */
const DECLARING: ReadonlySet<string> = new Set([
  'ArrayPattern',
  'BreakStatement',
  'CatchClause',
  'ContinueStatement',
  'ExportDefaultSpecifier',
  'ExportNamespaceSpecifier',
  'FunctionDeclaration',
  'FunctionExpression',
  'ImportAttribute',
  'ImportDefaultSpecifier',
  'ImportNamespaceSpecifier',
  'ImportSpecifier',
  'JSXAttribute',
  'LabeledStatement',
  'MetaProperty',
  'ObjectPattern',
  'PrivateName',
  'RestElement',
]);

/** As `isReferenced` of @babel/types says it. */
function isReferenced(node: Node, { node: parent, parentPath }: NodePath<Node>): boolean {
  if (DECLARING.has(parent.type)) return false;
  const field = READ_FIELDS[parent.type];
  if (field) return (parent as unknown as Record<string, unknown>)[field] === node;
  switch (parent.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return parent.property === node ? parent.computed : parent.object === node;
    case 'ClassMethod':
    case 'ClassPrivateMethod':
    case 'ObjectMethod':
      return parent.key === node && 'computed' in parent && parent.computed === true;
    case 'ObjectProperty':
      return parent.key === node ? parent.computed : parentPath?.node.type !== 'ObjectPattern';
    case 'ClassProperty':
    case 'ClassAccessorProperty':
    case 'TSPropertySignature':
      return parent.key !== node || parent.computed === true;
    case 'ClassPrivateProperty':
    case 'ObjectTypeProperty':
      return parent.key !== node;
    case 'ExportSpecifier':
      return parent.local === node && !(parentPath?.node as { source?: unknown } | undefined)?.source;
    case 'TSEnumMember':
      return parent.id !== node;
    default:
      return true;
  }
}
