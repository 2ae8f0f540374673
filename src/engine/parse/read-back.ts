import type { File } from '@babel/types';
import { OutputError, SourceError } from '../errors';
import { isSameMarkup } from '../markup/same-markup';
import type { Range } from '../markup/scan';
import type { EngineOptions } from '../options';
import { sourceError } from './parse';
import { parseVue, templateErrors } from './vue';
import { vueBlocks } from './vue-blocks';

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
    const { unread, template } = parseVue(output, options, isChanged);
    const isSame = ({ start }: Range) => start === template?.start && isSameTemplate(output, input, template);
    const [broken] = unread.flatMap((part) =>
      part.place === 'template' && !isSame(part) ? [output.slice(part.start, part.end)] : [],
    );
    if (broken !== undefined) throw new SourceError(`in the template: ${broken}`, options.filename, 1, 1);
    const errors = options.vueCompiler ? templateErrors(options.vueCompiler, output) : [];
    if (errors.length > 0 && templateErrors(options.vueCompiler!, input).length < errors.length)
      throw new SourceError(errors[0]!, options.filename, 1, 1);
  } catch (error) {
    throw error instanceof SourceError ? new OutputError(error) : error;
  }
}

/** Without the compiler, a template is only read as markup. Its expressions do not change. */
function isSameTemplate(output: string, input: string, after: Range): boolean {
  const before = vueBlocks(input).template;
  return before !== undefined && isSameMarkup(input, output, before, after);
}
