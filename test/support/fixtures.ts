import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { toPosix } from '../../src/project/paths';
import type { RewriteOptions } from '../../src/project/rewrite';

const ROOT = join(import.meta.dirname, '../../__testfixtures__');

/** A transform fixture: `engine/<topic>/<case>.input.<ext>` or `<family>/<case>.input.<ext>`, and the files beside it. */
export interface Fixture {
  /** From `__testfixtures__`: `engine/imports`. */
  folder: string;
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
  const files = (readdirSync(ROOT, { recursive: true }) as string[]).map(toPosix).sort();
  return files.flatMap((file) => {
    const match = /^(.+)\.input\.(\w+)$/.exec(basename(file));
    if (!match) return [];
    const [, name, extension] = match as unknown as [string, string, string];
    const folder = dirname(file);
    const beside = (suffix: string) => join(ROOT, folder, `${name}.${suffix}`);
    const input = readFileSync(join(ROOT, file), 'utf8');
    const outputFile = beside(`output.${extension}`);
    const optionsFile = beside('options.json');
    return {
      folder,
      name,
      extension,
      input,
      output: existsSync(outputFile) ? readFileSync(outputFile, 'utf8') : input,
      outputFile,
      findingsFile: beside('findings.txt'),
      options: existsSync(optionsFile) ? JSON.parse(readFileSync(optionsFile, 'utf8')) : {},
    };
  });
}
