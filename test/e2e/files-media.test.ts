import { beforeAll, describe, expect, test } from 'vitest';
import { migrations } from '../../src/migrations';
import { build, type Compiler, installExample, makeApp } from '../support/taro-app';
import { playing, scenarios } from './pages';

const FILES = 'files: downloaded, read, saved, listed and removed';
const PICTURES = 'pictures: chosen and uploaded; a person who chooses none is told so';

let installed: string;
beforeAll(() => {
  installed = installExample();
});

/** The names of all migrations, so that those to opt in to run as well. */
const all = migrations.map(({ name }) => name);

describe.each<[string, unknown[], string[]]>([
  ['without the plugin', [], ['chooseImage', 'chooseImage', 'chooseVideo']],
  ['with the plugin', ['taro-modernize'], ['chooseImage', 'chooseImage', 'chooseVideo']],
  [
    'with the plugin and what is opt-in',
    [['taro-modernize', { migrations: all }]],
    ['chooseMedia', 'chooseMedia', 'chooseMedia'],
  ],
])('a weapp app %s', (_, plugins, pickers) => {
  const compiler: Compiler = 'webpack5';
  let folder: string;
  beforeAll(async () => {
    const app = makeApp(installed, `files-media-${pickers[0]}-${plugins.length}`, plugins);
    folder = (await build(app, 'weapp', compiler)).folder;
  });

  test('chooses pictures and a video, and uploads', () =>
    playing(folder, async (open, client, app) => {
      await scenarios[PICTURES]!(open, client, app);
      expect(client.pickers).toEqual(pickers);
    }));

  // The fake client has the manager alone.
  test.runIf(plugins.length > 0)('downloads, reads, saves, lists and removes files', () =>
    playing(folder, scenarios[FILES]!),
  );
});
