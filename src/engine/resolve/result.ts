import type { CallExpression, Node, OptionalCallExpression } from '@babel/types';
import { staticName, wrapped } from '../../ast/syntax';
import type { Result } from '../../migrations/reference';
import type { NodePath } from '../parse/traverse';
import { type Binding, bindingOf, referencesOf } from './scope';
import { useOf } from './use';

const UNKNOWN: Result = { kind: 'unknown' };

/**
 * What becomes of the value that a call gives.
 * @param otherNames Names whose uses scopes do not tell: `typeof info` in a type.
 */
export function resultOf(
  call: NodePath<CallExpression | OptionalCallExpression>,
  otherNames: ReadonlySet<string>,
): Result {
  const outer = wrapped(call as NodePath<Node>);
  const parent = outer.parentPath;
  if (!call.isCallExpression() || !parent) return UNKNOWN;
  if (parent.isExpressionStatement()) return { kind: 'unused' };
  const member = memberRead(outer);
  if (member !== undefined) return { kind: 'members', names: [member] };
  // A type assertion would be one of a part alone.
  if (!parent.isVariableDeclarator() || parent.node.init !== call.node) return UNKNOWN;
  const { id } = parent.node;
  if ('typeAnnotation' in id && id.typeAnnotation) return UNKNOWN;
  const names = id.type === 'ObjectPattern' ? keysOf(id) : undefined;
  if (names) return named(names);
  if (id.type !== 'Identifier' || otherNames.has(id.name)) return UNKNOWN;
  const binding = bindingOf(parent as NodePath<Node>, id.name);
  const read = binding?.constant ? referencesOf(binding).map(memberRead) : [undefined];
  return read.every((name) => name !== undefined) ? named(read) : UNKNOWN;
}

/** The uses of the name that a declarator gives to a value, by the member that each reads. */
export function readsOf(binding: Binding): { path: NodePath<Node>; member: string }[] {
  return referencesOf(binding).map((path) => ({ path, member: memberRead(path)! }));
}

function named(names: readonly string[]): Result {
  return names.length === 0 ? { kind: 'unused' } : { kind: 'members', names };
}

/** The member of an expression's value that the code around it reads. */
function memberRead(path: NodePath<Node>): string | undefined {
  const outer = wrapped(path);
  const { parentPath: member } = outer;
  if (!member?.isMemberExpression() && !member?.isOptionalMemberExpression()) return undefined;
  if (outer.key !== 'object') return undefined;
  const use = useOf(member as NodePath<Node>);
  // A method gets the whole object.
  if (use.kind === 'assigned' || use.kind === 'call' || wrapped(member as NodePath<Node>).key === 'tag')
    return undefined;
  return staticName(member.get('property') as NodePath<Node>, member.node.computed);
}

/** The keys of a pattern; `undefined` where its properties can not be taken in another order, or are not all known. */
function keysOf({ properties }: Extract<Node, { type: 'ObjectPattern' }>): string[] | undefined {
  const keys = properties.map((property) =>
    property.type === 'ObjectProperty' &&
    !property.computed &&
    property.key.type === 'Identifier' &&
    isFreeOfOrder(property.value)
      ? property.key.name
      : undefined,
  );
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

/** Whether it makes no difference when a pattern takes its values, beside others. */
function isFreeOfOrder(target: Node): boolean {
  switch (target.type) {
    case 'Identifier':
      return true;
    case 'AssignmentPattern':
      return isFreeOfOrder(target.left) && isConstant(target.right);
    case 'ObjectPattern':
      return target.properties.every(
        (property) =>
          property.type === 'ObjectProperty' && !property.computed && isFreeOfOrder(property.value),
      );
    default:
      return false;
  }
}

function isConstant(value: Node): boolean {
  if (value.type === 'ObjectExpression') return value.properties.length === 0;
  if (value.type === 'ArrayExpression') return value.elements.length === 0;
  return /^(Numeric|String|Boolean|Null)Literal$/.test(value.type);
}
