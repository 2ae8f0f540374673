// Public packages that only the benchmarks need, installed into a cache folder on first use.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const CACHE = join(ROOT, '.cache', 'bench');

/**
 * @param {string} name folder in the cache
 * @param {Record<string, string>} dependencies packages with exact versions
 * @returns {string} the `node_modules` that contains them
 * @throws {Error} with npm's error message when they cannot be installed
 */
export function installed(name, dependencies) {
  const folder = join(CACHE, name);
  const modules = join(folder, 'node_modules');
  const manifest = `${JSON.stringify({ private: true, dependencies }, null, 2)}\n`;
  const stamp = join(folder, 'installed.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === manifest) return modules;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), manifest);
  console.error(`Installing ${Object.keys(dependencies).join(', ')}…`);
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps'];
  const npm = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
  if (npm.status !== 0) throw new Error(`npm install failed in ${folder}:\n${npm.stderr || npm.error}`);
  writeFileSync(stamp, manifest);
  return modules;
}
