import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { build, filesOf, installExample, makeApp, run } from '../support/taro-app';
import { play } from './pages';
import { SYSTEM_PAGES } from './system-pages';

let installed: string;
beforeAll(async () => {
  installed = await installExample();
});

function edit(file: string, change: (text: string) => string): void {
  const text = readFileSync(file, 'utf8');
  const changed = change(text);
  expect(changed, file).not.toBe(text);
  writeFileSync(file, changed);
}

/** The scripts of a built app. */
function scripts(folder: string): Map<string, string> {
  return new Map([...filesOf(folder)].filter(([file]) => file.endsWith('.js')));
}

function gzipped(folder: string): number {
  return [...scripts(folder).values()].reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
}

/** Keeps only these pages of the example. */
function keepPages(app: string, isWanted: (page: string) => boolean): void {
  edit(join(app, 'src/app.config.ts'), (text) =>
    text.replace(/pages: \[([^\]]*)\]/, (_, list: string) => {
      const pages = [...list.matchAll(/'([^']*)'/g)].map(([, page]) => page!).filter(isWanted);
      return `pages: ['${pages.join("', '")}']`;
    }),
  );
}

/** Pages that use the runtimes for voices, files and background audio, or a canvas. */
const usesOthers = (page: string) => /\/(voice-|save|radio|poster|invite|signature)/.test(page);
const readsSystem = (page: string) => SYSTEM_PAGES.includes(page);

async function growth(name: string, isWanted: (page: string) => boolean): Promise<number> {
  const sizes: number[] = [];
  for (const plugins of [[], ['taro-modernize']]) {
    const app = makeApp(installed, `size-${name}-${plugins.length}`, plugins, 'example', { minified: true });
    keepPages(app, isWanted);
    sizes.push(gzipped((await build(app, 'weapp', 'webpack5')).folder));
  }
  return sizes[1]! - sizes[0]!;
}

test('a weapp build that plays grows by at most 1.45 kB gzip', async () => {
  const bytes = await growth('voice', (page) => /voice-box|camera/.test(page));
  console.log(`The voice adds ${bytes} bytes gzip.`);
  expect(bytes).toBeLessThanOrEqual(1450);
});

test('a weapp build that records grows by at most 3.2 kB gzip', async () => {
  const bytes = await growth('recorder', (page) => !usesOthers(page) && !readsSystem(page));
  console.log(`The example grows by ${bytes} bytes gzip.`);
  expect(bytes).toBeLessThanOrEqual(3200);
  for (const name of ['docs/performance.md', 'docs/zh-CN/performance.md']) {
    const text = readFileSync(join(import.meta.dirname, '../..', name), 'utf8');
    const stated = Number(/weapp\D+[\d.]+ kB gzip\D+(\d,\d{3})/.exec(text)![1]!.replace(',', ''));
    expect(Math.abs(stated - bytes), `${name} says ${stated}`).toBeLessThan(bytes * 0.02);
  }
});

test('a build without rewrites does not grow', async () => {
  const built = [];
  for (const plugins of [[], ['taro-modernize']]) {
    const app = makeApp(installed, 'size-nothing', plugins, 'example', { minified: true });
    edit(join(app, 'src/app.config.ts'), (text) =>
      text.replace(/pages: \[[^\]]*\]/, "pages: ['pages/own-methods/index', 'pages/camera/index']"),
    );
    built.push(scripts((await build(app, 'weapp', 'webpack5')).folder));
  }
  // webpack derives module ids, and with them the order of modules, from the loaders that processed them.
  const sizes = built.map((files) =>
    [...files].map(([file, text]) => [file, text.replace(/\d+/g, '').length]),
  );
  expect(sizes[1]).toEqual(sizes[0]);
  expect([...built[1]!.values()].join()).not.toContain('taro_modernize');
});

test('an ES module copy and a CommonJS copy of the runtime in one bundle act as one recorder', async () => {
  const app = makeApp(installed, 'copies', []);
  const bin = join(app, 'node_modules/taro-modernize/dist/cli/bin.js');
  const args = ['src', '--yes', '--allow-dirty', '--runtime', 'package'];
  expect((await run(process.execPath, [bin, ...args], { cwd: app })).status).toBe(0);
  const required = "require('../../../node_modules/taro-modernize/dist/runtime/recorder.js')";
  edit(join(app, 'src/pages/await-path/index.tsx'), (text) =>
    text.replace(/onStop = \(\) => \{\s*recorder\.stop\(\)/, `onStop = () => { ${required}.recorder.stop()`),
  );
  const { folder } = await build(app, 'weapp', 'webpack5');
  const code = [...scripts(folder).values()].join('\n');
  expect(code.split('__taro_modernize_recorder_').length - 1).toBeGreaterThanOrEqual(2);
  await play(folder, 'an awaited startRecord resolves with the path when another handler stops it');
  await play(folder, 'press to talk: each press is one message');
});
