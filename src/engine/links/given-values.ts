import type { Node, VariableDeclarator } from '@babel/types';
import { bindingOfIdentifier } from '../../ast/binding';
import type { Binding, NodePath } from '../../ast/node-path';
import { writtenProperties } from '../../ast/options';
import { nameOf, staticNameOf, unwrap } from '../../ast/syntax';

export type Value = NodePath<Node | null | undefined>;

/** The values that a file gives to a name or a member. */
export function valuesOf(path: Value): readonly Value[] {
  if (path.isIdentifier()) return valuesOfName(bindingOfIdentifier(path));
  if (!path.isMemberExpression()) return [path];
  const name = staticNameOf(path.node.property, path.node.computed);
  const object = unwrap(path.child('object'));
  if (name === undefined) return [];
  if (object.isThisExpression()) return writesOf(path.root.paths, name);
  return valuesOf(object).flatMap((value) => valuesOfProperty(value, name));
}

export function valuesOfName(binding: Binding | undefined): readonly Value[] {
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

type Writes = ReadonlyMap<string, readonly Value[]>;

const known = new WeakMap<readonly NodePath[], Writes>();

/** The values given to members of a name anywhere in a file. */
export function writesOf(paths: readonly NodePath[], name: string): readonly Value[] {
  const writes = known.get(paths) ?? allWrites(paths);
  known.set(paths, writes);
  return writes.get(name) ?? [];
}

function allWrites(paths: readonly NodePath[]): Writes {
  const writes = new Map<string, Value[]>();
  for (const path of paths) {
    const name = writtenName(path.node);
    if (name === undefined) continue;
    const values = writes.get(name) ?? [];
    writes.set(name, values);
    values.push(path.child(path.node.type === 'ClassProperty' ? 'value' : 'right'));
  }
  return writes;
}

/** The name of the member that an assignment or a class property gives a value. */
function writtenName(node: Node): string | undefined {
  if (node.type === 'ClassProperty') return staticNameOf(node.key, node.computed);
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return undefined;
  return staticNameOf(node.left.property, node.left.computed);
}
