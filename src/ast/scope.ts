import type { Identifier, Node, TSEnumDeclaration, TSModuleDeclaration } from '@babel/types';
import { TYPES } from './aliases';
import type { Binding, BindingKind, NodePath, Scope } from './node-path';
import { nameOf } from './syntax';

/** Declarations that add to another one of the same name in the same scope, or give way to it. */
const ADDITIONS: ReadonlySet<BindingKind> = new Set(['enum', 'namespace', 'overload', 'dynamic']);

/** The bindings that the default value of a parameter can access in the scope of its function. */
const PARAMETERS: ReadonlySet<BindingKind> = new Set(['param', 'parameter property', 'local']);

/**
 * The occurrences of a name in a program. They are resolved on demand, because most names are never looked
 * up.
 */
export class Name {
  readonly exports: NodePath<Node>[] = [];
  readonly assignments: NodePath<Node>[] = [];
  readonly changes: NodePath<Node>[] = [];
  readonly identifiers: NodePath<Node>[] = [];
  /** The number of scopes that bind it. */
  scopes = 0;
  private read: Map<Binding | undefined, NodePath<Node>[]> | undefined;
  private changed: Map<Binding | undefined, NodePath<Node>[]> | undefined;

  constructor(private readonly name: string) {}

  /** Whether the program reads or assigns what may be a global of this name. */
  get isGlobal(): boolean {
    const mayBeGlobal = (binding: Binding | undefined) => !binding || binding.kind === 'dynamic';
    return (
      [...this.reads().keys()].some(mayBeGlobal) ||
      this.assignments.some((path) => mayBeGlobal(this.bindingAt(path)))
    );
  }

  referencesOf(binding: Binding): readonly NodePath<Node>[] {
    return this.reads().get(binding) ?? NONE;
  }

  /** Does not look at what only reads the name, which in minified code are thousands of places. */
  changesOf(binding: Binding): readonly NodePath<Node>[] {
    this.changed ??= this.byBinding([...this.assignments, ...this.changes]);
    return this.changed.get(binding) ?? NONE;
  }

  private reads(): Map<Binding | undefined, NodePath<Node>[]> {
    this.read ??= this.byBinding([
      ...this.exports.filter((path) => this.bindingAt(path)),
      ...this.identifiers.filter((path) => path.isReferencedIdentifier() && !this.isPartOfType(path)),
    ]);
    return this.read;
  }

  /** Whether an identifier does not refer to a value. In a type, a name without a binding may be a global. */
  private isPartOfType(path: NodePath<Node>): boolean {
    return isNameOfType(path) || (namesPart(path) && this.bindingAt(path) !== undefined);
  }

  /** The places by what the name is bound to there: `undefined` for a global. */
  private byBinding(paths: readonly NodePath<Node>[]): Map<Binding | undefined, NodePath<Node>[]> {
    const found = new Map<Binding | undefined, NodePath<Node>[]>();
    for (const path of paths) {
      const binding = this.bindingAt(path);
      const known = found.get(binding);
      if (known) known.push(path);
      else found.set(binding, [path]);
    }
    return found;
  }

  private bindingAt({ scope }: NodePath<Node>): Binding | undefined {
    return scope.getBinding(this.name);
  }
}

const NONE: readonly NodePath<Node>[] = [];

/** `b` of the type `a.b`, and the name in `import x = a.b`. */
function isNameOfType({ node, parent }: NodePath<Node>): boolean {
  return (
    (parent.type === 'TSQualifiedName' && parent.right === node) ||
    parent.type === 'TSImportEqualsDeclaration'
  );
}

/** Whether an identifier names a declaration, or a member, a parameter or an element of a type. */
function namesPart({ key, listKey, parent }: NodePath<Node>): boolean {
  if (key === 'key') return !('computed' in parent && parent.computed);
  if (listKey === 'params' || listKey === 'parameters' || parent.type === 'RestElement') return true;
  return key === 'id' || key === 'label' || (key === 'name' && parent.type === 'FunctionTypeParam');
}

class NameBinding implements Binding {
  /** Further declarations of the name. */
  readonly declaredAgain: NodePath<Node>[] = [];

  constructor(
    private readonly name: Name,
    readonly scope: ProgramScope,
    readonly identifier: Identifier,
    readonly path: NodePath<Node>,
    readonly kind: BindingKind,
  ) {
    if ((kind === 'var' || kind === 'hoisted') && isInLoop(path)) this.declaredAgain.push(path);
  }

  get isAmbient(): boolean {
    const { parent, node } = this.path;
    return parent.type === 'VariableDeclaration' ? parent.declare === true : /^Declare/.test(node.type);
  }

  get constant(): boolean {
    return this.kind !== 'dynamic' && this.constantViolations.length === 0;
  }

  get constantViolations(): readonly NodePath<Node>[] {
    return [...new Set([...this.declaredAgain, ...this.name.changesOf(this)])];
  }

  get referencePaths(): readonly NodePath<Node>[] {
    return this.name.referencesOf(this);
  }
}

/** Whether a declaration assigns its name in each iteration of a loop. */
function isInLoop(declaration: NodePath<Node>): boolean {
  const { node } = declaration;
  const hasValue = node.type !== 'VariableDeclarator' || node.init != null;
  for (let path = declaration; path.parentPath; path = path.parentPath) {
    const { type } = path.parentPath.node;
    if (TYPES.FunctionParent.has(type)) return false;
    if (path.key === 'left' && (type === 'ForInStatement' || type === 'ForOfStatement')) return true;
    if (hasValue && path.key === 'body' && TYPES.Loop.has(type)) return true;
  }
  return false;
}

/** A scope during and after the reading of its program. */
export class ProgramScope implements Scope {
  readonly bindings = new Map<string, NameBinding>();
  path!: NodePath<Node>;
  /** The scopes of the enums and namespaces that are declared here. */
  private shared: Map<string, ProgramScope> | undefined;

  constructor(
    readonly parent: ProgramScope | undefined,
    private readonly node: Node,
    private readonly names: Map<string, Name>,
  ) {}

  getBinding(name: string): Binding | undefined {
    let inner: ProgramScope | undefined;
    for (let scope: ProgramScope | undefined = this; scope; inner = scope, scope = scope.parent) {
      const binding = scope.bindings.get(name);
      if (binding) {
        // Parameter defaults do not see the declarations in the function's body.
        const isHidden = inner && TYPES.Pattern.has(inner.node.type) && !PARAMETERS.has(binding.kind);
        if (!isHidden) return binding;
      } else if (scope.node.type === 'WithStatement') return scope.addDynamic(name);
      else if (name === 'arguments' && isFunctionWithArguments(scope.node)) return undefined;
    }
    return undefined;
  }

  /** The closest scope for `var` declarations. */
  forVariables(): ProgramScope {
    let scope: ProgramScope = this;
    while (scope.parent && !TYPES.FunctionParent.has(scope.node.type)) scope = scope.parent;
    return scope;
  }

  /** The closest scope for `let` declarations. */
  forBlock(): ProgramScope {
    let scope: ProgramScope = this;
    while (scope.parent && !TYPES.BlockParent.has(scope.node.type)) scope = scope.parent;
    return scope;
  }

  /**
   * The scope of an enum or a namespace. All of its declarations share it: it contains the members of the
   * enum, or the exports of the namespace.
   */
  forParts(declaration: TSEnumDeclaration | TSModuleDeclaration): ProgramScope {
    const key = `${declaration.type} ${nameOf(declaration.id)}`;
    this.shared ??= new Map();
    const known = this.shared.get(key) ?? new ProgramScope(this, declaration, this.names);
    this.shared.set(key, known);
    return known;
  }

  declare(kind: BindingKind, identifier: Identifier, path: NodePath<Node>): void {
    const { name } = identifier;
    const known = this.bindings.get(name);
    if (known && !ADDITIONS.has(known.kind)) {
      const isAgain = known.identifier !== identifier && !ADDITIONS.has(kind);
      if (isAgain && !known.declaredAgain.includes(path)) known.declaredAgain.push(path);
    } else if (!known || known.kind === 'dynamic' || !ADDITIONS.has(kind)) {
      const binding = new NameBinding(this.nameOf(name), this, identifier, path, kind);
      this.bindings.set(name, binding);
      if (this.node.type === 'TSModuleBlock' && isExported(path)) this.parent!.bindings.set(name, binding);
      if (!known) this.count(name);
    }
  }

  /** Adds the name of a class, which the outer scope declares, to the scope of the class. */
  share(name: string): void {
    const binding = this.parent?.getBinding(name) as NameBinding | undefined;
    if (!binding) return;
    this.bindings.set(name, binding);
    this.count(name);
  }

  /** Counts a name as bound. Alone, this is for names of types, which do not hide values. */
  count(name: string): void {
    this.nameOf(name).scopes++;
  }

  nameOf(name: string): Name {
    const known = this.names.get(name);
    if (known) return known;
    const made = new Name(name);
    this.names.set(name, made);
    return made;
  }

  /** Inside `with`, any name may be a property of the object. */
  private addDynamic(name: string): NameBinding {
    const identifier = { type: 'Identifier', name } as Identifier;
    const binding = new NameBinding(this.nameOf(name), this, identifier, this.path, 'dynamic');
    this.bindings.set(name, binding);
    return binding;
  }
}

function isFunctionWithArguments({ type }: Node): boolean {
  return type !== 'ArrowFunctionExpression' && TYPES.Function.has(type);
}

function isExported(path: NodePath<Node>): boolean {
  const declaration = path.parentPath?.isVariableDeclaration() ? path.parentPath : path;
  return declaration.parentPath?.isExportNamedDeclaration() ?? false;
}
