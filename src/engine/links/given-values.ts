import type { Node, VariableDeclarator } from '@babel/types';
import { bindingOfIdentifier } from '../../ast/binding';
import type { Binding, NodePath } from '../../ast/node-path';
import { writtenProperties } from '../../ast/options';
import { nameOf, staticNameOf, unwrap } from '../../ast/syntax';

export type Value = NodePath<Node | null | undefined>;

/** The values that a file gives to a name or a member. */
export function valuesOf(path: Value): Value[] {
  if (path.isIdentifier()) return valuesOfName(bindingOfIdentifier(path));
  if (!path.isMemberExpression()) return [path];
  const name = staticNameOf(path.node.property, path.node.computed);
  const object = unwrap(path.child('object'));
  if (name === undefined) return [];
  if (object.isThisExpression()) return writesOf(path.root.paths, name);
  return valuesOf(object).flatMap((value) => valuesOfProperty(value, name));
}

export function valuesOfName(binding: Binding | undefined): Value[] {
  const declared = binding?.path;
  if (!declared?.isVariableDeclarator()) return [];
  const value = declared.child('init');
  const name = destructuredName(binding!, declared.node.id);
  return name === undefined ? [value] : valuesOf(unwrap(value)).flatMap((one) => valuesOfProperty(one, name));
}

/** The values of a property of an object literal, or another value itself. */
function valuesOfProperty(given: Value, name: string): Value[] {
  const object = unwrap(given);
  if (!object.isObjectExpression()) return [object];
  return writtenProperties(object).flatMap((one) => (one.name === name && one.value) || []);
}

/** The name of the property that `const { canvasId } = props` gives to a name. */
export function destructuredName(binding: Binding, id: VariableDeclarator['id']): string | undefined {
  if (id.type !== 'ObjectPattern') return undefined;
  const property = id.properties.find(
    (one) => one.type === 'ObjectProperty' && one.value === binding.identifier,
  );
  return property?.type === 'ObjectProperty' && !property.computed ? nameOf(property.key) : undefined;
}

/** The values given to members of a name anywhere in a file. */
export function writesOf(paths: readonly NodePath[], name: string): Value[] {
  return paths.flatMap((path): Value[] => {
    if (path.isAssignmentExpression()) {
      const { left } = path.node;
      const isOwn = left.type === 'MemberExpression' && staticNameOf(left.property, left.computed) === name;
      return isOwn ? [path.child('right')] : [];
    }
    if (!path.isClassProperty()) return [];
    return staticNameOf(path.node.key, path.node.computed) === name ? [path.child('value')] : [];
  });
}
