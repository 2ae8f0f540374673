import type { CallExpression, OptionalCallExpression } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import type { Result } from '../../migrations/reference';
import { awaitedOf, type Reads, readsOfAnswer, readsOfValue } from './reads';

type Call = NodePath<CallExpression | OptionalCallExpression>;

/**
 * Collects the uses of a call's value.
 * @param otherNames names with uses that scopes do not show: `typeof info` in a type
 */
export function resultOf(call: Call, otherNames: ReadonlySet<string>): Result {
  return result(readsOfValue(awaitedOf(call), otherNames));
}

/** Collects the uses of an asynchronous result: in the callbacks of the options, or from the promise. */
export function answerOf(call: Call, otherNames: ReadonlySet<string>): Result {
  return result(readsOfAnswer(call, otherNames));
}

/** Results of uses that several values share. */
const known = new WeakMap<Reads, Result>();

function result(reads: Reads): Result {
  const found = known.get(reads) ?? made(reads);
  known.set(reads, found);
  return found;
}

function made({ reads, isOpen }: Reads): Result {
  const names = [...new Set(reads.map(({ name }) => name))];
  const written = reads.flatMap(({ name, isWritten }) => (isWritten ? [name] : []));
  // Properties that the code adds to the object are not members of the API's result.
  if (isOpen) return { kind: 'object', names: names.filter((name) => !written.includes(name)) };
  if (names.length === 0) return { kind: 'unused' };
  const tested = names.filter((name) => reads.every((read) => read.name !== name || read.isTested));
  return { kind: 'members', names, tested };
}
