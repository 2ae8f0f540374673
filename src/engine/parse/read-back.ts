import type { File } from '@babel/types';
import { OutputError, SourceError } from '../errors';
import type { EngineOptions } from '../options';
import { sourceError } from './parse';
import { parseVue, templateErrors } from './vue';

/**
 * Parses a rewritten text.
 * @param parse the parser of the input's dialect, because in another one the code could mean something else
 * @throws {OutputError} when the output does not parse
 */
export function readBack(output: string, filename: string, parse: (text: string) => File): File {
  try {
    return parse(output);
  } catch (error) {
    throw error instanceof SyntaxError ? new OutputError(sourceError(error, filename)) : error;
  }
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
    const [broken] = unread.flatMap(({ place, start, end }) =>
      place === 'template' ? [output.slice(start, end)] : [],
    );
    if (broken !== undefined) throw new SourceError(`in the template: ${broken}`, options.filename, 1, 1);
    const errors = options.vueCompiler ? templateErrors(options.vueCompiler, output) : [];
    if (errors.length > 0 && templateErrors(options.vueCompiler!, input).length < errors.length)
      throw new SourceError(errors[0]!, options.filename, 1, 1);
  } catch (error) {
    throw error instanceof SourceError ? new OutputError(error) : error;
  }
}
