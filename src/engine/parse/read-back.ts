import type { Program } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { OutputError, SourceError } from '../errors';
import type { EngineOptions } from '../options';
import type { Edit } from '../types';
import { type Parsed, parseIn, sourceError } from './parse';
import { shortenUntouchedCode } from './untouched-code';
import { parseVue, templateErrors } from './vue';

/** A parsed text with the edits that rewrite it. */
interface Edited extends Pick<Parsed, 'dialect'> {
  program: NodePath<Program>;
  text: string;
  /** In order, without overlaps. */
  edits: readonly Edit[];
}

/**
 * Parses a rewritten text in the dialect of the input, because in another one the code could mean something
 * else.
 * @throws {OutputError} when the output does not parse
 */
export function readBack(output: string, input: Edited, filename: string): void {
  if (applied(input.text, input.edits) === output && parsesInShort(input)) return;
  try {
    parseIn(input.dialect, output);
  } catch (error) {
    throw error instanceof SyntaxError ? new OutputError(sourceError(error, filename)) : error;
  }
}

/**
 * Checks the output with the bodies of unchanged functions emptied, because parsing the whole output takes a
 * third of the time for a file with candidates. If this returns false, the whole output decides.
 */
function parsesInShort({ program, dialect, text, edits }: Edited): boolean {
  // An import turns a script into a module, and makes all its functions strict.
  if (program.node.sourceType !== 'module') return false;
  const all = [...edits, ...shortenUntouchedCode(program, edits)].sort((a, b) => a.start - b.start);
  try {
    parseIn(dialect, applied(text, all), 'module');
    return true;
  } catch {
    return false;
  }
}

/** @param edits in order, without overlaps */
function applied(text: string, edits: readonly Edit[]): string {
  let at = 0;
  const parts = edits.flatMap((edit) => {
    const kept = text.slice(at, edit.start);
    at = edit.end;
    return [kept, edit.text];
  });
  return [...parts, text.slice(at)].join('');
}

/**
 * Like `readBack` for a Vue component: its scripts, every changed expression of the template and, if there is
 * a compiler, the component as a whole.
 * @throws {OutputError} when a part does not parse
 */
export function readBackVue(
  output: string,
  input: string,
  options: Pick<EngineOptions, 'filename' | 'vueCompiler'>,
): void {
  const isChanged = (part: string) => !input.includes(part);
  try {
    const { unread } = parseVue(output, options, isChanged);
    const [broken] = unread.map(({ start, end }) => output.slice(start, end));
    if (broken !== undefined) throw new SourceError(`in the template: ${broken}`, options.filename, 1, 1);
    const errors = options.vueCompiler ? templateErrors(options.vueCompiler, output) : [];
    if (errors.length > 0 && templateErrors(options.vueCompiler!, input).length < errors.length)
      throw new SourceError(errors[0]!, options.filename, 1, 1);
  } catch (error) {
    throw error instanceof SourceError ? new OutputError(error) : error;
  }
}
