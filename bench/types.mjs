// What asking TypeScript costs: a scan of a generated project, with and without --no-types, side by side in one run.
//   npm run build && node bench/types.mjs [files] [runs]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIN = join(ROOT, 'dist', 'cli', 'bin.js');
const [count = 600, runs = 5] = process.argv.slice(2).map(Number);

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

/** A module as apps have them: it uses Taro and imports what came before it, so that a few pull in many. */
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

function generate(undecided) {
  const root = mkdtempSync(join(tmpdir(), 'taro-modernize-bench-'));
  const files = { ...SHARED };
  // From the end, where a module leads to nearly all others: the dear case, not the cheap one.
  const every = undecided === 0 ? Number.POSITIVE_INFINITY : Math.floor(count / undecided);
  for (let i = 0; i < count; i++) {
    files[`src/pages/p${i}.ts`] = module(i, (count - 1 - i) % every === 0 && i > 0 && every <= count);
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(join(ROOT, 'node_modules', '@tarojs'), join(root, 'node_modules', '@tarojs'));
  return root;
}

const probe = join(mkdtempSync(join(tmpdir(), 'taro-modernize-probe-')), 'probe.cjs');
writeFileSync(
  probe,
  `process.on('exit', () => require('node:fs').writeSync(2, '\\nrss ' + process.resourceUsage().maxRSS));\n`,
);

function scan(root, ...options) {
  const started = process.hrtime.bigint();
  const { stdout, stderr } = spawnSync(process.execPath, ['-r', probe, BIN, 'scan', '--json', ...options], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  return { ms, mb: Number(/rss (\d+)/.exec(stderr)?.[1]) / 1024, summary: JSON.parse(stdout).summary };
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const time = (results) => median(results.map(({ ms }) => ms));
const memory = (results) => median(results.map(({ mb }) => mb));

console.log(
  `${count} modules, median of ${runs} runs each, Node ${process.version}, ${cpus().length} cores\n`,
);
console.log('| undecided files | --no-types | with types | ratio | memory | manual before → after |');
console.log('|---:|---:|---:|---:|---:|---:|');
for (const undecided of [0, 1, Math.ceil(count / 10)]) {
  const root = generate(undecided);
  const plain = [];
  const typed = [];
  // In turn, so that what else the machine does falls on both.
  for (let run = 0; run < runs; run++) {
    plain.push(scan(root, '--no-types'));
    typed.push(scan(root));
  }
  const cells = [
    undecided,
    `${time(plain).toFixed(0)} ms`,
    `${time(typed).toFixed(0)} ms`,
    `${(time(typed) / time(plain)).toFixed(1)}×`,
    `${memory(plain).toFixed(0)} → ${memory(typed).toFixed(0)} MB`,
    `${plain[0].summary.manual} → ${typed[0].summary.manual}`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
  rmSync(root, { recursive: true, force: true });
}
rmSync(dirname(probe), { recursive: true, force: true });
