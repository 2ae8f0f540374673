import type { CallExpression, Node, OptionalCallExpression } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import type { Result } from '../../migrations/reference';
import { awaitedOf, type Reads, readsOfAnswer, readsOfValue } from './reads';

type Call = NodePath<CallExpression | OptionalCallExpression>;

/**
 * What becomes of the value that a call gives.
 * @param otherNames Names whose uses scopes do not tell: `typeof info` in a type.
 */
export function resultOf(call: Call, otherNames: ReadonlySet<string>): Result {
  return result(readsOfValue(awaitedOf(call as NodePath<Node>), otherNames));
}

/** What becomes of what a call gives later: by callbacks of its options, or by its promise. */
export function answerOf(call: Call, otherNames: ReadonlySet<string>): Result {
  return result(readsOfAnswer(call as NodePath<Node>, otherNames));
}

function result({ reads, isOpen }: Reads): Result {
  const names = [...new Set(reads.map(({ name }) => name))];
  const written = reads.flatMap(({ name, isWritten }) => (isWritten ? [name] : []));
  // What the code adds to the object is no member that the API gives.
  if (isOpen) return { kind: 'object', names: names.filter((name) => !written.includes(name)) };
  if (names.length === 0) return { kind: 'unused' };
  const tested = names.filter((name) => reads.every((read) => read.name !== name || read.isTested));
  return { kind: 'members', names, tested };
}
