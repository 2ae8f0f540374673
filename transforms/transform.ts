import { dirname, resolve } from 'node:path';
import type { API, FileInfo, Options } from 'jscodeshift';
import { searchedKind } from '../src/engine/markup/markup-file';
import { buildText } from '../src/integrations/text';
import { isCheckFinding, MentionFilter, mentionsOf, migrations } from '../src/migrations';
import { ProjectFinder } from '../src/project/detect';
import { upwards } from '../src/project/gitignore';
import { readPackageJson } from '../src/project/package-json';
import { projectOptions } from '../src/project/project-options';
import { rewrite } from '../src/project/rewrite';
import { reportText } from '../src/report/text';
import { chooseLanguage } from '../src/report/text/language';

const PACKAGE = 'taro-modernize';

/**
 * Creates the jscodeshift transform for a migration. It works on the text of the file, so the parser's AST is
 * not used.
 */
export function transformFor(name: string) {
  const migration = migrations.find((candidate) => candidate.name === name)!;
  const filter = new MentionFilter([migration], mentionsOf(migration));
  let finder: ProjectFinder | undefined;

  return function transform({ path, source }: FileInfo, api: API, options: Options): string | undefined {
    if (!filter.matches(source, searchedKind(path))) return undefined;
    const specifier = options.runtimePath ?? options['runtime-path'];
    const runtime =
      typeof specifier === 'string' && migration.runtime
        ? { [migration.runtime.name]: specifier }
        : undefined;
    const folder = dirname(resolve(path));
    // jscodeshift passes the same options with every file.
    finder ??= new ProjectFinder(listOf(options.platform));
    const project = finder.of(folder) ?? finder.guess(folder, folder);
    const result = rewrite(source, {
      filename: path,
      migrations: [name],
      ...projectOptions(project),
      ...(runtime && { runtime }),
      ...(options.parser && { parser: options.parser }),
    });
    const text = reportText(chooseLanguage(undefined, process.env));
    for (const finding of result.findings) {
      const { verdict, line, column, api: called } = finding;
      api.stats(`${called}: ${verdict}`);
      if (verdict === 'manual') {
        const what = isCheckFinding(finding) ? called : text.toChange(called);
        const sentence = text.sentence({ ...finding, ...text.finding(finding) });
        api.report(`${path}:${line}:${column} ${text.about(what, sentence)}`);
      }
    }
    if (!result.changed) return undefined;
    if (runtime === undefined) remindOfInstall(folder, api);
    return result.code;
  };
}

/** `weapp,h5` */
function listOf(names: unknown): string[] {
  return `${names ?? ''}`.split(',').flatMap((name) => name.trim() || []);
}

/** Packages that were already checked, so that the reminder is printed once. */
const looked = new Set<string>();

/** Only packages without the runtime need the reminder. */
function remindOfInstall(folder: string, api: API): void {
  const root = upwards(folder, (above) => readPackageJson(above) !== null) ?? '';
  if (looked.has(root)) return;
  looked.add(root);
  if (root !== '' && readPackageJson(root)?.dependencies[PACKAGE] !== undefined) return;
  api.report(buildText().installRuntime);
}
