import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { migrations } from '../../src/migrations';
import { BROWSERS, serve } from '../support/browser';
import { openContext } from '../support/recording-page';
import { build, builtExample, installExample, makeApp, run } from '../support/taro-app';
import { playing, scenarios } from './pages';

const FILES = 'files: downloaded, read, saved, listed and removed';
const PICTURES = 'pictures: chosen and uploaded; a person who chooses none is told so';

let installed: string;
beforeAll(async () => {
  installed = await installExample();
});

/** The names of all migrations, which also enables the opt-in ones. */
const all = migrations.map(({ name }) => name);

function withOptIns() {
  const app = makeApp(installed, 'files-media', [['taro-modernize', { migrations: all }]]);
  return build(app, 'weapp', 'webpack5');
}

describe.each<[string, () => Promise<{ folder: string }>, string, string[]]>([
  [
    'without the plugin',
    () => builtExample('plain', 'weapp'),
    'wx',
    ['chooseImage', 'chooseImage', 'chooseVideo'],
  ],
  [
    'with the plugin',
    () => builtExample('plugin', 'weapp'),
    'manager',
    ['chooseImage', 'chooseImage', 'chooseVideo'],
  ],
  [
    'with the plugin and opt-in migrations',
    withOptIns,
    'manager',
    ['chooseMedia', 'chooseMedia', 'chooseMedia'],
  ],
])('a weapp app %s', (_, built, owner, pickers) => {
  let folder: string;
  beforeAll(async () => {
    ({ folder } = await built());
  });

  test('the app chooses pictures and a video, and uploads them', () =>
    playing(folder, async (open, client, app) => {
      await scenarios[PICTURES]!(open, client, app);
      expect(client.pickers).toEqual(pickers);
    }));

  test('the app downloads, reads, saves, lists and removes files', () =>
    playing(folder, async (open, client, app) => {
      await scenarios[FILES]!(open, client, app);
      const owners = new Set(client.fileCalls.map((call) => call.split('.')[0]));
      expect([...owners]).toEqual([owner]);
    }));
});

test('h5 in Chromium, migrated: chosen pictures are uploaded byte for byte', async () => {
  const kind = BROWSERS[0]!;
  const app = makeApp(installed, 'files-media-h5', []);
  const bin = join(app, 'node_modules/taro-modernize/dist/cli/bin.js');
  const only = ['--only', 'choose-image-to-choose-media'];
  const { printed } = await run(process.execPath, [bin, 'src', '--yes', '--allow-dirty', ...only], {
    cwd: app,
  });
  expect(printed).toMatch(/src\/taro-modernize\/.+media\.ts/);
  // Uploads go to the server that serves the app.
  const upload = join(app, 'src/utils/upload.ts');
  writeFileSync(upload, readFileSync(upload, 'utf8').replace("'https://api.example.com'", "''"));
  const server = await serve((await build(app, 'h5', 'webpack5')).folder);
  const browser = await kind.launch('missing');
  try {
    const page = await (await openContext(browser, kind)).newPage();
    await page.goto(`${server.url}/#/pages/photos/index`);
    const picture = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByText('选图片', { exact: true }).click(),
    ]);
    await chooser.setFiles(
      ['a.png', 'b.png'].map((name) => ({ name, mimeType: 'image/png', buffer: picture })),
    );
    await page.locator('.urls').getByText('ok ok').waitFor();
    expect(await page.locator('.tip').innerText()).toBe(`${2 * picture.length} B`);
    expect(server.uploads.map(({ path }) => path)).toEqual(['/photo/upload', '/photo/upload']);
    for (const { file } of server.uploads) expect(file!.content.equals(picture)).toBe(true);
  } finally {
    await browser.close();
    await server.close();
  }
});
