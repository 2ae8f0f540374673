// Writes a folder with a package.json for every subpath of `exports`, because Taro's own resolver,
// `moduleResolution: node`, webpack 4 and old versions of Jest do not read `exports`. Also writes the
// jscodeshift transform of each migration.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import { entries, root } from './entries.mjs';

const require = createRequire(import.meta.url);

for (const [subpath, target] of entries()) {
  if (subpath === '.' || subpath.includes('*') || subpath.endsWith('.json')) continue;
  const folder = join(root, subpath);
  const from = (path) => relative(folder, join(root, path)).replaceAll('\\', '/');
  const main = fileOf(typeof target === 'string' ? target : target.require);
  const esm = fileOf(target.module ?? target.import);
  const types = main.replace(/\.js$/, '.d.ts');
  if (esm && !existsSync(join(root, esm))) writeEsm(join(root, main));
  const manifest = { main: from(main), ...(esm && { module: from(esm) }), types: from(types) };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

// ESLint uses the module itself as the plugin, whether a configuration imports or requires it. The last line
// never runs: it tells Node the names that ES modules can import.
const plugin = join(root, 'eslint', 'index');
writeFileSync(
  `${plugin}.js`,
  "'use strict';\nmodule.exports = require('../dist/integrations/eslint.js').default;\n0 && (module.exports = { configs, meta, rules });\n",
);
writeFileSync(
  `${plugin}.d.ts`,
  "import type { Plugin } from '../dist/integrations/eslint.js';\ndeclare const plugin: Plugin;\nexport = plugin;\n",
);

copyFileSync(join(root, 'src/report/report.schema.json'), join(root, 'report.schema.json'));

/**
 * An ES module beside a CommonJS file that reexports it, so that all importers share one copy of the code.
 */
function writeEsm(file) {
  const names = Object.keys(require(file));
  const base = file.replace(/\.js$/, '');
  const named = names.filter((name) => name !== 'default');
  const lines = [
    `import module from './${basename(file)}';`,
    ...(named.length > 0 ? [`export const { ${named.join(', ')} } = module;`] : []),
    ...(names.includes('default') ? ['export default module.default;'] : []),
  ];
  writeFileSync(`${base}.mjs`, `${lines.join('\n')}\n`);
  // A build may omit declarations.
  if (existsSync(`${base}.d.ts`)) copyFileSync(`${base}.d.ts`, `${base}.d.mts`);
}

function fileOf(target) {
  return target?.default ?? target;
}

const { migrations } = require('../dist/engine/index.js');
for (const { name } of migrations) {
  const text = `"use strict";\nexports.default = require("./transform.js").transformFor(${JSON.stringify(name)});\n`;
  writeFileSync(join(root, 'dist/transforms', `${name}.js`), text);
}
