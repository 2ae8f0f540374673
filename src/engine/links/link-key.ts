import type { Node } from '@babel/types';
import { bindingOfIdentifier } from '../../ast/binding';
import type { Binding, NodePath } from '../../ast/node-path';
import { staticNameOf, staticString, unwrap } from '../../ast/syntax';
import { takenProperty } from '../resolve/patterns';
import { writesOf } from './given-values';
import { isMade, isMadeName } from './made-value';

/** The identity of a value that links calls to elements: two expressions with the same key have the same value. */
export interface LinkKey {
  /** Equal for equal values. For a constant, its text in quotes, which is the same in all files. */
  readonly id: string;
  /** The value, if it is a constant. */
  readonly constant?: string;
  /** Whether a function makes the value, which may then not be part of a selector. */
  readonly isMade?: boolean;
}

/** The key of an expression; `undefined` if nothing is known of its value. */
export function keyOf(given: NodePath<Node | null | undefined>): LinkKey | undefined {
  const key = keyIn(given, []);
  return key && { ...key, isMade: isMade(given) };
}

/** The id of the key of an expression. */
export function keyIdOf(given: NodePath<Node | null | undefined>): string | undefined {
  return keyIn(given, [])?.id;
}

export function constantKey(constant: string): LinkKey {
  return { id: JSON.stringify(constant), constant };
}

/** @param seen the declarations that led here, because two can be made of each other */
function keyIn(given: NodePath<Node | null | undefined>, seen: readonly Node[]): LinkKey | undefined {
  const path = unwrap(given);
  const text = staticString(path.node);
  if (text !== undefined) return constantKey(text);
  if (path.isIdentifier()) return keyOfName(bindingOfIdentifier(path), seen);
  if (path.isThisExpression()) return { id: `this@${ownerOfThis(path as NodePath<Node>)}` };
  if (path.isMemberExpression()) {
    const name = staticNameOf(path.node.property, path.node.computed);
    const object = keyIn(path.child('object'), seen);
    if (name === undefined || !object) return undefined;
    return assignedOnce(path as NodePath<Node>, name) ?? { id: `${object.id}.${name}` };
  }
  if (path.isTemplateLiteral()) {
    const parts = path.children('expressions').map((part) => keyIn(part as NodePath<Node>, seen)?.id);
    if (parts.includes(undefined)) return undefined;
    const texts = path.node.quasis.map(({ value }) => value.raw);
    return { id: JSON.stringify([texts, parts]) };
  }
  return undefined;
}

/** The key of a name; `undefined` if its value changes. */
export function keyOfBinding(binding: Binding): LinkKey | undefined {
  const key = keyOfName(binding, []);
  return key && { ...key, isMade: isMadeName(binding) };
}

function keyOfName(binding: Binding | undefined, seen: readonly Node[]): LinkKey | undefined {
  if (!binding?.constant || seen.includes(binding.path.node)) return undefined;
  const local = { id: `@${binding.identifier.start}` };
  const { path: declared } = binding;
  if (!declared.isVariableDeclarator()) return local;
  const given = unwrap(declared.child('init'));
  // Texts made of texts could grow without limit.
  const isText = given.isTemplateLiteral() && given.node.expressions.length > 0;
  const value = () => (isText ? undefined : keyIn(given, [...seen, declared.node]));
  if (declared.node.id.type === 'Identifier') return value() ?? local;
  const name = takenProperty(binding);
  const object = name === undefined ? undefined : value();
  return object ? { id: `${object.id}.${name}` } : local;
}

/** `this.id = 'chart'`, if the file assigns the member only once. */
function assignedOnce(path: NodePath<Node>, name: string): LinkKey | undefined {
  const object = path.isMemberExpression() ? path.child('object') : undefined;
  if (!object?.isThisExpression()) return undefined;
  const { values, isOpen } = writesOf(object as NodePath<Node>, name);
  const text = values.length === 1 && !isOpen ? staticString(unwrap(values[0]!).node) : undefined;
  return text === undefined ? undefined : constantKey(text);
}

/** The start of the class or the object to whose functions `this` belongs, or of the function around it. */
function ownerOfThis(path: NodePath<Node>): number {
  const owner = path.findParent(({ node }) => OWNERS.test(node.type));
  if (!owner) return 0;
  const isMember = /^(Class|Object)/.test(owner.node.type);
  const around = isMember
    ? owner.parentPath
    : owner.parentPath?.isObjectProperty()
      ? owner.parentPath.parentPath
      : owner;
  return around?.node.start ?? 0;
}

/** What gives `this` a value. */
const OWNERS =
  /^(Class(Private)?Method|Class(Private)?Property|ObjectMethod|FunctionExpression|FunctionDeclaration)$/;
