import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, packTarball, TARBALL } from './taro-app';

/** Packs the package, and removes the apps and locks of earlier runs. Their installations stay. */
export default function setup(): void {
  mkdirSync(CACHE, { recursive: true });
  for (const entry of readdirSync(CACHE, { withFileTypes: true })) {
    const own = entry.name.endsWith('.lock') ? '.' : 'apps';
    if (entry.isDirectory()) rmSync(join(CACHE, entry.name, own), { recursive: true, force: true });
  }
  renameSync(packTarball(CACHE), TARBALL);
}
