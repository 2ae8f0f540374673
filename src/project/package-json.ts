import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PackageJson {
  version?: string;
  dependencies: Readonly<Record<string, string>>;
  scripts: Readonly<Record<string, string>>;
  /** The folder that WeChat's tools copy into apps. */
  miniprogram?: string;
  /** What npm publishes; empty for everything. */
  files: readonly string[];
}

/** `null` if it does not exist or is not valid JSON. */
export function readPackageJson(folder: string): PackageJson | null {
  const value = readJson(join(folder, 'package.json'));
  if (value === null) return null;
  return {
    version: typeof value.version === 'string' ? value.version : undefined,
    dependencies: {
      ...record(value.peerDependencies),
      ...record(value.devDependencies),
      ...record(value.dependencies),
    },
    scripts: record(value.scripts),
    miniprogram: typeof value.miniprogram === 'string' ? value.miniprogram : undefined,
    files: Array.isArray(value.files) ? value.files.filter((entry) => typeof entry === 'string') : [],
  };
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function record(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
