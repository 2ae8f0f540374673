import type { Reason } from '../../messages/reasons';
import type { Companion, Migration } from '../../migrations/migration';
import { analyze } from '../analyze';
import { classify } from '../classify/classify';
import type { Decision } from '../classify/decision';
import type { AnalyzedFile } from '../file';
import { Resolver } from '../resolve/resolver';
import { isRuntimeUsed } from '../runtime-uses';
import type { Pass } from './pass';

/** Adds the companions that are needed because the file uses a runtime, before or after this run, or is linked to one. */
export const addCompanions: Pass = (decisions, file) => {
  const { options, text } = file;
  if (options.project === 'neither') return decisions;
  const due = options.migrations.flatMap((migration) =>
    (migration.companions ?? [])
      .filter(({ needs, text: part }) => needs === 'runtime-in-file' && (!part || text.includes(part)))
      .filter(() => isRuntimeUsed(migration, file, decisions) || isLinked(migration, file))
      .map((companion) => ({ migration, companion })),
  );
  return [
    ...decisions,
    ...due.flatMap(({ migration, companion }) => companionsIn(file, migration, companion)),
  ];
};

/** Whether other files have elements that calls in this one may be linked to. */
function isLinked({ name, link }: Migration, { options: { links = [] } }: AnalyzedFile): boolean {
  return link !== undefined && links.some(({ migration, kind }) => migration === name && kind === 'element');
}

/** Only references to the companion's APIs are reported. */
function companionsIn(
  { tree, options }: AnalyzedFile,
  migration: Migration,
  { apis, option }: Companion,
): Decision[] {
  const analysis = analyze(tree, (name) => Object.hasOwn(apis, name));
  const isOn = option === undefined || options.companions.has(option);
  const lookalikes: ReadonlyMap<string, Reason> = new Map();
  const ruleOf = (api: string) => ({ migration, handler: apis[api]!, isOn, lookalikes });
  return classify(analysis, new Resolver(analysis), ruleOf, options).filter(({ imported, handler }) =>
    imported ? isOn : handler,
  );
}
