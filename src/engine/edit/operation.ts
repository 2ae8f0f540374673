import type MagicString from 'magic-string';
import type { Source } from './source';

/**
 * The order in which a plan is applied; operations of one phase are applied in the order of the plan. Code is
 * edited before code around it, and before it is moved or removed. New imports can take the place of removed
 * ones, and comments go below an import that is inserted before the same statement.
 */
export const PHASES = [
  'code',
  'around',
  'awaits',
  'options',
  'arguments',
  'properties',
  'exports',
  'declarations',
  'imports',
  'comments',
] as const;

/** One of the edits that make up a plan. */
export interface Operation {
  readonly phase: (typeof PHASES)[number];
  apply(output: MagicString, source: Source): void;
}

/** An operation that edits code in its place. */
export function edit(apply: Operation['apply']): Operation {
  return { phase: 'code', apply };
}
