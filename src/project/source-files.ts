import { isMarkupFile } from '../engine/markup/markup-file';

/** Larger files are generated, and parsing them would cost too much memory. */
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

/** Whether a run reads a file: a source, or a template of a native page or component. */
export function isSearchedFile(name: string): boolean {
  return isSourceFile(name) || isMarkupFile(name);
}

/** Declaration files contain no calls and are never processed. */
export function isSourceFile(name: string): boolean {
  return SOURCE.test(name) && !DECLARATION.test(name);
}

export function isTypeScript(name: string): boolean {
  return /\.(?:[cm]?ts|tsx)$/.test(name);
}
