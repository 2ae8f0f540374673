/** The part of Taro's configuration that controls the prebundle. */
interface TaroConfig {
  compiler?: string | { prebundle?: { enable?: boolean; exclude?: readonly string[] } };
}

/**
 * The packages that Taro's prebundle hides from all loaders: in development builds with `compiler` as an
 * object, unless it is disabled.
 */
export function prebundled(
  packages: readonly string[],
  { compiler }: TaroConfig,
  isProduction: boolean,
): string[] {
  if (typeof compiler !== 'object' || compiler === null) return [];
  const { enable = !isProduction, exclude = [] } = compiler.prebundle ?? {};
  return enable ? packages.filter((name) => !exclude.includes(name)) : [];
}
