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
}

/** Fills in the defaults. */
export function normalize(options: RewriteOptions, migrations: readonly Migration[]): EngineOptions {
  const companions = migrations.flatMap((migration) => migration.companions ?? []);
  return {
    ...options,
    migrations,
    project: options.project ?? 'taro',
    taroVersion: options.taroVersion ?? 4,
    companions: new Set(companions.map(({ option }) => option).filter((option) => options[option])),
  };
}

/** An API with its migration and handlers. */
export interface Rule {
  readonly migration: Migration;
  readonly handler: Handler;
}
