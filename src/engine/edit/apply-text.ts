import type { File } from '@babel/types';
import MagicString from 'magic-string';
import { type Operation, PHASES } from './operation';
import { Source } from './source';

/**
 * Applies operations to a text as range edits: every byte outside the edits stays.
 * @param ast the AST for which the operations were planned
 * @param text the text that the AST was parsed from
 */
export function applyText(operations: readonly Operation[], ast: File, text: string): MagicString {
  const output = new MagicString(text);
  const source = new Source(text, ast);
  for (const phase of PHASES) {
    for (const operation of operations) if (operation.phase === phase) operation.apply(output, source);
  }
  return output;
}
