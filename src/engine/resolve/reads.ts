import type {
  CallExpression,
  Function as FunctionNode,
  Identifier,
  Node,
  ObjectPattern,
  ObjectProperty,
} from '@babel/types';
import { bindingOf, bindingOfIdentifier } from '../../ast/binding';
import type { Binding, NodePath } from '../../ast/node-path';
import { writtenProperties } from '../../ast/options';
import { staticName, unwrap, wrapped } from '../../ast/syntax';
import { templateProperties } from '../parse/vue-expression';
import { featureTestOf, isReadAs } from './feature-test';
import { nameOfFunction } from './parameters';
import { boundBy, freeProperties } from './patterns';
import { fieldDeclaredBy, fieldOf, type PrivateField } from './private-fields';
import { useOf } from './use';
import { frameworkFunction } from './values';

/** A member of a call's value that the code reads. */
interface Read {
  readonly name: string;
  /** `info.windowWidth`, or the property of a pattern. */
  readonly path: NodePath<Node>;
  /** Only its truthiness matters. */
  readonly isTested: boolean;
  /** The code assigns its own value to it. */
  readonly isWritten?: true;
}

/** All uses of a value. */
export interface Reads {
  readonly reads: readonly Read[];
  /** The value goes to a place that cannot be followed. */
  readonly isOpen: boolean;
}

const NOTHING: Reads = { reads: [], isOpen: false };
const OPEN: Reads = { reads: [], isOpen: true };

/** The `await` of a call, or the call itself. */
export function awaitedOf(call: NodePath<Node>): NodePath<Node> {
  const { parentPath } = wrapped(call);
  return parentPath?.isAwaitExpression() ? (parentPath as NodePath<Node>) : call;
}

/**
 * Collects the uses of a call's value.
 * @param otherNames names with uses that scopes do not show: `typeof info` in a type
 */
export function readsOfValue(call: NodePath<Node>, otherNames: ReadonlySet<string>): Reads {
  return new Followed(call, otherNames).reads();
}

/** Collects the uses of an asynchronous result: in the callbacks of the options, or from the promise. */
export function readsOfAnswer(call: NodePath<Node>, otherNames: ReadonlySet<string>): Reads {
  return new Followed(call, otherNames).answers();
}

/**
 * The uses of each name, field or choice to which a value goes first, by the names with other uses, of which
 * each file has one set. Thousands of values may be assigned to the same name.
 */
const SHARED = new WeakMap<ReadonlySet<string>, Map<unknown, Reads>>();

/** Follows a value through the names that it is assigned to. */
class Followed {
  private readonly seen = new Set<Binding | Node>();

  constructor(
    private readonly call: NodePath<Node>,
    private readonly otherNames: ReadonlySet<string>,
  ) {}

  reads(): Reads {
    return this.value(this.call);
  }

  /** Follows to a place, or reuses what another value has found from there on. */
  private once(place: Binding | Node, follow: () => Reads): Reads {
    if (this.seen.has(place)) return NOTHING;
    const isFirst = this.seen.size === 0;
    this.seen.add(place);
    if (!isFirst) return follow();
    const shared = SHARED.get(this.otherNames) ?? new Map<unknown, Reads>();
    SHARED.set(this.otherNames, shared);
    const reads = shared.get(place) ?? follow();
    shared.set(place, reads);
    return reads;
  }

  answers(): Reads {
    const [options] = this.call.children('arguments') as NodePath<Node>[];
    return joined([...(options ? [this.callbacks(options)] : []), this.promise(this.call)]);
  }

  /** The members that the callbacks in a call's options read. */
  private callbacks(given: NodePath<Node>): Reads {
    const options = unwrap(given);
    if (!options.isObjectExpression() || hasTypeBetween(options, given)) return OPEN;
    return joined(
      writtenProperties(options).map(({ name, value }) => {
        if (name === undefined) return OPEN;
        if (name !== 'success' && name !== 'complete') return NOTHING;
        return value ? this.callback(value) : OPEN;
      }),
    );
  }

  /** The members of a promise's value that are read. */
  private promise(path: NodePath<Node>): Reads {
    const { parentPath: parent, key } = wrapped(path);
    if (!parent || parent.isExpressionStatement() || parent.isUnaryExpression({ operator: 'void' }))
      return NOTHING;
    if (parent.isAwaitExpression()) return this.value(parent);
    const made = functionThatReturns(wrapped(path), parent);
    if (made) return this.promisesOf(made);
    if (!parent.isMemberExpression() || key !== 'object') return OPEN;
    const use = useOf(parent);
    if (use.kind !== 'call') return OPEN;
    const name = staticName(parent.child('property'), parent.node.computed);
    const [settled] = use.call.children('arguments');
    if (name === 'then' && settled) return this.callback(settled);
    return name === 'catch' || name === 'finally' ? this.promise(use.call) : OPEN;
  }

  /** The members that are read of the promises that a function returns, in a file that shows all its calls. */
  private promisesOf(made: NodePath<FunctionNode>): Reads {
    if (made.node.generator || describes(made.node.returnType)) return OPEN;
    if (isHandler(made as NodePath<Node>)) return NOTHING;
    const binding = nameOfFunction(made);
    if (!binding?.constant || this.otherNames.has(binding.identifier.name) || this.seen.has(binding))
      return OPEN;
    this.seen.add(binding);
    return joined(
      binding.referencePaths.map((reference) => {
        if (isHandler(reference)) return NOTHING;
        const { parentPath: call, key } = wrapped(reference);
        return call?.isCallExpression() && key === 'callee' ? this.promise(call) : OPEN;
      }),
    );
  }

  /** The members of its first parameter that a function reads. */
  private callback(given: NodePath<Node>): Reads {
    const path = functionOf(given);
    if (!path) return OPEN;
    const [first] = path.children('params');
    const reads = first ? this.parameter(first) : NOTHING;
    return readsArguments(path) ? { ...reads, isOpen: true } : reads;
  }

  private parameter(first: NodePath<Node>): Reads {
    if (first.isObjectPattern()) return this.pattern(first, false);
    const binding = first.isIdentifier() ? bindingOf(first, first.node.name) : undefined;
    if (!binding || !first.isIdentifier()) return OPEN;
    const reads = this.uses(binding);
    return describes(first.node.typeAnnotation) ? { ...reads, isOpen: true } : reads;
  }

  private value(path: NodePath<Node>): Reads {
    const outer = wrapped(path);
    const { parentPath: parent } = outer;
    const isTyped = hasTypeBetween(path, outer);
    const through = (reads: Reads): Reads => (isTyped ? { ...reads, isOpen: true } : reads);
    if (!parent) return OPEN;
    if (parent.isExpressionStatement()) return NOTHING;
    if (parent.isMemberExpression() || parent.isOptionalMemberExpression())
      return outer.key === 'object' ? memberRead(parent) : OPEN;
    if (featureTestOf(path)) return NOTHING;
    if (parent.isVariableDeclarator() && outer.key === 'init') {
      const id = parent.child('id');
      const isSplit = path === this.call && outer === path && !path.isAwaitExpression();
      return through(id.isObjectPattern() ? this.pattern(id, isSplit) : this.name(id));
    }
    if (parent.isAssignmentExpression({ operator: '=' }) && outer.key === 'right') {
      const left = parent.child('left');
      const reads = left.isMemberExpression() ? this.field(fieldOf(left)) : this.name(left);
      return parent.parentPath.isExpressionStatement() ? through(reads) : { ...reads, isOpen: true };
    }
    if ((parent.isClassPrivateProperty() || parent.isClassProperty()) && outer.key === 'value')
      return through(this.field(fieldDeclaredBy(parent)));
    // `cached || call()`, `call() || {}`, `isReady ? call() : {}`
    const isChosen =
      (parent.isLogicalExpression() && (outer.key === 'right' || parent.node.operator !== '&&')) ||
      (parent.isConditionalExpression() && outer.key !== 'test');
    if (isChosen)
      return through(this.once(parent.node, () => untested(this.value(parent as NodePath<Node>))));
    const made = functionThatReturns(outer, parent);
    if (made && !givesAsItIs(made)) return OPEN;
    // `useMemo(() => call(), [])`, `useState(() => call())`
    const given = made ?? outer;
    const hook = given.parentPath;
    if (hook?.isCallExpression() && given.listKey === 'arguments' && given.key === 0)
      return through(this.hook(hook, made));
    return made ? through(untested(this.callsOf(made))) : OPEN;
  }

  /** The uses of the return value of a function that only this file can call. */
  private callsOf(made: NodePath<FunctionNode>): Reads {
    const binding = nameOfFunction(made);
    if (!binding?.constant || this.otherNames.has(binding.identifier.name)) return OPEN;
    const { path } = binding;
    if (path.isVariableDeclarator() && describes((path.node.id as Identifier).typeAnnotation)) return OPEN;
    return this.once(binding, () =>
      joined(
        binding.referencePaths.map((reference) => {
          const { parentPath: call, key } = wrapped(reference);
          return call?.isCallExpression() && key === 'callee' ? this.value(call) : OPEN;
        }),
      ),
    );
  }

  /**
   * A value that is passed to a hook and returned by it.
   * @param made the function that returns it, if the hook takes such a function
   */
  private hook(call: NodePath<CallExpression>, made: NodePath<FunctionNode> | undefined): Reads {
    if (call.node.typeParameters || call.node.typeArguments) return OPEN;
    const name = frameworkFunction(call.child('callee'));
    if (name === 'useMemo' && made) {
      const reads = this.value(call as NodePath<Node>);
      // A block may return other values as well.
      return made.node.body.type === 'BlockStatement' ? untested(reads) : reads;
    }
    const { parentPath: declarator } = call;
    const id = declarator?.isVariableDeclarator() ? declarator.child('id') : undefined;
    if (name === 'useState' && id?.isArrayPattern()) {
      const [state, ...others] = id.children('elements') as NodePath<Node>[];
      // A setter accepts a function, which also receives the value.
      return state && others.length === 0 ? untested(this.element(state)) : OPEN;
    }
    return name === 'useRef' && !made && id?.isIdentifier() ? untested(this.ref(id)) : OPEN;
  }

  /** The members that a pattern reads. */
  private element(target: NodePath<Node>): Reads {
    const binding = target.isIdentifier() ? bindingOf(target, target.node.name) : undefined;
    return binding ? this.uses(binding) : OPEN;
  }

  /** The members of `ref.current` that are read. */
  private ref(target: NodePath<Identifier>): Reads {
    const binding = bindingOf(target as NodePath<Node>, target.node.name);
    if (!binding || describes(target.node.typeAnnotation) || this.otherNames.has(target.node.name))
      return OPEN;
    return joined(
      binding.referencePaths.map((path) => {
        const { parentPath: member, key } = wrapped(path);
        if (!member?.isMemberExpression() || key !== 'object') return OPEN;
        const name = staticName(member.child('property'), member.node.computed);
        if (name !== 'current') return OPEN;
        const isWritten = useOf(member).kind === 'assigned';
        return isWritten ? NOTHING : this.value(member);
      }),
    );
  }

  /** The members of `this.#info` that are read. */
  private field(field: PrivateField | undefined): Reads {
    return field ? this.once(field.declaration.node, () => this.usesOfField(field)) : OPEN;
  }

  private usesOfField(field: PrivateField): Reads {
    const { node } = field.declaration;
    const isOther = describes(node.typeAnnotation) || Boolean(node.decorators?.length);
    let isConstant = true;
    const reads = joined(
      field.members.map((member) => {
        if (useOf(member).kind !== 'assigned') return this.value(member);
        isConstant = false;
        // `return (this.#info ||= call())` also returns the value.
        return wrapped(member).parentPath!.parentPath?.isExpressionStatement() ? NOTHING : OPEN;
      }),
    );
    if (isOther) return { ...reads, isOpen: true };
    return isConstant ? reads : untested(reads);
  }

  private name(target: NodePath<Node>): Reads {
    if (!target.isIdentifier()) return OPEN;
    const { name, typeAnnotation } = target.node;
    const binding = bindingOf(target, name);
    const declarator = binding?.path;
    if (!binding || !declarator?.isVariableDeclarator() || declarator.node.id.type !== 'Identifier')
      return OPEN;
    const reads = this.uses(binding);
    const isTyped = describes(typeAnnotation) || describes(declarator.node.id.typeAnnotation);
    return isTyped ? { ...reads, isOpen: true } : reads;
  }

  /** The members read through a name. */
  private uses(binding: Binding): Reads {
    return this.once(binding, () => this.usesOfName(binding));
  }

  private usesOfName(binding: Binding): Reads {
    const all = joined(binding.referencePaths.map((path) => this.value(path)));
    const reads = binding.constant ? all : untested(all);
    return this.otherNames.has(binding.identifier.name) ? { ...reads, isOpen: true } : reads;
  }

  /** @param isSplit whether destructuring the call itself may be split over several functions */
  private pattern(pattern: NodePath<ObjectPattern>, isSplit: boolean): Reads {
    const properties = pattern.children('properties');
    const canBeTested = isSplit && freeProperties(pattern.node) !== undefined;
    const reads = properties.flatMap((path): Read[] => {
      if (!path.isObjectProperty()) return [];
      const name = staticName(path.child('key'), path.node.computed);
      const isField = name !== undefined && !(name in Object.prototype);
      return !isField ? [] : [{ name, path, isTested: canBeTested && this.isTested(path) }];
    });
    return { reads, isOpen: reads.length < properties.length || describes(pattern.node.typeAnnotation) };
  }

  /** Whether only the truthiness of the binding of a pattern's property matters. */
  private isTested(property: NodePath<ObjectProperty>): boolean {
    const { value } = property.node;
    const binding = value.type === 'Identifier' ? boundBy(property) : undefined;
    if (!binding?.constant || this.otherNames.has(binding.identifier.name)) return false;
    return binding.referencePaths.every(isTested);
  }
}

/** The function that returns an expression: as its body, or in a `return`. */
function functionThatReturns(
  { key }: NodePath<Node>,
  parent: NodePath<Node>,
): NodePath<FunctionNode> | undefined {
  if (parent.isReturnStatement()) return (parent.getFunctionParent() ?? undefined) as NodePath<FunctionNode>;
  return parent.isArrowFunctionExpression() && key === 'body' ? parent : undefined;
}

/** Whether the callers of a function receive its return value and no return type is declared. */
function givesAsItIs({ node }: NodePath<FunctionNode>): boolean {
  // Inside the function, the name of a function expression is a separate binding.
  const isNamed = node.type === 'FunctionExpression' && node.id;
  return !node.async && !node.generator && !isNamed && !describes(node.returnType);
}

/** Whether a function is an event handler in JSX, whose result is not used. */
function isHandler(path: NodePath<Node>): boolean {
  const { parentPath: container } = wrapped(path);
  const attribute = container?.isJSXExpressionContainer() ? container.parentPath : undefined;
  const name = attribute?.isJSXAttribute() ? attribute.node.name : undefined;
  return name?.type === 'JSXIdentifier' && /^on[A-Z]/.test(name.name);
}

/** The function that an expression refers to: an inline function, or one declared under a name. */
function functionOf(given: NodePath<Node>): NodePath<FunctionNode> | undefined {
  const path = unwrap(given);
  if (path.isFunction()) return path;
  const binding = bindingOfIdentifier(path);
  if (!binding?.constant) return undefined;
  const declared = binding.path;
  if (declared.isFunctionDeclaration()) return declared;
  const init =
    declared.isVariableDeclarator() && declared.node.id.type === 'Identifier'
      ? unwrap(declared.child('init'))
      : undefined;
  return init?.isFunction() ? init : undefined;
}

/** Whether a function may also access its parameters through `arguments`. */
function readsArguments(path: NodePath<FunctionNode>): boolean {
  if (path.isArrowFunctionExpression()) return false;
  let found = false;
  path.traverse({
    Function: (inner) => {
      if (!inner.isArrowFunctionExpression()) inner.skip();
    },
    Identifier: ({ node }) => {
      if (node.name === 'arguments') found = true;
    },
  });
  return found;
}

/** Whether a name has a type annotation for the whole object, other than `any`. */
function describes(annotation: Node | null | undefined): boolean {
  if (!annotation) return false;
  return annotation.type !== 'TSTypeAnnotation' || annotation.typeAnnotation.type !== 'TSAnyKeyword';
}

/** Whether a type assertion around an expression describes it. */
function hasTypeBetween(path: NodePath<Node>, outer: NodePath<Node>): boolean {
  for (let at = path; at !== outer; ) {
    at = at.parentPath!;
    if ('typeAnnotation' in at.node && at.node.typeAnnotation?.type !== 'TSAnyKeyword') return true;
  }
  return false;
}

function joined(all: readonly Reads[]): Reads {
  return { reads: all.flatMap(({ reads }) => reads), isOpen: all.some(({ isOpen }) => isOpen) };
}

/** For a value that may have alternatives, because a comparison would apply to those too. */
function untested({ reads, isOpen }: Reads): Reads {
  return { reads: reads.map((read) => ({ ...read, isTested: false })), isOpen };
}

/** @param member `info.windowWidth` */
function memberRead(member: NodePath<Node>): Reads {
  const node = member.node as { computed: boolean } & Node;
  const name = staticName(member.child('property') as NodePath<Node>, node.computed);
  if (name === undefined || name in Object.prototype) return OPEN;
  const use = useOf(member);
  // A method receives the whole object.
  const isWritten = use.kind === 'assigned';
  const isOpen = isWritten || use.kind === 'call' || wrapped(member).key === 'tag';
  const read = { name, path: member, isTested: !isOpen && isTested(member) };
  return { reads: [isWritten ? { ...read, isWritten } : read], isOpen };
}

/**
 * Whether only the truthiness of an expression matters. Never in templates, whose attributes add quotes of
 * their own.
 */
function isTested(path: NodePath<Node>): boolean {
  if (wrapped(path) !== path || isReadAs(path, true) || isReadAs(path, false)) return false;
  return !path.findParent(({ node }) => templateProperties(node) !== undefined);
}
