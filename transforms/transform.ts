import type { API, FileInfo, Options } from 'jscodeshift';
import { isNote, mentionsOf, migrations, rewrite } from '../src/engine';
import { Prefilter } from '../src/migrations/prefilter';

/** Makes the jscodeshift transform of a migration. It works on the text of the file, so the parser's AST is not used. */
export function transformFor(name: string) {
  const migration = migrations.find((candidate) => candidate.name === name)!;
  const prefilter = new Prefilter(mentionsOf(migration));

  return function transform({ path, source }: FileInfo, api: API, options: Options): string | undefined {
    if (!prefilter.matches(source)) return undefined;
    const specifier = options.runtimePath ?? options['runtime-path'];
    const runtime =
      typeof specifier === 'string' && migration.runtime ? { [migration.runtime]: specifier } : undefined;
    const result = rewrite(source, {
      filename: path,
      migrations: [name],
      ...(runtime && { runtime }),
      ...(options.parser && { parser: options.parser }),
    });
    for (const finding of result.findings) {
      const { verdict, line, column, api: called, reason, hint, code } = finding;
      api.stats(`${called}: ${verdict}`);
      if (verdict === 'manual') {
        const what = isNote(finding) ? called : `${called} is left as it is`;
        api.report(`${path}:${line}:${column} ${what}: ${reason} (${code}). ${hint ?? ''}`.trim());
      }
    }
    if (!result.changed) return undefined;
    remindOfInstall(api, runtime === undefined);
    return result.code;
  };
}

let isReminded = false;

function remindOfInstall(api: API, isPackaged: boolean): void {
  if (isReminded || !isPackaged) return;
  isReminded = true;
  api.report(
    'The rewritten files import the taro-modernize runtime. Add it to the app: npm install taro-modernize',
  );
}
