import type { Identifier, Node } from '@babel/types';
import { TYPES } from './aliases';
import { isReferenced } from './is-referenced';
import { type ALIASES, VISITOR_KEYS } from './node-types';

type Maybe = Node | null | undefined;
type Alias = keyof typeof ALIASES;
/** The nodes of a type or of an alias. */
type Named<Name extends string> = Extract<
  Node,
  { type: Name extends Alias ? (typeof ALIASES)[Name][number] : Name }
>;
type Fields<Name extends string> = Partial<Named<Name>>;
type PathOf<Name extends string> = NodePath<Named<Name>>;

/** The nodes in a field. */
type ChildOf<Value> = Extract<Value, Maybe>;
/** The elements of the list in a field. */
type ElementOf<Value> = Value extends readonly (infer Element)[] ? ChildOf<Element> : never;

/** How a name is declared. The value of a dynamic one depends on the code that has run. */
export type BindingKind =
  | 'var'
  | 'let'
  | 'const'
  | 'module'
  | 'hoisted'
  | 'param'
  | 'local'
  | 'unknown'
  | 'enum'
  | 'enum member'
  | 'namespace'
  | 'overload'
  | 'parameter property'
  | 'dynamic';

/** The binding of a name. */
export interface Binding {
  readonly identifier: Identifier;
  /** The declaration: a declarator, a specifier, a parameter, a function or a class. */
  readonly path: NodePath<Node>;
  readonly scope: Scope;
  readonly kind: BindingKind;
  /**
   * Whether it describes something that exists elsewhere, such as a global of the host: `declare const wx:
   * any`.
   */
  readonly isAmbient: boolean;
  /** Whether the name always keeps the value of its declaration. */
  readonly constant: boolean;
  /** What changes the value: assignments and further declarations. */
  readonly constantViolations: readonly NodePath<Node>[];
  readonly referencePaths: readonly NodePath<Node>[];
}

/** The names declared in a part of the program. */
export interface Scope {
  /** The node that creates the scope. */
  readonly path: NodePath<Node>;
  readonly parent: Scope | undefined;
  readonly bindings: ReadonlyMap<string, Binding>;
  /** The binding of a name as seen from this scope; `undefined` for a global. */
  getBinding(name: string): Binding | undefined;
}

/** Shared by all paths of a program. */
export interface Root {
  /** All nodes in visiting order. */
  readonly paths: readonly NodePath<Node>[];
  /** The text that positions refer to; `''` without a text. */
  readonly text: string;
}

/**
 * Visitor functions by node type, or by several (`'StringLiteral|TemplateLiteral'`). `enter` is called for
 * all nodes.
 */
export type Visitor = {
  [Name in Node['type'] | Alias]?: (path: PathOf<Name>) => void;
} & {
  enter?: (path: NodePath<Node>) => void;
  [several: `${string}|${string}`]: (path: NodePath<Node>) => void;
};

/**
 * A node and its place in the program, with the read-only members of Babel's NodePath that the engine needs.
 * The paths of a whole program cost a fraction of its parse time (see docs/architecture.md).
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the interface has the tests, which are defined below for all types.
export class NodePath<out T extends Maybe = Node> {
  /** The index in `root.paths` after the last node inside this one. */
  end: number;
  private control: 'go' | 'skip' | 'stop' = 'go';

  constructor(
    readonly root: Root,
    /** The index in `root.paths`; -1 without a node. */
    readonly index: number,
    readonly node: T,
    readonly parentPath: T extends Named<'Program'> ? null : NodePath<Node>,
    /** The parent's field that contains the node, if that field is a list. */
    readonly listKey: string | null,
    /** The parent's field that contains the node, or its index in a list. */
    readonly key: string | number,
    readonly scope: Scope,
  ) {
    this.end = index + 1;
  }

  get parent(): Node {
    return this.parentPath?.node ?? (this.node as Node);
  }

  get type(): T extends Node ? T['type'] : Node['type'] | undefined {
    return this.node?.type as T extends Node ? T['type'] : Node['type'] | undefined;
  }

  get inList(): boolean {
    return this.listKey !== null;
  }

  /** The path of the node in a field. */
  child<Key extends keyof NonNullable<T>>(key: Key): NodePath<ChildOf<NonNullable<T>[Key]>>;
  child(key: string): NodePath<Maybe>;
  child(key: string): NodePath<Maybe> {
    const value = this.valueOf(key) as Maybe;
    const { paths } = this.root;
    let at = this.index + 1;
    while (value && at < this.end && (paths[at]!.node !== value || paths[at]!.key !== key))
      at = paths[at]!.end;
    return value && at < this.end ? paths[at]! : this.made(value, null, key);
  }

  /** The paths of the nodes in a field with a list. */
  children<Key extends keyof NonNullable<T>>(key: Key): NodePath<ElementOf<NonNullable<T>[Key]>>[];
  children(key: string): NodePath<Maybe>[];
  children(key: string): NodePath<Maybe>[] {
    const { paths } = this.root;
    let at = this.index + 1;
    return (this.valueOf(key) as readonly Maybe[]).map((node, position) => {
      while (node && at < this.end && paths[at]!.node !== node) at = paths[at]!.end;
      return node && at < this.end ? paths[at]! : this.made(node, key, position);
    });
  }

  private valueOf(key: string): unknown {
    return (this.node as unknown as Record<string, unknown> | null | undefined)?.[key];
  }

  /** The path of an empty field. */
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

  /** The closest path that matches, starting with this one. */
  find(fits: (path: NodePath<Node>) => boolean): NodePath<Node> | null {
    let path = this as unknown as NodePath<Node> | null;
    while (path && !fits(path)) path = path.parentPath;
    return path;
  }

  /** The closest path above this one that matches. */
  findParent(fits: (path: NodePath<Node>) => boolean): NodePath<Node> | null {
    return this.parentPath?.find(fits) ?? null;
  }

  getFunctionParent(): PathOf<'Function'> | null {
    return this.findParent((path) => path.isFunction()) as PathOf<'Function'> | null;
  }

  /** The closest statement that is an element of a list. */
  getStatementParent(): NodePath<Node> | null {
    return this.find((path) => path.inList && path.isStatement());
  }

  /** The previous sibling in the list. */
  getPrevSibling(): NodePath<Maybe> | undefined {
    return this.siblings()[Number(this.key) - 1];
  }

  /** All previous siblings in the list, closest first. */
  getAllPrevSiblings(): NodePath<Maybe>[] {
    return this.siblings().slice(0, Number(this.key)).reverse();
  }

  /** All following siblings in the list. */
  getAllNextSiblings(): NodePath<Maybe>[] {
    return this.siblings().slice(Number(this.key) + 1);
  }

  private siblings(): NodePath<Maybe>[] {
    return this.listKey === null ? [] : (this.parentPath as NodePath).children(this.listKey);
  }

  isDescendant(of: NodePath<Node>): boolean {
    return of.index < this.index && this.index < of.end;
  }

  /** Whether this is a member access written as `object.property`. */
  matchesPattern(pattern: string): boolean {
    const { node } = this;
    if (node?.type !== 'MemberExpression' || node.object.type !== 'Identifier') return false;
    const { object, property, computed } = node;
    const name = !computed && property.type === 'Identifier' ? property.name : undefined;
    const text = computed && property.type === 'StringLiteral' ? property.value : name;
    return `${object.name}.${text}` === pattern;
  }

  /** Visits all nodes inside this one, with few exceptions in source order. */
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

  /** Called by a visitor: skips the children. */
  skip(): void {
    this.control = 'skip';
  }

  /** Called by a visitor: ends the traversal. */
  stop(): void {
    this.control = 'stop';
  }

  /** Whether an identifier is used as a value, not as a key, label or declaration. */
  isReferencedIdentifier(): boolean {
    const { node, parentPath } = this as unknown as NodePath<Node>;
    if (!parentPath) return false;
    const { node: parent } = parentPath;
    const grandparent = parentPath.parentPath?.node;
    if (node?.type === 'JSXIdentifier') {
      const isTag = parent.type !== 'JSXMemberExpression' && /^[a-z]/.test(node.name);
      return !isTag && isReferenced(node, parent, grandparent);
    }
    return node?.type === 'Identifier' && isReferenced(node, parent, grandparent);
  }

  isExpression(): this is PathOf<'Expression'> {
    const { node } = this;
    if (node?.type === 'Identifier') return this.isReferencedIdentifier();
    return node ? TYPES.Expression.has(node.type) : false;
  }

  isStatement(): this is PathOf<'Statement'> {
    const { node } = this;
    if (!node || !TYPES.Statement.has(node.type)) return false;
    const isHead = node.type === 'VariableDeclaration' && (this.key === 'left' || this.key === 'init');
    return !isHead;
  }
}

/** The node type tests, with fields that must match. */
// biome-ignore lint/correctness/noUnusedVariables: the parameters of the class and the interface have to be the same.
export interface NodePath<out T extends Maybe = Node> {
  isArrayExpression(fields?: Fields<'ArrayExpression'>): this is PathOf<'ArrayExpression'>;
  isArrayPattern(fields?: Fields<'ArrayPattern'>): this is PathOf<'ArrayPattern'>;
  isArrowFunctionExpression(
    fields?: Fields<'ArrowFunctionExpression'>,
  ): this is PathOf<'ArrowFunctionExpression'>;
  isAssignmentExpression(fields?: Fields<'AssignmentExpression'>): this is PathOf<'AssignmentExpression'>;
  isAssignmentPattern(fields?: Fields<'AssignmentPattern'>): this is PathOf<'AssignmentPattern'>;
  isAwaitExpression(fields?: Fields<'AwaitExpression'>): this is PathOf<'AwaitExpression'>;
  isBinaryExpression(fields?: Fields<'BinaryExpression'>): this is PathOf<'BinaryExpression'>;
  isBlockStatement(fields?: Fields<'BlockStatement'>): this is PathOf<'BlockStatement'>;
  isCallExpression(fields?: Fields<'CallExpression'>): this is PathOf<'CallExpression'>;
  isClass(fields?: Fields<'Class'>): this is PathOf<'Class'>;
  isClassBody(fields?: Fields<'ClassBody'>): this is PathOf<'ClassBody'>;
  isClassPrivateProperty(fields?: Fields<'ClassPrivateProperty'>): this is PathOf<'ClassPrivateProperty'>;
  isClassProperty(fields?: Fields<'ClassProperty'>): this is PathOf<'ClassProperty'>;
  isClassDeclaration(fields?: Fields<'ClassDeclaration'>): this is PathOf<'ClassDeclaration'>;
  isClassExpression(fields?: Fields<'ClassExpression'>): this is PathOf<'ClassExpression'>;
  isConditionalExpression(fields?: Fields<'ConditionalExpression'>): this is PathOf<'ConditionalExpression'>;
  isExportAllDeclaration(fields?: Fields<'ExportAllDeclaration'>): this is PathOf<'ExportAllDeclaration'>;
  isExportDeclaration(fields?: Fields<'ExportDeclaration'>): this is PathOf<'ExportDeclaration'>;
  isExportDefaultDeclaration(
    fields?: Fields<'ExportDefaultDeclaration'>,
  ): this is PathOf<'ExportDefaultDeclaration'>;
  isExportNamedDeclaration(
    fields?: Fields<'ExportNamedDeclaration'>,
  ): this is PathOf<'ExportNamedDeclaration'>;
  isExportSpecifier(fields?: Fields<'ExportSpecifier'>): this is PathOf<'ExportSpecifier'>;
  isExpressionStatement(fields?: Fields<'ExpressionStatement'>): this is PathOf<'ExpressionStatement'>;
  isFile(fields?: Fields<'File'>): this is PathOf<'File'>;
  isForInStatement(fields?: Fields<'ForInStatement'>): this is PathOf<'ForInStatement'>;
  isForOfStatement(fields?: Fields<'ForOfStatement'>): this is PathOf<'ForOfStatement'>;
  isForStatement(fields?: Fields<'ForStatement'>): this is PathOf<'ForStatement'>;
  isForXStatement(fields?: Fields<'ForXStatement'>): this is PathOf<'ForXStatement'>;
  isFunction(fields?: Fields<'Function'>): this is PathOf<'Function'>;
  isFunctionDeclaration(fields?: Fields<'FunctionDeclaration'>): this is PathOf<'FunctionDeclaration'>;
  isIdentifier(fields?: Fields<'Identifier'>): this is PathOf<'Identifier'>;
  isIfStatement(fields?: Fields<'IfStatement'>): this is PathOf<'IfStatement'>;
  isImport(fields?: Fields<'Import'>): this is PathOf<'Import'>;
  isImportDeclaration(fields?: Fields<'ImportDeclaration'>): this is PathOf<'ImportDeclaration'>;
  isImportDefaultSpecifier(
    fields?: Fields<'ImportDefaultSpecifier'>,
  ): this is PathOf<'ImportDefaultSpecifier'>;
  isImportNamespaceSpecifier(
    fields?: Fields<'ImportNamespaceSpecifier'>,
  ): this is PathOf<'ImportNamespaceSpecifier'>;
  isImportSpecifier(fields?: Fields<'ImportSpecifier'>): this is PathOf<'ImportSpecifier'>;
  isJSX(fields?: Fields<'JSX'>): this is PathOf<'JSX'>;
  isJSXAttribute(fields?: Fields<'JSXAttribute'>): this is PathOf<'JSXAttribute'>;
  isJSXExpressionContainer(
    fields?: Fields<'JSXExpressionContainer'>,
  ): this is PathOf<'JSXExpressionContainer'>;
  isJSXIdentifier(fields?: Fields<'JSXIdentifier'>): this is PathOf<'JSXIdentifier'>;
  isJSXMemberExpression(fields?: Fields<'JSXMemberExpression'>): this is PathOf<'JSXMemberExpression'>;
  isLiteral(fields?: Fields<'Literal'>): this is PathOf<'Literal'>;
  isLogicalExpression(fields?: Fields<'LogicalExpression'>): this is PathOf<'LogicalExpression'>;
  isLoop(fields?: Fields<'Loop'>): this is PathOf<'Loop'>;
  isMemberExpression(fields?: Fields<'MemberExpression'>): this is PathOf<'MemberExpression'>;
  isNewExpression(fields?: Fields<'NewExpression'>): this is PathOf<'NewExpression'>;
  isNullLiteral(fields?: Fields<'NullLiteral'>): this is PathOf<'NullLiteral'>;
  isObjectExpression(fields?: Fields<'ObjectExpression'>): this is PathOf<'ObjectExpression'>;
  isObjectMethod(fields?: Fields<'ObjectMethod'>): this is PathOf<'ObjectMethod'>;
  isObjectPattern(fields?: Fields<'ObjectPattern'>): this is PathOf<'ObjectPattern'>;
  isObjectProperty(fields?: Fields<'ObjectProperty'>): this is PathOf<'ObjectProperty'>;
  isOptionalCallExpression(
    fields?: Fields<'OptionalCallExpression'>,
  ): this is PathOf<'OptionalCallExpression'>;
  isOptionalMemberExpression(
    fields?: Fields<'OptionalMemberExpression'>,
  ): this is PathOf<'OptionalMemberExpression'>;
  isProgram(fields?: Fields<'Program'>): this is PathOf<'Program'>;
  isRestElement(fields?: Fields<'RestElement'>): this is PathOf<'RestElement'>;
  isReturnStatement(fields?: Fields<'ReturnStatement'>): this is PathOf<'ReturnStatement'>;
  isSequenceExpression(fields?: Fields<'SequenceExpression'>): this is PathOf<'SequenceExpression'>;
  isSpreadElement(fields?: Fields<'SpreadElement'>): this is PathOf<'SpreadElement'>;
  isStaticBlock(fields?: Fields<'StaticBlock'>): this is PathOf<'StaticBlock'>;
  isStringLiteral(fields?: Fields<'StringLiteral'>): this is PathOf<'StringLiteral'>;
  isSuper(fields?: Fields<'Super'>): this is PathOf<'Super'>;
  isSwitchStatement(fields?: Fields<'SwitchStatement'>): this is PathOf<'SwitchStatement'>;
  isTSDeclareFunction(fields?: Fields<'TSDeclareFunction'>): this is PathOf<'TSDeclareFunction'>;
  isTSDeclareMethod(fields?: Fields<'TSDeclareMethod'>): this is PathOf<'TSDeclareMethod'>;
  isTSImportEqualsDeclaration(
    fields?: Fields<'TSImportEqualsDeclaration'>,
  ): this is PathOf<'TSImportEqualsDeclaration'>;
  isTSLiteralType(fields?: Fields<'TSLiteralType'>): this is PathOf<'TSLiteralType'>;
  isTemplateLiteral(fields?: Fields<'TemplateLiteral'>): this is PathOf<'TemplateLiteral'>;
  isThisExpression(fields?: Fields<'ThisExpression'>): this is PathOf<'ThisExpression'>;
  isUnaryExpression(fields?: Fields<'UnaryExpression'>): this is PathOf<'UnaryExpression'>;
  isUpdateExpression(fields?: Fields<'UpdateExpression'>): this is PathOf<'UpdateExpression'>;
  isVariableDeclaration(fields?: Fields<'VariableDeclaration'>): this is PathOf<'VariableDeclaration'>;
  isVariableDeclarator(fields?: Fields<'VariableDeclarator'>): this is PathOf<'VariableDeclarator'>;
  isWithStatement(fields?: Fields<'WithStatement'>): this is PathOf<'WithStatement'>;
}

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
      for (const type of name in TYPES ? TYPES[name as Alias] : [name])
        functions.set(type, visit as (path: NodePath<Node>) => void);
  }
  return functions;
}
