import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { toPosix } from '../../src/project/paths';

const ROOT = join(import.meta.dirname, '../..');
/** What the commands on the contributor pages need. */
const PARTS = [
  'src',
  'transforms',
  'scripts',
  'test/engine',
  'test/messages',
  'test/migrations',
  'test/support',
  '__testfixtures__',
  'package.json',
  'tsconfig.json',
  'tsdown.config.mts',
  'vitest.config.mts',
];

/**
 * Copies the repository's sources and fixtures, so that a page can be followed without changing them.
 * @param name of the folder inside the repository's cache folder, from where package imports resolve
 * @returns the folder
 */
export function copyRepository(name: string): string {
  const copy = join(ROOT, '.cache', name);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(join(copy, 'test'), { recursive: true });
  for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

/** Paths of the files that differ between the copy and the repository, or exist in only one of them. */
export function differencesOf(copy: string): string[] {
  const [original, copied] = [contentsOf(ROOT), contentsOf(copy)];
  return [...new Set([...original.keys(), ...copied.keys()])].filter(
    (path) => original.get(path) !== copied.get(path),
  );
}

function contentsOf(root: string): Map<string, string> {
  const paths = PARTS.flatMap((part) =>
    statSync(join(root, part)).isFile()
      ? [part]
      : (readdirSync(join(root, part), { recursive: true }) as string[]).map((path) => join(part, path)),
  ).filter((path) => statSync(join(root, path)).isFile());
  return new Map(paths.map((path) => [toPosix(path), readFileSync(join(root, path), 'latin1')]));
}

/** Runs a block of shell commands until one fails. */
export function runBlock(code: string, cwd: string): { status: number | null; printed: string } {
  // The settings of this test run would reach the vitest that the block starts.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$)/.test(name)),
  );
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', code], { cwd, env, encoding: 'utf8' });
  return { status, printed: stdout + stderr };
}
