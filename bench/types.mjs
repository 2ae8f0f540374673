// The cost of asking TypeScript: a scan of a generated project with and without --no-types.
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTurn, peakMemory, printTable, printTimes } from './support/measure.mjs';
import { ROOT } from './support/packages.mjs';
import * as tools from './support/tools.mjs';
import { write } from './support/trees.mjs';

const COUNT = 600;

const CONFIG = {
  compilerOptions: {
    target: 'es2017',
    module: 'commonjs',
    moduleResolution: 'node',
    allowSyntheticDefaultImports: true,
    strictNullChecks: true,
    jsx: 'react-jsx',
    allowJs: true,
    paths: { '@/*': ['./src/*'] },
  },
  include: ['./src'],
};

const SHARED = {
  'package.json': JSON.stringify({ name: 'app', dependencies: { '@tarojs/taro': '4.2.0' } }),
  'config/index.ts': `export default { projectName: 'app', sourceRoot: 'src', outputRoot: 'dist' };\n`,
  'tsconfig.json': JSON.stringify(CONFIG),
  'src/utils/taro.ts': `import Taro from '@tarojs/taro';\nexport default { ...Taro, own: 1 };\n`,
  'src/utils/camera.ts': `import Taro from '@tarojs/taro';\nexport const useCamera = () => ({ camera: Taro.createCameraContext() });\n`,
};

/** A typical module: it uses Taro and imports previous modules, so that a few of them load many. */
function module(index, isUndecided) {
  const imports = [index - 1, index - 7, Math.floor(index / 2)].filter((i) => i >= 0 && i < index);
  const lines = [
    `import Taro from '@tarojs/taro';`,
    `import api from '@/utils/taro';`,
    `import { useCamera } from '@/utils/camera';`,
    ...imports.map((i, n) => `import { load as load${n} } from '@/pages/p${i}';`),
    `export interface Item${index} { id: number; title: string; tags: string[] }`,
    `export async function load(page: number): Promise<Item${index}[]> {`,
    `  const { data } = await Taro.request<Item${index}[]>({ url: '/api/${index}', data: { page } });`,
    ...imports.map((_, n) => `  if (page === ${n}) await load${n}(page);`),
    ...Array.from({ length: 30 }, (_, n) => `  const row${n} = data.map((item) => ({ ...item, n: ${n} }));`),
    `  Taro.setStorageSync('page', row0.length);`,
    `  return data.filter(({ tags }) => tags.length > page);`,
    '}',
  ];
  if (isUndecided) {
    lines.push(
      'export function record() {',
      '  api.startRecord({});',
      '  useCamera().camera.stopRecord();',
      '}',
    );
  } else {
    lines.push('export const own = { api, useCamera };');
  }
  return `${lines.join('\n')}\n`;
}

/** @param {number} undecided number of modules with calls that scopes cannot resolve */
function typedTree(undecided) {
  // Outside this repository, whose typings would otherwise be included.
  const root = mkdtempSync(join(tmpdir(), 'taro-modernize-bench-'));
  // From the end, where a module imports nearly all others, which is the slow case.
  const every = undecided === 0 ? Number.POSITIVE_INFINITY : Math.floor(COUNT / undecided);
  for (const [path, text] of Object.entries(SHARED)) write(join(root, path), text);
  for (let i = 0; i < COUNT; i++) {
    const isUndecided = (COUNT - 1 - i) % every === 0 && i > 0 && every <= COUNT;
    write(join(root, `src/pages/p${i}.ts`), module(i, isUndecided));
  }
  write(join(root, 'node_modules', '.keep'), '');
  symlinkSync(join(ROOT, 'node_modules', '@tarojs'), join(root, 'node_modules', '@tarojs'), 'junction');
  return root;
}

export function types({ rounds }) {
  const memory = [];
  for (const undecided of [0, 1, COUNT / 10]) {
    const tree = typedTree(undecided);
    const left = new Set();
    const scan = (name, args) => ({
      ...tools.node(name, [tools.BIN, 'scan', '--json', ...args], tree),
      check: (stdout) => left.add(JSON.parse(stdout).summary.manual),
    });
    const times = inTurn([scan('scan --no-types', ['--no-types']), scan('scan', [])], rounds);
    printTimes(`${COUNT} modules, ${undecided} of them undecided (manual: ${[...left].join(' → ')})`, times);
    memory.push([
      String(undecided),
      ...[['--no-types'], []].map(
        (args) => `${peakMemory(tools.BIN, ['scan', '--json', ...args], tree).toFixed(0)} MiB`,
      ),
    ]);
    rmSync(tree, { recursive: true, force: true });
  }
  printTable(['undecided modules, peak memory', '--no-types', 'with types'], memory);
}
