import type { Node, ObjectProperty } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { type Binding, bindingOf } from './scope';

/** The default value of a property in a pattern: `polyfill` of `{ startRecord = polyfill }`. */
export function defaultOf(property: NodePath<ObjectProperty>): NodePath<Node> | undefined {
  const value = property.get('value') as NodePath<Node>;
  return value.isAssignmentPattern() ? (value.get('right') as NodePath<Node>) : undefined;
}

/** The binding that a property of a pattern makes; `undefined` for a nested pattern. */
export function boundBy(property: NodePath<ObjectProperty>): Binding | undefined {
  const { value } = property.node;
  const target = value.type === 'AssignmentPattern' ? value.left : value;
  return target.type === 'Identifier' ? bindingOf(property as NodePath<Node>, target.name) : undefined;
}
