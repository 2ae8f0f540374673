import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cli } from '../cli/support/cli';
import { OLD, taroProject } from '../cli/support/projects';
import { snapshot, tree } from '../cli/support/tree';

const ROOT = join(import.meta.dirname, '../..');
const prettier = createRequire(import.meta.url)('prettier') as {
  check(text: string, options: object): boolean;
};

/** The names and texts of the copies in a migrated project that has Prettier installed. */
function migrated(files: Readonly<Record<string, string>>): { root: string; copies: [string, string][] } {
  const dependencies = { '@tarojs/taro': '4.2.0', prettier: '2' };
  const manifest = JSON.stringify({
    name: 'app',
    scripts: { build: 'taro build --type h5' },
    dependencies,
  });
  const root = tree({ ...taroProject({ 'mic.ts': OLD }), 'package.json': manifest, ...files });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
  expect(cli(root, []).code).toBe(0);
  const folder = join(root, 'src/taro-modernize');
  return {
    root,
    copies: readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  };
}

it.each([
  ['without a configuration', {}, {}],
  [
    'with its own configuration',
    { '.prettierrc': '{ "semi": false, "singleQuote": true, "printWidth": 100 }' },
    { semi: false, singleQuote: true, printWidth: 100 },
  ],
])("the copies pass the check of a project's Prettier %s, and a second run changes nothing", (_how, files, options) => {
  const { root, copies } = migrated(files);
  expect(copies.map(([name]) => name)).toEqual(['recorder-host.h5.ts', 'recorder-host.ts', 'recorder.ts']);
  for (const [name, text] of copies)
    expect(prettier.check(text, { ...options, parser: 'typescript' }), name).toBe(true);
  const before = snapshot(root);
  expect(cli(root, []).stdout).not.toContain('taro-modernize/recorder');
  expect(snapshot(root)).toEqual(before);
});

it.each([
  ['ignores them', { '.prettierignore': 'src/taro-modernize\n' }],
  ['cannot be loaded', { '.prettierrc': '{ "plugins": ["not-installed"] }' }],
])('the copies stay unformatted if Prettier %s', (_why, files) => {
  for (const [name, text] of migrated(files).copies) {
    const shipped = readFileSync(join(ROOT, 'dist/runtime/source', name), 'utf8');
    expect(text).toBe(shipped);
  }
});
