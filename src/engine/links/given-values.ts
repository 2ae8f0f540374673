import type { Node } from '@babel/types';
import { bindingOfIdentifier } from '../../ast/binding';
import type { Binding, NodePath } from '../../ast/node-path';
import { writtenProperties } from '../../ast/options';
import { staticNameOf, unwrap } from '../../ast/syntax';
import { heldByRef } from '../resolve/binding-values';
import { takenProperty } from '../resolve/patterns';
import { ThisWrites, type Values } from '../resolve/this-writes';

export type Value = NodePath<Node | null | undefined>;

/** The values that a file gives to a name or a member. */
export function valuesOf(path: Value): readonly Value[] {
  if (path.isIdentifier()) return valuesOfName(bindingOfIdentifier(path));
  if (!path.isMemberExpression()) return [path];
  const name = staticNameOf(path.node.property, path.node.computed);
  const object = unwrap(path.child('object'));
  if (name === undefined) return [];
  if (object.isThisExpression()) return writesOf(object as NodePath<Node>, name).values;
  const held = heldByRef(object);
  if (held) return held.values;
  return valuesOf(object).flatMap((value) => valuesOfProperty(value, name));
}

export function valuesOfName(binding: Binding | undefined): readonly Value[] {
  const declared = binding?.path;
  if (!declared?.isVariableDeclarator()) return [];
  const value = declared.child('init');
  const name = takenProperty(binding!);
  return name === undefined ? [value] : valuesOf(unwrap(value)).flatMap((one) => valuesOfProperty(one, name));
}

/** The values of a property of an object literal, or another value itself. */
function valuesOfProperty(given: Value, name: string): Value[] {
  const object = unwrap(given);
  if (!object.isObjectExpression()) return [object];
  return writtenProperties(object).flatMap((one) => (one.name === name && one.value) || []);
}

const known = new WeakMap<readonly NodePath[], ThisWrites>();

/** The values that a file may give to a member of `this`. */
export function writesOf(self: NodePath<Node>, name: string): Values {
  const { paths } = self.root;
  const writes = known.get(paths) ?? new ThisWrites();
  known.set(paths, writes);
  const written = writes.to(self, name);
  if (!written) return { values: [], isOpen: true };
  const all = [...written.own, ...written.outside];
  return { values: all.flatMap(({ values }) => values), isOpen: all.some(({ isOpen }) => isOpen) };
}
