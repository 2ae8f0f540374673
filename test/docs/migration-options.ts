import type { Migration } from '../../src/migrations';

/** The options of a migration: of its runtime, and for its companions that users can turn off. */
export function optionsByName({ runtime, companions = [] }: Migration): string[] {
  const own = Object.keys(runtime?.options ?? {});
  const shared = companions.flatMap(({ needs, option }) =>
    needs === 'runtime-in-app' && option ? [option] : [],
  );
  return [...own, ...shared];
}
