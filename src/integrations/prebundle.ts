/** The part of Taro's configuration that controls the prebundle. */
interface TaroConfig {
  compiler?: string | { prebundle?: { enable?: boolean; exclude?: readonly string[] } };
}

/**
 * Those of the packages that Taro's prebundle hides from all loaders: in development builds with `compiler` as an
 * object, unless it is disabled.
 * @param packages called only if there is a prebundle
 */
export function prebundled(
  packages: () => readonly string[],
  { compiler }: TaroConfig,
  isProduction: boolean,
): string[] {
  if (typeof compiler !== 'object' || compiler === null) return [];
  const { enable = !isProduction, exclude = [] } = compiler.prebundle ?? {};
  return enable ? packages().filter((name) => !exclude.includes(name)) : [];
}
