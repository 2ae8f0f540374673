import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build, filesOf, installApp, makeApp, run } from '../support/taro-app';
import { FILE, pass, playing } from './pages';

describe('Taro 2.2 migrated by npx taro-modernize', () => {
  let app: string;
  let weapp: string;
  const codemod = (...args: string[]) =>
    run(process.execPath, [join(app, 'node_modules/taro-modernize/dist/cli/bin.js'), ...args], { cwd: app });

  beforeAll(async () => {
    app = makeApp(await installApp('taro2'), 'migrated', [], 'taro2');
    const { status, printed } = await codemod('--yes', '--allow-dirty');
    expect(printed).toContain('Taro 2 project');
    expect(printed).toMatch(/src\/taro-modernize\/.+recorder\.js/);
    expect(status).toBe(0);
  });

  test('Taro 2.2: a second run changes no bytes', async () => {
    const before = filesOf(join(app, 'src'));
    expect((await codemod('--yes', '--allow-dirty')).status).toBe(0);
    expect(filesOf(join(app, 'src'))).toEqual(before);
  });

  test('Taro 2.2: the migrated app builds for weapp with webpack 4', async () => {
    // webpack 4 hashes with MD4, which OpenSSL 3 only has as a legacy algorithm.
    const env = { NODE_OPTIONS: '--openssl-legacy-provider' };
    weapp = (await build(app, 'weapp', 'webpack5', env)).folder;
    const pages = [...filesOf(weapp)].filter(([file]) => /^pages\/.*\.js$/.test(file));
    expect(pages).toHaveLength(3);
    for (const [, text] of pages) expect(text).not.toMatch(/\.(start|stop)Record\(/);
  });

  test('Taro 2.2, weapp: a class page records and stops', async () => {
    await playing(weapp, async (_open, client, built) => {
      const page = built.openTaro2('pages/index/index');
      await pass(100);
      page.send('开始录音');
      await pass(2_000);
      expect(page.instance.data.status).toBe('录音中');
      expect(client.isRecording).toBe(true);
      page.send('停止录音');
      await pass(1_000);
      expect(page.instance.data.file).toBe(FILE);
      expect(page.instance.data.status).toBe('完成');
    });
  });

  test('Taro 2.2, weapp: a page with hooks records through a helper that awaits the call', async () => {
    await playing(weapp, async (_open, client, built) => {
      client.grant = false;
      const page = built.openTaro2('pages/wait/index');
      await pass(100);
      page.send('录 5 秒');
      await pass(6_000);
      expect(page.instance.data.error).toMatch(/auth deny/);
      client.grant = true;
      page.send('录 5 秒');
      await pass(6_000);
      expect(page.instance.data.file).toBe(FILE);
    });
  });

  test('Taro 2.2, weapp: a page that calls wx directly records', async () => {
    await playing(weapp, async (_open, client, built) => {
      client.grant = true;
      const page = built.openTaro2('pages/talk/index');
      await pass(100);
      for (const count of [1, 2]) {
        page.send('按住说话', 'touchstart');
        await pass(2_000);
        page.send('按住说话', 'touchend');
        await pass(1_000);
        expect(page.instance.data.files).toHaveLength(count);
      }
      expect(client.recordings).toBe(2);
    });
  });
});
