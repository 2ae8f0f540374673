import type { CallExpression, Node, OptionalCallExpression } from '@babel/types';
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

function writtenOptions(
  call: NodePath<CallExpression | OptionalCallExpression>,
): { name: string | undefined; value: Node }[] {
  const [given] = call.children('arguments');
  const options = given && unwrap(given);
  if (!options?.isObjectExpression()) return [];
  return options
    .children('properties')
    .filter((property) => property.isObjectProperty())
    .map((property) => ({
      name: staticName(property.child('key'), property.node.computed),
      value: property.node.value,
    }));
}
