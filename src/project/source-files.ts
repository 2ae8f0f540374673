/** Larger files are generated, and parsing them costs more memory than they are worth. */
export const MAX_SOURCE_BYTES = 4 * 1024 * 1024;

export const SOURCE_EXTENSIONS = [
  '.js',
  '.jsx',
  '.ts',
  '.tsx',
  '.mjs',
  '.cjs',
  '.mts',
  '.cts',
  '.vue',
] as const;

const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx|vue)$/;
const DECLARATION = /\.d\.[cm]?ts$/;

/** Declarations hold no calls: they are never looked at. */
export function isSourceFile(name: string): boolean {
  return SOURCE.test(name) && !DECLARATION.test(name);
}

export function isTypeScript(name: string): boolean {
  return /\.(?:[cm]?ts|tsx)$/.test(name);
}
