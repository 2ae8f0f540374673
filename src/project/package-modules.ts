import { readFileSync, type Stats, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { upwards } from './gitignore';
import { readJson } from './package-json';

const REQUEST = /\b(?:from|import|require)\s*\(?\s*(['"])([^'"\n]+)\1/g;
const ENDINGS = ['', '.js', '.mjs', '.cjs', '.ts', '.jsx', '.tsx'];

/** The modules that a text imports or requires, found without a parser. Some may be in comments or strings. */
export function requestsIn(text: string): string[] {
  return [...new Set([...text.matchAll(REQUEST)].map(([, , request]) => request!))];
}

/** The name of the package that a request is for: `@scope/name` for `@scope/name/part`. */
export function packageIn(request: string): string | undefined {
  return /^(?:@[\w.-]+\/)?[A-Za-z\d][\w.-]*/.exec(request)?.[0];
}

/**
 * The file of an installed package that a request loads, as bundlers do for mini programs.
 * @param from the folder of the importing project
 */
export function packageFile(request: string, from: string): string | undefined {
  const name = packageIn(request);
  if (name === undefined) return undefined;
  const installed = (folder: string) => join(folder, 'node_modules', name);
  const above = upwards(from, (folder) => isFolder(installed(folder)));
  if (above === undefined) return undefined;
  const folder = installed(above);
  const manifest = readJson(join(folder, 'package.json'));
  const part = `.${request.slice(name.length)}`;
  const exported = exportOf(manifest?.exports, part);
  if (exported !== undefined) return fileAt(join(folder, exported));
  if (part !== '.') return fileAt(join(folder, part));
  const entries = [manifest?.module, manifest?.['jsnext:main'], manifest?.main, 'index.js'];
  for (const entry of entries) {
    const file = typeof entry === 'string' ? fileAt(join(folder, entry)) : undefined;
    if (file !== undefined) return file;
  }
  return undefined;
}

/** A module of a package with the files of the package that it loads, and its text. */
export function readModule(path: string): { bytes: Buffer; loads: string[] } {
  const bytes = readIfPossible(path);
  const relative = requestsIn(bytes.toString('utf8')).filter((request) => request.startsWith('.'));
  return { bytes, loads: relative.flatMap((request) => fileAt(resolve(dirname(path), request)) ?? []) };
}

/** The bytes of a file, or none if it cannot be read. */
export function readIfPossible(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

/** The script at a path without an ending, or of a folder. */
function fileAt(path: string): string | undefined {
  const files = [...ENDINGS.map((ending) => path + ending), join(path, 'index.js'), join(path, 'index.mjs')];
  return files.find((file) => /\.[cm]?[jt]sx?$/.test(file) && isFile(file));
}

const CONDITIONS = ['import', 'module', 'default'];

/** The target of one of a package's `exports`, without patterns. */
function exportOf(exported: unknown, part: string): string | undefined {
  if (typeof exported === 'string') return part === '.' ? exported : undefined;
  if (typeof exported !== 'object' || exported === null) return undefined;
  const record = exported as Readonly<Record<string, unknown>>;
  const isByPart = Object.keys(record).some((key) => key.startsWith('.'));
  if (isByPart) return exportOf(record[part], '.');
  if (part !== '.') return undefined;
  const condition = Object.keys(record).find((key) => CONDITIONS.includes(key)) ?? 'require';
  return exportOf(record[condition], '.');
}

function isFile(path: string): boolean {
  return statOf(path)?.isFile() ?? false;
}

function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // Below a file, for instance.
    return undefined;
  }
}
