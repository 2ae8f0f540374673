import type { Options, SourceFile } from '../state';
import { patchOf } from './patch';

/** What is an option of the page or of a run, not of the engine, which fixtures test. */
const NOT_ENGINE = ['level', 'runtime', 'evidence', 'messages'];

/** A file as a fixture's two files and its options, as a patch that `git apply` creates them from. */
export async function fixtureOf(file: SourceFile, result: string, options: Options): Promise<string> {
  const extension = file.name.slice(file.name.lastIndexOf('.') + 1);
  const path = (part: string) => `__testfixtures__/engine/resolve/my-case.${part}`;
  const engine = Object.entries(options).filter(([name]) => !NOT_ENGINE.includes(name));
  return patchOf([
    { path: path(`input.${extension}`), before: null, after: file.code },
    ...(result === file.code ? [] : [{ path: path(`output.${extension}`), before: null, after: result }]),
    ...(engine.length === 0
      ? []
      : [
          {
            path: path('options.json'),
            before: null,
            after: `${JSON.stringify(Object.fromEntries(engine), null, 2)}\n`,
          },
        ]),
  ]);
}
