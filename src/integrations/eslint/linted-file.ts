import { basename, dirname, join } from 'node:path';
import type { AppCompanion, CompanionOptions, Migration } from '../../migrations/index';
import { appCompanions } from '../../migrations/index';
import { type FileContext, processText } from '../../project/process-file';
import { contentOf, isRuntimeCopy, rewrite } from '../../project/rewrite';
import { MAX_SOURCE_BYTES } from '../../project/source-files';
import { disabledPlaces } from './directives';
import type { RuleContext } from './host';
import type { LintedFile } from './lint-run';
import { typesOf } from './parser-types';
import { ProjectFiles, type RuntimeFiles } from './project-files';
import { checkedSettings } from './settings';

const engine = { rewrite, isRuntimeCopy, contentOf };

/** Opens the files that ESLint lints, with their projects. */
export function fileOpener(migrations: readonly Migration[]): (context: RuleContext) => LintedFile {
  const files = new ProjectFiles();
  const companions = appCompanions(migrations);
  const runtimes = new Map(migrations.map(({ name, runtime }) => [name, runtime?.name]));
  return ({ sourceCode, filename, physicalFilename, cwd, settings }) => {
    const own = checkedSettings(settings['taro-modernize']);
    const { target, level = 'advised' } = own;
    const {
      path,
      project,
      runtimes: installed,
      vueCompiler,
    } = files.of(
      // Imports are relative to the folder of the real file.
      join(dirname(physicalFilename), basename(filename)),
      cwd,
      own,
    );
    const { text } = sourceCode;
    const decideMember = typesOf(sourceCode, [project.root, cwd]);
    const isDisabled = disabledPlaces(sourceCode);
    const context: Omit<FileContext, 'options'> = {
      engine,
      project,
      target,
      todo: false,
      readBack: true,
      decideMember,
      vueCompiler,
      copyPaths: installed.copies,
    };
    return {
      path,
      text,
      level,
      process: (names, { isSuppressed, ...options }) =>
        text.length > MAX_SOURCE_BYTES
          ? { kind: 'failed', problem: { kind: 'too-large' } }
          : processText(path, text, {
              ...context,
              migrations: names,
              options: { ...companionsIn(companions, installed), ...options },
              isSuppressed,
            }),
      missing: (names) => (installed.hasPackage ? [] : names.filter((name) => !installed.copies.has(name))),
      runtimeOf: (name) => runtimes.get(name),
      isDisabled: (rule, { line, column }) => isDisabled(rule, { line, column: column - 1 }),
    };
  };
}

/** The companion options for the project's runtimes, as in a run over the whole project. */
function companionsIn(
  companions: readonly AppCompanion[],
  { copies, hasPackage }: RuntimeFiles,
): CompanionOptions {
  const due = companions.filter(({ runtimes }) => hasPackage || runtimes.some((name) => copies.has(name)));
  return Object.fromEntries(due.map(({ option }) => [option, true]));
}
