import type {
  CallExpression,
  Identifier,
  Node,
  ObjectPattern,
  ObjectProperty,
  OptionalCallExpression,
} from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { nameOf, staticName, wrapped } from '../../ast/syntax';
import type { Result } from '../../migrations/reference';
import { templateProperties } from '../parse/vue-template';
import { featureTestOf, isReadAs } from './feature-test';
import { boundBy } from './patterns';
import { type Binding, bindingOf, changesOf, referencesOf } from './scope';
import { useOf } from './use';
import { frameworkFunction } from './values';

/** A member of a call's value that the code reads. */
export interface Read {
  readonly name: string;
  /** `info.windowWidth`, or the property of a pattern. */
  readonly path: NodePath<Node>;
  /** Only its truthiness matters. */
  readonly isTested: boolean;
}

/** Everything that the code does with a value. */
interface Reads {
  readonly reads: readonly Read[];
  /** The value goes where it cannot be followed. */
  readonly isOpen: boolean;
}

const NOTHING: Reads = { reads: [], isOpen: false };
const OPEN: Reads = { reads: [], isOpen: true };

/**
 * What becomes of the value that a call gives.
 * @param otherNames Names whose uses scopes do not tell: `typeof info` in a type.
 */
export function resultOf(
  call: NodePath<CallExpression | OptionalCallExpression>,
  otherNames: ReadonlySet<string>,
): Result {
  const { reads, isOpen } = new Followed(awaitedOf(call as NodePath<Node>), otherNames).reads();
  const names = [...new Set(reads.map(({ name }) => name))];
  if (isOpen || !call.isCallExpression()) return { kind: 'object', names };
  if (names.length === 0) return { kind: 'unused' };
  const tested = names.filter((name) => reads.every((read) => read.name !== name || read.isTested));
  return { kind: 'members', names, tested };
}

/** The reads of a call's value, of which `resultOf` has said that there is nothing else. */
export function readsOf(call: NodePath<CallExpression | OptionalCallExpression>): readonly Read[] {
  return new Followed(awaitedOf(call as NodePath<Node>), new Set()).reads().reads;
}

/** The `await` of a call, or the call itself. */
export function awaitedOf(call: NodePath<Node>): NodePath<Node> {
  const { parentPath } = wrapped(call);
  return parentPath?.isAwaitExpression() ? (parentPath as NodePath<Node>) : call;
}

/** The members that the code reads of what a call gives later: by callbacks of its options, or by its promise. */
export function answerNames(
  call: NodePath<CallExpression | OptionalCallExpression>,
  otherNames: ReadonlySet<string>,
): readonly string[] {
  const { reads } = new Followed(call as NodePath<Node>, otherNames).answers();
  return [...new Set(reads.map(({ name }) => name))];
}

/** Follows a value through the names that it is given. */
class Followed {
  private readonly seen = new Set<Binding>();

  constructor(
    private readonly call: NodePath<Node>,
    private readonly otherNames: ReadonlySet<string>,
  ) {}

  reads(): Reads {
    return this.value(this.call);
  }

  answers(): Reads {
    const [options] = this.call.get('arguments') as NodePath<Node>[];
    const callbacks = options?.isObjectExpression() ? (options.get('properties') as NodePath<Node>[]) : [];
    const all = callbacks.map((property) => {
      const isMethod = property.isObjectMethod();
      const name = isMethod || property.isObjectProperty() ? nameOf(property.node.key) : undefined;
      if (name !== 'success' && name !== 'complete') return NOTHING;
      return this.parameter(isMethod ? property : (property.get('value') as NodePath<Node>));
    });
    const { parentPath: parent } = wrapped(this.call);
    if (parent?.isAwaitExpression()) all.push(this.value(parent as NodePath<Node>));
    const then = parent?.isMemberExpression() ? wrapped(parent as NodePath<Node>).parentPath : undefined;
    if (then?.isCallExpression()) {
      const [settled] = then.get('arguments') as NodePath<Node>[];
      if (settled) all.push(this.parameter(settled));
    }
    return { reads: all.flatMap(({ reads }) => reads), isOpen: true };
  }

  /** The first parameter of a function. */
  private parameter(path: NodePath<Node>): Reads {
    if (!path.isFunction()) return OPEN;
    const [first] = path.get('params') as NodePath<Node>[];
    if (first?.isObjectPattern()) return this.pattern(first, false);
    const binding = first?.isIdentifier() ? bindingOf(first as NodePath<Node>, first.node.name) : undefined;
    const all = binding ? referencesOf(binding).map((use) => this.value(use)) : [];
    return { reads: all.flatMap(({ reads }) => reads), isOpen: true };
  }

  private value(path: NodePath<Node>): Reads {
    const outer = wrapped(path);
    const { parentPath: parent } = outer;
    // A type assertion describes the whole object.
    const through = (reads: Reads): Reads => (outer === path ? reads : { ...reads, isOpen: true });
    if (!parent) return OPEN;
    if (parent.isExpressionStatement()) return NOTHING;
    if (parent.isMemberExpression() || parent.isOptionalMemberExpression())
      return outer.key === 'object' ? memberRead(parent as NodePath<Node>) : OPEN;
    if (featureTestOf(path)) return NOTHING;
    if (parent.isVariableDeclarator() && outer.key === 'init') {
      const id = parent.get('id') as NodePath<Node>;
      return through(
        id.isObjectPattern()
          ? this.pattern(id, path === this.call && !path.isAwaitExpression())
          : this.name(id),
      );
    }
    if (parent.isAssignmentExpression({ operator: '=' }) && outer.key === 'right') {
      const reads = this.name(parent.get('left') as NodePath<Node>);
      return parent.parentPath.isExpressionStatement() ? through(reads) : { ...reads, isOpen: true };
    }
    if (parent.isArrowFunctionExpression() && outer.key === 'body') {
      const call = parent.parentPath;
      if (!parent.node.async && call?.isCallExpression() && parent.key === 0 && isMemo(call))
        return through(this.value(call as NodePath<Node>));
    }
    return OPEN;
  }

  private name(target: NodePath<Node>): Reads {
    if (!target.isIdentifier()) return OPEN;
    const { name, typeAnnotation } = target.node;
    const binding = bindingOf(target as NodePath<Node>, name);
    const declarator = binding?.path;
    if (!binding || !declarator?.isVariableDeclarator() || declarator.node.id.type !== 'Identifier')
      return OPEN;
    if (this.seen.has(binding)) return NOTHING;
    this.seen.add(binding);
    const all = referencesOf(binding).map((path) => this.value(path));
    const reads = all.flatMap((one) => one.reads);
    const isTyped = typeAnnotation || declarator.node.id.typeAnnotation;
    return {
      // Where the name may have another value as well, a comparison would meet that one.
      reads: isConstant(binding) ? reads : reads.map((read) => ({ ...read, isTested: false })),
      isOpen: Boolean(isTyped) || this.otherNames.has(name) || all.some(({ isOpen }) => isOpen),
    };
  }

  /** @param isSplit What is taken out of the call itself may be taken from several. */
  private pattern(pattern: NodePath<ObjectPattern>, isSplit: boolean): Reads {
    const properties = pattern.get('properties') as NodePath<Node>[];
    const canBeTested = isSplit && freeProperties(pattern.node) !== undefined;
    const reads = properties.flatMap((path): Read[] => {
      if (!path.isObjectProperty()) return [];
      const name = staticName(path.get('key') as NodePath<Node>, path.node.computed);
      return name === undefined ? [] : [{ name, path, isTested: canBeTested && this.isTested(path) }];
    });
    return { reads, isOpen: reads.length < properties.length || Boolean(pattern.node.typeAnnotation) };
  }

  /** Whether only the truthiness matters of what a property of a pattern binds. */
  private isTested(property: NodePath<ObjectProperty>): boolean {
    const { value } = property.node;
    const binding = value.type === 'Identifier' ? boundBy(property) : undefined;
    if (!binding || !isConstant(binding) || this.otherNames.has(binding.identifier.name)) return false;
    return referencesOf(binding).every(isTested);
  }
}

function isConstant(binding: Binding): boolean {
  return changesOf(binding).length === 0;
}

function isMemo(call: NodePath<CallExpression>): boolean {
  return frameworkFunction(call.get('callee') as NodePath<Node>) === 'useMemo';
}

/** @param member `info.windowWidth` */
function memberRead(member: NodePath<Node>): Reads {
  const node = member.node as { computed: boolean } & Node;
  const name = staticName(member.get('property') as NodePath<Node>, node.computed);
  if (name === undefined) return OPEN;
  const use = useOf(member);
  // A method gets the whole object.
  const isOpen = use.kind === 'assigned' || use.kind === 'call' || wrapped(member).key === 'tag';
  return { reads: [{ name, path: member, isTested: !isOpen && isTested(member) }], isOpen };
}

/** Whether of an expression only its truthiness matters. Templates have quotes of their own around them. */
function isTested(path: NodePath<Node>): boolean {
  if (wrapped(path) !== path || isReadAs(path, true) || isReadAs(path, false)) return false;
  return !path.findParent(({ node }) => templateProperties(node) !== undefined);
}

/** The properties of a pattern, where it makes no difference when each takes its value. */
export function freeProperties({ properties }: ObjectPattern): ObjectProperty[] | undefined {
  const free = properties.filter(
    (property): property is ObjectProperty => property.type === 'ObjectProperty' && isFreeProperty(property),
  );
  return free.length === properties.length ? free : undefined;
}

function isFreeProperty(property: Node): boolean {
  if (property.type !== 'ObjectProperty' || property.computed) return false;
  return nameOf(property.key) !== undefined && isFreeOfOrder(property.value);
}

/** Whether it makes no difference when a pattern takes its values, beside others. */
function isFreeOfOrder(target: Node): boolean {
  switch (target.type) {
    case 'Identifier':
      return true;
    case 'AssignmentPattern':
      return isFreeOfOrder(target.left) && isFixed(target.right);
    case 'ObjectPattern':
      return target.properties.every(isFreeProperty);
    default:
      return false;
  }
}

function isFixed(value: Node): boolean {
  if (value.type === 'ObjectExpression') return value.properties.length === 0;
  if (value.type === 'ArrayExpression') return value.elements.length === 0;
  return /^(Numeric|String|Boolean|Null)Literal$/.test(value.type);
}

/** The name that a value is given right away: of `const info = call()` and `info = call()`. */
export function nameGivenTo(path: NodePath<Node>): NodePath<Identifier> | undefined {
  const { parentPath: parent, key } = wrapped(path);
  const target =
    (parent?.isVariableDeclarator() && key === 'init' && parent.get('id')) ||
    (parent?.isAssignmentExpression() && key === 'right' && parent.get('left'));
  return target && (target as NodePath<Node>).isIdentifier() ? (target as NodePath<Identifier>) : undefined;
}
