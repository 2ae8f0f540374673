import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { normalize, rewrite as rewriteWith } from '../../src/engine';
import { toPosix } from '../../src/project/paths';
import { type RewriteOptions, type RewriteResult, rewrite } from '../../src/project/rewrite';
import { fakeMigrations } from './fake-migrations';

const ROOT = join(import.meta.dirname, '../../__testfixtures__');

/**
 * A transform fixture: `engine/<topic>/<case>.input.<ext>` or `<family>/<case>.input.<ext>`, with its other
 * files.
 */
export interface Fixture {
  /** Relative to `__testfixtures__`: `engine/imports`. */
  folder: string;
  name: string;
  extension: string;
  input: string;
  /** `<case>.output.<ext>`. Without this file, the input must stay unchanged. */
  output: string;
  /**
   * `<case>.findings.txt`: one line per finding, `line:column api CODE`. If the case has inputs with several
   * extensions, each one has its own: `<case>.<ext>.findings.txt`.
   */
  findingsFile: string;
  outputFile: string;
  /** `<case>.options.json` */
  options: FixtureOptions;
}

export type FixtureOptions = Partial<Omit<RewriteOptions, 'vueCompiler'>> & {
  /** A project without Vue's compiler. */
  vueCompiler?: null;
  /** One of the fake migrations, instead of those of the registry. */
  migration?: keyof typeof fakeMigrations;
};

/** Rewrites with the migrations of the registry, or with the fake one that a fixture selects. */
export function rewriteFixture(
  source: string,
  { migration, ...options }: RewriteOptions & Pick<FixtureOptions, 'migration'>,
): RewriteResult {
  return migration
    ? rewriteWith(source, normalize(options, [fakeMigrations[migration]]))
    : rewrite(source, options);
}

/** All fixtures, found by listing the folder. */
export function fixtures(root = ROOT): Fixture[] {
  const files = (readdirSync(root, { recursive: true }) as string[]).map(toPosix).sort();
  return files.flatMap((file) => {
    const match = /^(.+)\.input\.(\w+)$/.exec(basename(file));
    if (!match) return [];
    const [, name, extension] = match as unknown as [string, string, string];
    const folder = dirname(file);
    const beside = (suffix: string) => join(root, folder, `${name}.${suffix}`);
    const isShared = files.filter((other) => other.startsWith(`${folder}/${name}.input.`)).length > 1;
    const input = readFileSync(join(root, file), 'utf8');
    const outputFile = beside(`output.${extension}`);
    const optionsFile = beside('options.json');
    return {
      folder,
      name,
      extension,
      input,
      output: existsSync(outputFile) ? readFileSync(outputFile, 'utf8') : input,
      outputFile,
      findingsFile: beside(isShared ? `${extension}.findings.txt` : 'findings.txt'),
      options: existsSync(optionsFile) ? JSON.parse(readFileSync(optionsFile, 'utf8')) : {},
    };
  });
}
