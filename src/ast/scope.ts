import type { Identifier, Node } from '@babel/types';
import { TYPES } from './aliases';
import type { NodePath, Scope, ScopeBinding } from './node-path';

export type BindingKind = 'var' | 'let' | 'const' | 'module' | 'hoisted' | 'param' | 'local' | 'unknown';

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
  private read: Map<ScopeBinding | undefined, NodePath<Node>[]> | undefined;
  private changed: Map<ScopeBinding | undefined, NodePath<Node>[]> | undefined;

  constructor(private readonly name: string) {}

  /** Whether the program reads or assigns a global of this name. */
  get isGlobal(): boolean {
    return this.reads().has(undefined) || this.assignments.some((path) => !this.bindingAt(path));
  }

  referencesOf(binding: ScopeBinding): readonly NodePath<Node>[] {
    return this.reads().get(binding) ?? NONE;
  }

  /** Does not look at what only reads the name, which in minified code are thousands of places. */
  changesOf(binding: ScopeBinding): readonly NodePath<Node>[] {
    this.changed ??= this.byBinding([...this.assignments, ...this.changes]);
    return this.changed.get(binding) ?? NONE;
  }

  private reads(): Map<ScopeBinding | undefined, NodePath<Node>[]> {
    this.read ??= this.byBinding([
      ...this.exports.filter((path) => this.bindingAt(path)),
      ...this.identifiers.filter((path) => path.isReferencedIdentifier() && !isNameOfType(path)),
    ]);
    return this.read;
  }

  /** The places by what the name is bound to there: `undefined` for a global. */
  private byBinding(paths: readonly NodePath<Node>[]): Map<ScopeBinding | undefined, NodePath<Node>[]> {
    const found = new Map<ScopeBinding | undefined, NodePath<Node>[]>();
    for (const path of paths) {
      const binding = this.bindingAt(path);
      const known = found.get(binding);
      if (known) known.push(path);
      else found.set(binding, [path]);
    }
    return found;
  }

  private bindingAt({ scope }: NodePath<Node>): ScopeBinding | undefined {
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

class NameBinding implements ScopeBinding {
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

  get constant(): boolean {
    return this.constantViolations.length === 0;
  }

  get constantViolations(): readonly NodePath<Node>[] {
    return [...new Set([...this.declaredAgain, ...this.name.changesOf(this)])];
  }

  get referencePaths(): readonly NodePath<Node>[] {
    return this.name.referencesOf(this);
  }

  get referenced(): boolean {
    return this.referencePaths.length > 0;
  }
}

/** Whether a declaration assigns its name in each iteration of a loop. */
function isInLoop(declaration: NodePath<Node>): boolean {
  const { node } = declaration;
  const hasValue = node.type !== 'VariableDeclarator' || node.init != null;
  for (let path = declaration; path.parentPath; path = path.parentPath as NodePath<Node>) {
    const { type } = path.parentPath.node;
    if (TYPES.FunctionParent.has(type)) return false;
    if (path.key === 'left' && (type === 'ForInStatement' || type === 'ForOfStatement')) return true;
    if (hasValue && path.key === 'body' && TYPES.Loop.has(type)) return true;
  }
  return false;
}

/** A scope during and after the reading of its program. */
export class ProgramScope implements Scope {
  readonly bindings = new Map<string, ScopeBinding>();
  path!: NodePath<Node>;

  constructor(
    readonly parent: ProgramScope | undefined,
    private readonly node: Node,
    private readonly names: Map<string, Name>,
  ) {}

  getBinding(name: string): ScopeBinding | undefined {
    let inner: ProgramScope | undefined;
    for (let scope: ProgramScope | undefined = this; scope; inner = scope, scope = scope.parent) {
      const binding = scope.bindings.get(name);
      if (binding) {
        // Parameter defaults do not see the declarations in the function's body.
        const isHidden =
          inner && TYPES.Pattern.has(inner.node.type) && binding.kind !== 'param' && binding.kind !== 'local';
        if (!isHidden) return binding;
      } else if (name === 'arguments' && isFunctionWithArguments(scope.node)) return undefined;
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

  declare(kind: BindingKind, identifier: Identifier, path: NodePath<Node>): void {
    const known = this.bindings.get(identifier.name);
    if (!known) {
      const name = this.nameOf(identifier.name);
      this.bindings.set(identifier.name, new NameBinding(name, this, identifier, path, kind));
      name.scopes++;
    } else if (known.identifier !== identifier && known instanceof NameBinding) {
      if (!known.declaredAgain.includes(path)) known.declaredAgain.push(path);
    }
  }

  /** Adds the name of a class, which the outer scope declares, to the scope of the class. */
  share(name: string): void {
    const binding = this.parent?.getBinding(name);
    if (!binding) return;
    this.bindings.set(name, binding);
    this.nameOf(name).scopes++;
  }

  nameOf(name: string): Name {
    const known = this.names.get(name);
    if (known) return known;
    const made = new Name(name);
    this.names.set(name, made);
    return made;
  }
}

function isFunctionWithArguments({ type }: Node): boolean {
  return type !== 'ArrowFunctionExpression' && TYPES.Function.has(type);
}
