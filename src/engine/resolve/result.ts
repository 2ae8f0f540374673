import type { CallExpression, Node, OptionalCallExpression } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import type { Result } from '../../migrations/reference';
import { awaitedOf, type Read, readsOfAnswer, readsOfValue } from './reads';

type Call = NodePath<CallExpression | OptionalCallExpression>;

/**
 * What becomes of the value that a call gives.
 * @param otherNames Names whose uses scopes do not tell: `typeof info` in a type.
 */
export function resultOf(call: Call, otherNames: ReadonlySet<string>): Result {
  const { reads, isOpen } = readsOfValue(awaitedOf(call as NodePath<Node>), otherNames);
  const names = namesOf(reads);
  if (isOpen || !call.isCallExpression()) return { kind: 'object', names };
  if (names.length === 0) return { kind: 'unused' };
  const tested = names.filter((name) => reads.every((read) => read.name !== name || read.isTested));
  return { kind: 'members', names, tested };
}

/** The members that the code reads of what a call gives later: by callbacks of its options, or by its promise. */
export function answerNames(call: Call, otherNames: ReadonlySet<string>): readonly string[] {
  return namesOf(readsOfAnswer(call as NodePath<Node>, otherNames).reads);
}

function namesOf(reads: readonly Read[]): string[] {
  return [...new Set(reads.map(({ name }) => name))];
}
