// Builds the package into dist, unless dist was already built from the same files.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(ROOT, '.cache/built');
const FOLDERS = ['src', 'transforms', 'scripts', 'docs/findings', 'docs/zh-CN/findings'];
const FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsdown.config.mts'];

if (!isBuilt()) {
  // tsdown's API, because its CLI prints a notice about Node 20 in each build.
  const { build } = await import('tsdown');
  await import('./clean.mjs');
  await import('./registry.mjs');
  await build({ logLevel: 'warn' });
  const { buildRuntime } = await import('./build-runtime.mjs');
  buildRuntime();
  await import('./digests.mjs');
  await import('./build-subpaths.mjs');
  await import('./finding-pages.mjs');
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  writeFileSync(STAMP, digest());
}

/** Whether the last build read the same files and its output still exists. */
function isBuilt() {
  const outputs = [STAMP, join(ROOT, 'dist/findings.json'), join(ROOT, 'report.schema.json')];
  return outputs.every((file) => existsSync(file)) && readFileSync(STAMP, 'utf8') === digest();
}

/** A digest of the files that a build reads. */
function digest() {
  const hash = createHash('sha256');
  const names = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const path of [...names.sort(), ...FILES.map((file) => join(ROOT, file))])
    hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}
