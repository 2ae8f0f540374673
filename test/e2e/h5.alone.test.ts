import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, BROWSERS, prepareSound, serve } from '../support/browser';
import { openContext, PROBE } from '../support/recording-page';
import { build, builtExample, filesOf, installExample, makeApp } from '../support/taro-app';
import { H5_RECORDER } from './bundle';
import { addPrograms, playOwnPrograms, testBackgroundAudio } from './h5-background-audio';
import { testRecording } from './h5-recording';
import { testVoiceMessages } from './h5-voice';

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

test('h5 with webpack: the pages that record share one recorder chunk, loaded with the first of them', async () => {
  const built = await builtExample('plugin', 'h5');
  const holding = (text: string) =>
    [...filesOf(built.folder)].filter(([name, code]) => name.endsWith('.js') && code.includes(text));
  expect(holding('开始录音').length).toBeGreaterThan(1);
  expect(holding('registerProcessor')).toHaveLength(1);
  expect(holding(H5_RECORDER)).toHaveLength(1);
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
