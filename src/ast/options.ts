import type {
  CallExpression,
  Node,
  ObjectExpression,
  ObjectProperty,
  OptionalCallExpression,
} from '@babel/types';
import type { NodePath } from './node-path';
import { staticName, staticString, unwrap } from './syntax';

/**
 * The properties in an object literal that is the first argument of a call. Empty if the path is not a
 * callee.
 */
export function optionNames(callee: NodePath<Node>): string[] {
  const call = callee.parentPath;
  if (!(call?.isCallExpression() || call?.isOptionalCallExpression()) || callee.key !== 'callee') return [];
  return writtenOptions(call).flatMap(({ name }) => name ?? []);
}

/** The text of an option written in a call. */
export function optionOf(
  call: NodePath<CallExpression | OptionalCallExpression>,
  option: string,
): string | undefined {
  const found = writtenOptions(call).find(({ name }) => name === option);
  return found && staticString(found.value);
}

/** A property that an object literal gives. */
interface WrittenProperty {
  /** `undefined` if it may be any: of a spread, of a prototype, or with a computed name. */
  readonly name: string | undefined;
  /** Its value, or the method itself; `undefined` if a getter returns it. */
  readonly value: NodePath<Node> | undefined;
}

/** The properties that can be read from an object literal. A setter gives none. */
export function writtenProperties(object: NodePath<ObjectExpression>): WrittenProperty[] {
  return (object.children('properties') as NodePath<Node>[]).flatMap((property): WrittenProperty[] => {
    const { node } = property;
    if (node.type === 'SpreadElement') return [{ name: undefined, value: undefined }];
    const { computed, kind } = node as ObjectProperty & { kind?: string };
    const name = staticName(property.child('key') as NodePath<Node>, computed);
    if (kind === 'set') return [];
    if (property.isObjectProperty()) {
      const setsPrototype = name === '__proto__' && !computed && !property.node.shorthand;
      return [{ name: setsPrototype ? undefined : name, value: property.child('value') }];
    }
    return [{ name, value: kind === 'get' ? undefined : property }];
  });
}

function writtenOptions(
  call: NodePath<CallExpression | OptionalCallExpression>,
): { name: string | undefined; value: Node | undefined }[] {
  const [given] = call.children('arguments');
  const options = given && unwrap(given);
  if (!options?.isObjectExpression()) return [];
  return writtenProperties(options).map(({ name, value }) => ({ name, value: value?.node }));
}
