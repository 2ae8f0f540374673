import type { CompanionOption } from '../migrations/companions';
import type { Handler, Migration } from '../migrations/migration';
import type { RewriteOptions } from './types';

/** The options of a rewrite with defaults filled in and migration names resolved. */
export interface EngineOptions extends Omit<RewriteOptions, 'migrations' | CompanionOption> {
  readonly migrations: readonly Migration[];
  readonly project: NonNullable<RewriteOptions['project']>;
  readonly taroVersion: number;
  /** Enabled companion options. */
  readonly companions: ReadonlySet<string>;
  /** Whether all migrations run that run by default, with all their APIs. */
  readonly isComplete: boolean;
}

/** Fills in the defaults. */
export function normalize(
  options: RewriteOptions,
  migrations: readonly Migration[],
  isComplete = false,
): EngineOptions {
  const companions = new Set<string>();
  for (const migration of migrations)
    for (const { option } of migration.companions ?? [])
      if (option && options[option]) companions.add(option);
  return {
    ...options,
    migrations,
    project: options.project ?? 'taro',
    taroVersion: options.taroVersion ?? 4,
    companions,
    isComplete,
  };
}

/** An API with its migration and handlers. */
export interface Rule {
  readonly migration: Migration;
  readonly handler: Handler;
}
