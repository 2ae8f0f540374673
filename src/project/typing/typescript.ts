export type TsMorph = typeof import('ts-morph');
export type TypeScript = TsMorph['ts'];
export type LoadTypeScript = () => Promise<TsMorph | null>;

/**
 * `null` where it is not installed, being an optional dependency, or does not run on this Node.
 * Deferred: it brings a whole TypeScript, and most runs have nothing to ask it.
 */
export const loadTypeScript: LoadTypeScript = async () => {
  try {
    return await import('ts-morph');
  } catch {
    return null;
  }
};
