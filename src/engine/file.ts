import type { File, Program } from '@babel/types';
import type { NodePath } from '../ast/node-path';
import type { ProgramTree } from '../ast/program';
import type { Reason } from '../messages/reasons';
import type { Migration } from '../migrations/migration';
import type { Analysis } from './analyze';
import { type ImportForm, moduleForm } from './edit/module-form';
import type { ElementPlan } from './markup/plan-elements';
import type { Range } from './markup/scan';
import type { EngineOptions, Rule } from './options';
import type { Resolver } from './resolve/resolver';
import type { HostUse } from './types';

/** A parsed file with the results of one walk over it. */
export interface AnalyzedFile {
  /** The nodes' positions refer to `text`. */
  readonly ast: File;
  readonly tree: ProgramTree;
  readonly text: string;
  readonly options: EngineOptions;
  readonly analysis: Analysis;
  /** Shared by all callers, because it caches its results. */
  readonly resolver: Resolver;
  /** The candidate APIs by name without their object. */
  readonly rules: ReadonlyMap<string, Rule>;
  readonly resultRules: ResultRules;
  /** How the file uses APIs that some hosts have under the same names. */
  readonly hostUses: readonly HostUse[];
  /** The range of the template in a Vue component. */
  readonly template: Range | undefined;
  /** The plan for its elements, apart from what links them to calls. */
  elements(): ElementPlan;
  /** The import form that fits the file, or why none does. */
  importForm(): ImportForm | Reason;
}

/** By the migrations, of which a run has the same list for all files, and the enabled companions. */
const knownRules = new WeakMap<EngineOptions['migrations'], Map<string, ReadonlyMap<string, Rule>>>();

/**
 * The APIs that are candidates in every file: deprecated ones, and companions that the caller has enabled.
 */
export function candidateRules({ migrations, companions }: EngineOptions): ReadonlyMap<string, Rule> {
  const known = knownRules.get(migrations) ?? new Map<string, ReadonlyMap<string, Rule>>();
  knownRules.set(migrations, known);
  const key = [...companions].join();
  const rules = known.get(key) ?? rulesOf(migrations, companions);
  known.set(key, rules);
  return rules;
}

function rulesOf(
  migrations: EngineOptions['migrations'],
  companions: EngineOptions['companions'],
): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule>();
  const add = (migration: Migration, apis: Migration['apis']) => {
    for (const [api, handler] of Object.entries(apis)) rules.set(api, { migration, handler });
  };
  for (const migration of migrations) {
    add(migration, migration.apis);
    for (const { apis, needs, option = '' } of migration.companions ?? []) {
      if (needs === 'runtime-in-app' && companions.has(option)) add(migration, apis);
    }
  }
  return rules;
}

/** The members of results that are candidates: by member name, then by the API that returns the object. */
type ResultRules = ReadonlyMap<string, ReadonlyMap<string, Rule>>;

/** The result members that a file mentions. */
export function resultRules({ migrations }: EngineOptions, text: string): ResultRules {
  const rules = new Map<string, Map<string, Rule>>();
  for (const migration of migrations) {
    for (const [api, members] of Object.entries(migration.results ?? {})) {
      if (!text.includes(api)) continue;
      for (const [member, handler] of Object.entries(members))
        rules.set(member, new Map([...(rules.get(member) ?? []), [api, { migration, handler }]]));
    }
  }
  return rules;
}

/** Determines the import form on the first call, because only rewrites need it. */
export function importFormOf(
  program: NodePath<Program>,
  text: string,
  options: EngineOptions,
): () => ImportForm | Reason {
  let form: ImportForm | Reason | undefined;
  return () => {
    form ??= moduleForm(program, text, options);
    return form;
  };
}
