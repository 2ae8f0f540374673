// Writes a folder with a package.json for every subpath of `exports`, because Taro's own resolver,
// `moduleResolution: node`, webpack 4 and old Jest read no `exports`.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { exports, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

for (const [subpath, target] of Object.entries(exports)) {
  if (subpath === '.' || subpath.includes('*') || subpath.endsWith('.json')) continue;
  const folder = join(root, subpath);
  const from = (path) => relative(folder, join(root, path)).replaceAll('\\', '/');
  const main = fileOf(typeof target === 'string' ? target : target.require);
  const esm = fileOf(target.module ?? target.import);
  const types = main.replace(/\.js$/, '.d.ts');
  const manifest = { main: from(main), ...(esm && { module: from(esm) }), types: from(types) };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
copyFileSync(join(root, 'src/report/report.schema.json'), join(root, 'report.schema.json'));

function fileOf(target) {
  return target?.default ?? target;
}
console.log(`Subpaths of ${version} written.`);
