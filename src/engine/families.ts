import { ignored, manual } from '../messages/reasons';
import type { Migration } from '../migrations/migration';
import { type Decision, kept, replacementOf } from './classify/decision';
import type { AnalyzedFile } from './file';
import { isRuntimeUsed, usesOf } from './runtime-uses';
import type { FamilyUse, Stay } from './types';

/** `canIUse` and mocks in tests do not act on the host. */
const ACTS_NOT = ['108', '109'];

/** How a file uses the families whose APIs share state, apart from what holds them back. */
export function familyUses(decisions: readonly Decision[], file: AnalyzedFile): FamilyUse[] {
  return sharing(file).flatMap((migration) => {
    const stay = stayIn(decisions, migration);
    if (!stay && !isRuntimeUsed(migration, file, decisions)) return [];
    const isMigrated = isRuntimeUsed(migration, file, []);
    return [{ migration: migration.name, isMigrated, ...(stay && { stay }) }];
  });
}

/** The findings at rewritten calls whose family stays elsewhere. */
export function leftBehind(decisions: readonly Decision[], file: AnalyzedFile): Decision[] {
  return sharing(file).flatMap((migration) => {
    if (!isRuntimeUsed(migration, file, decisions)) return [];
    const stay = stayInApp(migration, file) ?? stayIn(decisions, migration);
    const uses = Object.keys(migration.apis).flatMap((api) =>
      usesOf(api, migration, decisions, file).map((path) => ({ path, api })),
    );
    const [first] = uses.sort((a, b) => a.path.node.start! - b.path.node.start!);
    if (!stay || !first) return [];
    const reason = ignored.leftBehind(stay.api, placeOf(stay));
    return [{ ...first, migration, reason, changes: [] }];
  });
}

/**
 * Keeps the calls of families that are rewritten as a whole or not at all, because something of them stays in
 * the app.
 * @param decided the decisions without this, which show what would be rewritten
 */
export function holdBack(
  first: readonly Decision[],
  decided: readonly Decision[],
  file: AnalyzedFile,
): readonly Decision[] {
  const stays = new Map(
    sharing(file).flatMap((migration) => {
      const stay = file.options.wholeFamilies?.includes(migration.name) && stayInApp(migration, file);
      return stay && Object.hasOwn(migration.apis, stay.api) ? [[migration, stay] as const] : [];
    }),
  );
  if (stays.size === 0) return first;
  const rewritten = new Set(
    decided.flatMap(({ path, reason }) => (reason.verdict === 'rewritten' ? path.node : [])),
  );
  return first.flatMap((decision) => {
    const { migration, api, path } = decision;
    const stay = stays.get(migration);
    if (!stay || decision.imported || !rewritten.has(path.node)) return decision;
    // A companion is rewritten only because of the others.
    if (!Object.hasOwn(migration.apis, api)) return [];
    const type = replacementOf(decision)?.type;
    if (decision.deferred || type === 'test' || type === 'string')
      return { ...kept(decision, ignored.keptTest()), deferred: undefined };
    return kept(decision, manual.heldBack(stay.api, placeOf(stay), migration.name));
  });
}

function sharing({ options }: AnalyzedFile): Migration[] {
  return options.migrations.filter(({ sharesState }) => sharesState);
}

/** The first use that stays, preferably of a deprecated API. */
function stayIn(decisions: readonly Decision[], migration: Migration): Stay | undefined {
  const left = decisions.filter(
    ({ migration: own, handler, reason }) =>
      own === migration && handler && reason.verdict === 'manual' && !ACTS_NOT.includes(reason.number),
  );
  const { api, path } = left.find((one) => Object.hasOwn(migration.apis, one.api)) ?? left[0] ?? {};
  if (!api || !path) return undefined;
  const { line, column } = path.node.loc!.start;
  return { api, line, column: column + 1 };
}

function stayInApp({ name }: Migration, { options }: AnalyzedFile): Stay | undefined {
  return options.families?.find(({ migration, stay }) => migration === name && stay)?.stay;
}

function placeOf({ path, line, column }: Stay): string {
  return [...(path === undefined ? [] : [path]), line, column].join(':');
}
