import { ALIASES } from './node-types';

/** The node types of each alias, such as `TYPES.Function`. */
export const TYPES = Object.fromEntries(
  Object.entries(ALIASES).map(([alias, types]) => [alias, new Set<string>(types)]),
) as unknown as { readonly [Alias in keyof typeof ALIASES]: ReadonlySet<string> };
