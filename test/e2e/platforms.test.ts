import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build, installExample, makeApp } from '../support/taro-app';
import { lostPlaces, modulesWithCalls, platformsIn, recordersIn, scriptsOf } from './bundle';
import { play, scenarios } from './pages';

/** Pages with their own methods, or a camera, of the same names as the deprecated APIs. */
const UNTOUCHED = ['pages/camera/index.tsx', 'pages/own-methods/index.tsx', 'pages/save-upload/index.tsx'];

/** Scenarios that a platform cannot run, by the beginning of their names, each with the reason. */
const DOWNLOADED = ['a downloaded voice', 'the page calls wx.downloadFile, which only WeChat has'] as const;
const notDriven: Record<'tt' | 'alipay', (readonly [string, string])[]> = {
  tt: [
    DOWNLOADED,
    [
      'press to talk: a press that ends during the prompt',
      'Douyin asks for permission when the recorder starts, so a recording has already begun',
    ],
  ],
  alipay: [
    DOWNLOADED,
    ['files:', 'the calls stay as they are, and Alipay returns other fields'],
    ['pictures:', 'the calls stay as they are, and Alipay returns other fields'],
  ],
};

// No Alipay with Vite: Taro 4.2.0 cannot build it even without the plugin. Its Alipay platform adds files
// that the emit plugin of its Vite runner does not find.
describe.each([
  ['tt', 'webpack5'],
  ['tt', 'vite'],
  ['alipay', 'webpack5'],
] as const)('Taro 4, React, for %s with %s', (platform, compiler) => {
  let app: string;
  let folder: string;
  beforeAll(async () => {
    app = makeApp(await installExample(), platform, ['taro-modernize']);
  });

  test('sources are rewritten with exact positions, and the recorder contains code for one platform only', async () => {
    folder = (await build(app, platform, compiler)).folder;
    const scripts = scriptsOf(folder, join(app, 'src'));
    expect(modulesWithCalls(scripts)).toEqual(UNTOUCHED);
    expect(lostPlaces(scripts, join(app, 'src'))).toEqual([]);

    const recorders = recordersIn(folder);
    expect(recorders).toHaveLength(1);
    expect(platformsIn(recorders[0]!)).toEqual(platform === 'alipay' ? ['alipay'] : []);
  });

  const host = platform === 'alipay' ? 'my' : platform;
  const names = Object.keys(scenarios).map((name): [string, string | undefined] => [
    name,
    notDriven[platform].find(([beginning]) => name.startsWith(beginning))?.[1],
  ]);
  const driven = names.flatMap(([name, reason]) => (reason ? [] : [name]));
  test.each(driven)('driven: %s', (name) => play(folder, name, host));
  test.skip.each(names.filter(([, reason]) => reason))('not driven: %s, because %s', () => {});
});
