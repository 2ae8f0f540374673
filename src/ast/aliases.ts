import { ALIASES } from './node-types';

/** The types that each common name stands for: `TYPES.Function`. */
export const TYPES = Object.fromEntries(
  Object.entries(ALIASES).map(([alias, types]) => [alias, new Set<string>(types)]),
) as unknown as { readonly [Alias in keyof typeof ALIASES]: ReadonlySet<string> };
