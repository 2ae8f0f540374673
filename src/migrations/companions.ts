import type { Companion, Migration } from './migration';
import type { CompanionOptions } from './options';

export type CompanionOption = keyof CompanionOptions;

/** The companions that depend on whether the app uses a runtime, by the option that enables them. */
export interface AppCompanion {
  readonly option: CompanionOption;
  readonly apis: readonly string[];
  /** Names of the runtimes that require them. */
  readonly runtimes: readonly string[];
  /** Platforms on which they are required whatever the app uses. */
  readonly platforms: readonly string[];
}

export function appCompanions(migrations: readonly Migration[]): readonly AppCompanion[] {
  const found = migrations.flatMap(({ runtime, companions = [] }) =>
    companions.flatMap(({ needs, option, apis, platforms = [] }) =>
      needs === 'runtime-in-app' && option
        ? [{ option, apis: Object.keys(apis), runtimes: runtime ? [runtime.name] : [], platforms }]
        : [],
    ),
  );
  return [...new Set(found.map(({ option }) => option))].map((option) => {
    const same = found.filter((one) => one.option === option);
    return {
      option,
      apis: same.flatMap(({ apis }) => apis),
      runtimes: same.flatMap(({ runtimes }) => runtimes),
      platforms: same.flatMap(({ platforms }) => platforms),
    };
  });
}

/**
 * The companion options that depend on the platforms of the builds: enabled if one of these is among theirs.
 * @param platforms as in `process.env.TARO_ENV`
 */
export function platformCompanions(
  migrations: readonly Migration[],
  platforms: readonly string[],
): CompanionOptions {
  const isBuiltFor = (companion: Companion) =>
    companion.platforms?.some((platform) => platforms.includes(platform)) ?? false;
  return Object.fromEntries(
    migrations
      .flatMap(({ companions = [] }) => companions)
      .flatMap((companion) =>
        companion.needs === 'runtime-in-file' && companion.option
          ? [[companion.option, isBuiltFor(companion)]]
          : [],
      ),
  );
}

/** The options of all companions. */
export function companionOptions(migrations: readonly Migration[]): readonly CompanionOption[] {
  return [
    ...new Set(migrations.flatMap(({ companions = [] }) => companions.flatMap(({ option }) => option ?? []))),
  ];
}
