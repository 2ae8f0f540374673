import type { Node, ObjectPattern, ObjectProperty } from '@babel/types';
import { bindingOf } from '../../ast/binding';
import { identifiersIn } from '../../ast/declarations';
import type { Binding, NodePath } from '../../ast/node-path';
import { nameOf } from '../../ast/syntax';

/** The default value of a property in a pattern: `polyfill` in `{ startRecord = polyfill }`. */
export function defaultOf(property: NodePath<ObjectProperty>): NodePath<Node> | undefined {
  const value = property.child('value');
  return value.isAssignmentPattern() ? value.child('right') : undefined;
}

/** The binding of a property in a pattern; `undefined` for a nested pattern. */
export function boundBy(property: NodePath<ObjectProperty>): Binding | undefined {
  const { value } = property.node;
  const target = value.type === 'AssignmentPattern' ? value.left : value;
  return target.type === 'Identifier' ? bindingOf(property, target.name) : undefined;
}

/** The property that a destructuring declaration gives to a name: `id` for `a` in `const { id: a } = props`. */
export function takenProperty({ path, identifier }: Binding): string | undefined {
  const pattern = path.isVariableDeclarator() ? path.node.id : undefined;
  if (pattern?.type !== 'ObjectPattern') return undefined;
  const taken = pattern.properties.find((one) => one.type === 'ObjectProperty' && one.value === identifier);
  return taken?.type === 'ObjectProperty' && !taken.computed ? nameOf(taken.key) : undefined;
}

/** Whether a pattern binds a name twice, so that the last value stays: `var { a: x, b: x } = …`. */
export function bindsTwice(pattern: ObjectPattern): boolean {
  const names = identifiersIn(pattern).map(({ name }) => name);
  return new Set(names).size < names.length;
}

/** The properties of a pattern whose evaluation order does not matter. */
export function freeProperties(pattern: ObjectPattern): ObjectProperty[] | undefined {
  const { properties } = pattern;
  if (bindsTwice(pattern)) return undefined;
  const free = properties.filter(
    (property): property is ObjectProperty => property.type === 'ObjectProperty' && isFreeProperty(property),
  );
  return free.length === properties.length ? free : undefined;
}

function isFreeProperty(property: Node): boolean {
  if (property.type !== 'ObjectProperty' || property.computed) return false;
  return nameOf(property.key) !== undefined && isFreeOfOrder(property.value);
}

/** Whether the position at which a pattern is evaluated does not matter. */
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
