import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, BROWSERS, prepareSound, serve } from '../support/browser';
import { openContext, PROBE } from '../support/recording-page';
import { build, builtExample, filesOf, installExample, makeApp, run } from '../support/taro-app';
import { addPrograms, playOwnPrograms, testBackgroundAudio } from './h5-background-audio';
import { testRecording } from './h5-recording';
import { testVoiceMessages } from './h5-voice';

/** Only in the h5 runtime. */
const MARK = '__taro_modernize_web_1';

let installed: string;
let server: AppServer;
let endSound: () => Promise<void>;

beforeAll(async () => {
  installed = await installExample();
  const folder = makeApp(installed, 'h5', ['taro-modernize'], 'example', { minified: true });
  writeFileSync(join(folder, 'src/probe.ts'), PROBE);
  edit(join(folder, 'src/app.tsx'), (text) => `import './probe'\n${text}`);
  // Uploads go to the server that serves the app.
  edit(join(folder, 'src/utils/upload.ts'), (text) => text.replace("'https://api.example.com'", "''"));
  playOwnPrograms(folder);
  const built = await build(folder, 'h5', 'webpack5');
  addPrograms(built.folder);
  server = await serve(built.folder);
  endSound = await prepareSound();
});
afterAll(async () => {
  await server?.close();
  await endSound?.();
});

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

describe.each(BROWSERS)('h5 app in $name', (kind) => {
  testRecording(kind, () => server);
  testVoiceMessages(kind, () => server);
  testBackgroundAudio(kind, () => server);
});

describe('bundling of the h5 recorder', () => {
  test('h5 with webpack: the pages that record share one recorder chunk, loaded with the first of them', async () => {
    const built = await builtExample('plugin', 'h5');
    const holding = (text: string) =>
      [...filesOf(built.folder)].filter(([name, code]) => name.endsWith('.js') && code.includes(text));
    expect(holding('开始录音').length).toBeGreaterThan(1);
    expect(holding('registerProcessor')).toHaveLength(1);
    expect(holding(MARK)).toHaveLength(1);
    const kind = BROWSERS[0]!;
    const own = await serve(built.folder);
    const browser = await kind.launch('allowed');
    try {
      const page = await (await openContext(browser, kind)).newPage();
      await page.goto(`${own.url}/#/pages/authorize/index`);
      await page.getByText('开始录音').click();
      await page.getByText('录音中...').waitFor();
      await page.getByText('停止录音').click();
      await page.getByText(/^(blob:|startRecord:fail stopped)/).waitFor();
    } finally {
      await browser.close();
      await own.close();
    }
  });

  test('a weapp build contains nothing of the h5 recorder, not even in development', async () => {
    const folder = makeApp(installed, 'h5-weapp', ['taro-modernize']);
    const cli = join(folder, 'node_modules/@tarojs/cli/bin/taro');
    const { status } = await run(process.execPath, [cli, 'build', '--type', 'weapp'], {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'development', TARO_COMPILER: 'webpack5' },
    });
    expect(status).toBe(0);
    const scripts = [...filesOf(join(folder, 'dist/weapp'))].filter(([name]) => name.endsWith('.js'));
    const all = scripts.map(([, text]) => text).join('\n');
    expect(all).toContain('__taro_modernize_recorder_');
    for (const part of ['registerProcessor', 'audioWorklet', 'new MediaRecorder', 'nameUploads'])
      expect(all, part).not.toContain(part);
  });

  test.each([
    'webpack5',
    'vite',
  ] as const)('migrated: only h5 builds with %s use recorder-host.h5.ts', async (compiler) => {
    const folder = makeApp(installed, `h5-migrated-${compiler}`, []);
    const bin = join(folder, 'node_modules/taro-modernize/dist/cli/bin.js');
    const { printed } = await run(process.execPath, [bin, 'src', '--yes', '--allow-dirty'], { cwd: folder });
    expect(printed).toMatch(/src\/taro-modernize\/.+recorder-host\.h5\.ts/);
    const code = async (platform: 'h5' | 'weapp') =>
      [...filesOf((await build(folder, platform, compiler)).folder)]
        .filter(([name]) => name.endsWith('.js'))
        .map(([, text]) => text)
        .join('\n');
    const h5 = await code('h5');
    expect(h5).toContain('registerProcessor');
    expect(h5).toContain(MARK);
    // example.test.ts builds the migrated example for weapp with webpack.
    if (compiler === 'webpack5') return;
    const weapp = await code('weapp');
    expect(weapp).toContain('__taro_modernize_recorder_');
    expect(weapp).not.toContain('registerProcessor');
  });
});
