import {
  normalize,
  type RewriteOptions,
  type RewriteResult,
  rewrite as rewriteWith,
} from '../../../src/engine';
import { linkedPages, pageThatUses } from '../../../src/engine/links/linked-pages';
import type { Language } from '../../../src/messages/message';
import { migrations, platformCompanions } from '../../../src/migrations';
import { rewrite as rewriteText } from '../../../src/project/rewrite';
import { reportText } from '../../../src/report/text';
import { todoSentences } from '../../../src/report/todo';
import type { Options } from '../state';
import { componentOf } from './components';
import { specifier } from './paths';
import { loadVueCompiler } from './vue';

/** The folder of the copied runtimes, below the folder of the sources as the command chooses it. */
const FOLDER = 'taro-modernize';

/** Rewrites a file of the playground. The engine does the work; this hands it the options. */
export type Rewrite = (file: { name: string; code: string }, more?: Partial<RewriteOptions>) => RewriteResult;

/** Loads what the files need, and returns the function for them. */
export async function prepare(
  files: readonly { name: string; code: string }[],
  options: Options,
  language: Language,
): Promise<Rewrite> {
  const { runtime, level, evidence, vueCompiler, migration, types, messages, mentions, ...engine } = options;
  const compiler =
    vueCompiler !== false && vueCompiler !== null && files.some(({ name }) => name.endsWith('.vue'))
      ? await loadVueCompiler()
      : undefined;
  const example = migration === undefined ? undefined : await exampleMigration(migration);
  const root = files.some(({ name }) => name.startsWith('src/')) ? `src/${FOLDER}` : FOLDER;
  const copies = migrations.flatMap((one) => one.runtime?.name ?? []);
  return ({ name, code }, more) => {
    const all = {
      filename: name,
      // As in a run of the command.
      ...(evidence !== false && {
        todo: todoSentences(reportText(language), level ?? 'required'),
        // The command asks for types, which the page does not have.
        decideMember: () => undefined,
      }),
      ...platformCompanions(migrations, options.platforms ?? []),
      ...engine,
      ...(compiler && { vueCompiler: compiler }),
      ...(types && { decideMember: () => types }),
      // Fixtures name their own modules.
      ...(typeof runtime === 'object' && { runtime }),
      ...(runtime === 'file' && {
        runtime: Object.fromEntries(copies.map((copy) => [copy, specifier(name, `${root}/${copy}`)])),
      }),
      componentOf: (tag: string) => componentOf(name, tag, files),
      linkedElsewhere: (migration: string, value?: string) =>
        mentions ? said(mentions, value) : elsewhere(migration, name, value, files),
      ...more,
    } as RewriteOptions;
    return example ? rewriteWith(code, normalize(all, [example])) : rewriteText(code, all);
  };
}

/** A file that a fixture mentions without having it. */
function said(mentions: readonly string[], value = ''): string | undefined {
  return mentions.includes(value) ? 'utils/draw.js' : undefined;
}

/** Another file that may use an element of this one. */
function elsewhere(
  migration: string,
  name: string,
  value: string | undefined,
  files: readonly { name: string; code: string }[],
): string | undefined {
  const link = migrations.find((one) => one.name === migration)?.link;
  const texts = files.map(({ name: path, code: text }) => ({ path, text }));
  return link && pageThatUses(linkedPages(texts, link), name, value);
}

/** The migrations of examples for reasons that none of the real ones has. */
async function exampleMigration(name: string) {
  const { fakeMigrations } = await import('../../../test/support/fake-migrations');
  return Object.hasOwn(fakeMigrations, name)
    ? fakeMigrations[name as keyof typeof fakeMigrations]
    : undefined;
}
