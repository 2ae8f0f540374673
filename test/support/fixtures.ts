import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { normalize, rewrite as rewriteWith } from '../../src/engine';
import { toPosix } from '../../src/project/paths';
import { type RewriteOptions, type RewriteResult, rewrite } from '../../src/project/rewrite';
import { fakeMigrations } from './fake-migrations';

const ROOT = join(import.meta.dirname, '../../__testfixtures__');

/**
 * A transform fixture: `engine/<topic>/<case>.input.<ext>` or `<family>/<case>.input.<ext>`, with its other
 * files. They are read when a test asks for them.
 */
export class Fixture {
  constructor(
    /** Relative to `__testfixtures__`: `engine/imports`. */
    readonly folder: string,
    readonly name: string,
    readonly extension: string,
    private readonly root: string,
    /** Whether the case has inputs with several extensions. */
    private readonly isShared: boolean,
  ) {}

  get input(): string {
    return readFileSync(this.beside(`input.${this.extension}`), 'utf8');
  }

  /** `<case>.output.<ext>`. Without this file, the input must stay unchanged. */
  get output(): string {
    return existsSync(this.outputFile) ? readFileSync(this.outputFile, 'utf8') : this.input;
  }

  get outputFile(): string {
    return this.beside(`output.${this.extension}`);
  }

  /**
   * `<case>.findings.txt`: one line per finding, `line:column api CODE`. If the case has inputs with several
   * extensions, each one has its own: `<case>.<ext>.findings.txt`.
   */
  get findingsFile(): string {
    return this.beside(this.isShared ? `${this.extension}.findings.txt` : 'findings.txt');
  }

  /** `<case>.options.json` */
  get options(): FixtureOptions {
    const file = this.beside('options.json');
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  }

  private beside(suffix: string): string {
    return join(this.root, this.folder, `${this.name}.${suffix}`);
  }
}

export type FixtureOptions = Partial<Omit<RewriteOptions, 'vueCompiler'>> & {
  /** A project without Vue's compiler. */
  vueCompiler?: null;
  /** The values that other files of the app use. Default: the app is not known. */
  mentions?: readonly string[];
  /** One of the fake migrations, instead of those of the registry. */
  migration?: keyof typeof fakeMigrations;
};

/** Rewrites with the migrations of the registry, or with the fake one that a fixture selects. */
export function rewriteFixture(
  source: string,
  { migration, mentions, ...given }: RewriteOptions & Pick<FixtureOptions, 'migration' | 'mentions'>,
): RewriteResult {
  const linkedElsewhere: RewriteOptions['linkedElsewhere'] = (_, value = '') =>
    mentions?.includes(value) ? 'utils/draw.js' : undefined;
  const options = { ...given, ...(mentions && { linkedElsewhere }) };
  return migration
    ? rewriteWith(source, normalize(options, [fakeMigrations[migration]]))
    : rewrite(source, options);
}

/** All fixtures, found by listing the folder. */
export function fixtures(root = ROOT): Fixture[] {
  const files = (readdirSync(root, { recursive: true }) as string[]).map(toPosix).sort();
  return files.flatMap((file) => {
    const [, name, extension] = /^(.+)\.input\.(\w+)$/.exec(basename(file)) ?? [];
    if (!name || !extension) return [];
    const folder = dirname(file);
    const isShared = files.filter((other) => other.startsWith(`${folder}/${name}.input.`)).length > 1;
    return new Fixture(folder, name, extension, root, isShared);
  });
}
