import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RewriteOptions } from '../../src/engine';

const ROOT = join(import.meta.dirname, '../../__testfixtures__');

/** A transform fixture: `<migration>/<case>.input.<ext>` and the files beside it. */
export interface Fixture {
  migration: string;
  name: string;
  extension: string;
  input: string;
  /** `<case>.output.<ext>`; without that file the input has to stay as it is. */
  output: string;
  /** `<case>.findings.txt`: a line per finding, `line:column api CODE`. */
  findingsFile: string;
  outputFile: string;
  /** `<case>.options.json`; with `vueCompiler: null`, a project without Vue's compiler. */
  options: Partial<Omit<RewriteOptions, 'vueCompiler'>> & { vueCompiler?: null };
}

/** All fixtures, found by listing the folder. */
export function fixtures(): Fixture[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: migration }) => {
      const folder = join(ROOT, migration);
      return readdirSync(folder).flatMap((file) => {
        const match = /^(.+)\.input\.(\w+)$/.exec(file);
        if (!match) return [];
        const [, name, extension] = match as unknown as [string, string, string];
        const beside = (suffix: string) => join(folder, `${name}.${suffix}`);
        const input = readFileSync(join(folder, file), 'utf8');
        const outputFile = beside(`output.${extension}`);
        const optionsFile = beside('options.json');
        return {
          migration,
          name,
          extension,
          input,
          output: existsSync(outputFile) ? readFileSync(outputFile, 'utf8') : input,
          outputFile,
          findingsFile: beside('findings.txt'),
          options: existsSync(optionsFile) ? JSON.parse(readFileSync(optionsFile, 'utf8')) : {},
        };
      });
    });
}
