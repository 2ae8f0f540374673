import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns {string} what an app is built with, such as `Taro 3, React`; `''` for native mini programs */
export function kindOf(folder) {
  const manifests = manifestsIn(folder, 3);
  const taro = manifests.map((all) => all['@tarojs/taro']).find(Boolean);
  if (!taro) return '';
  const major = /\d/.exec(taro)?.[0];
  const has = (name) => manifests.some((all) => all[name]);
  const views = [...(has('vue') ? ['Vue'] : []), ...(has('react') || major < '3' ? ['React'] : [])];
  return [major ? `Taro ${major}` : 'Taro', ...views].join(', ');
}

/** The dependencies of each package.json in a folder, up to a depth. */
function manifestsIn(folder, depth) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return depth > 0 && entry.name !== 'node_modules' ? manifestsIn(path, depth - 1) : [];
    if (entry.name !== 'package.json') return [];
    try {
      const { dependencies, devDependencies, peerDependencies } = JSON.parse(readFileSync(path, 'utf8'));
      return [{ ...peerDependencies, ...devDependencies, ...dependencies }];
    } catch {
      return [];
    }
  });
}
