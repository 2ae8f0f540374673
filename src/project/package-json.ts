import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord, type PackageJson, packageJsonOf, record } from './declared';

export type { PackageJson } from './declared';

/** `null` if it does not exist or is not valid JSON. */
export function readPackageJson(folder: string): PackageJson | null {
  const value = readJson(join(folder, 'package.json'));
  return value === null ? null : packageJsonOf(value);
}

/** Whether a package needs another one at run time, not only for builds. */
export function isDependency(folder: string, name: string): boolean {
  return Object.hasOwn(record(readJson(join(folder, 'package.json'))?.dependencies), name);
}

export function readJson(path: string): Record<string, unknown> | null {
  // Checked for many folders without one, where an exception would be several times slower.
  if (!existsSync(path)) return null;
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
