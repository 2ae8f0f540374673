import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { build, type Compiler, filesOf, installApp, makeApp } from '../support/taro-app';
import { lostPlaces, modulesWithCalls, rewrittenCalls, scriptsOf } from './bundle';
import { FILE, pass, playing } from './pages';

const COMPILERS: Compiler[] = ['webpack5', 'vite'];

describe('Taro 4, Vue 3', () => {
  let installed: string;
  let app: string;
  beforeAll(async () => {
    installed = await installApp('vue3');
    app = makeApp(installed, 'plugin', ['taro-modernize'], 'vue3');
  });

  test('Vue 3, weapp with Vite: Taro writes no source maps even without the plugin; the app re-enables them', async () => {
    vi.stubEnv('TARO_OWN_MAPS', '1');
    const plain = await build(makeApp(installed, 'plain', [], 'vue3'), 'weapp', 'vite');
    vi.unstubAllEnvs();
    expect([...filesOf(plain.folder).keys()].filter((file) => file.endsWith('.map'))).toEqual([]);
  });

  describe.each(COMPILERS)('%s', (compiler) => {
    let weapp: string;

    test.each([
      'weapp',
      'h5',
    ] as const)('Vue 3, %s: sources are rewritten with exact positions', async (platform) => {
      const { folder } = await build(app, platform, compiler);
      if (platform === 'weapp') weapp = folder;
      const sources = join(app, 'src');
      const scripts = scriptsOf(folder, sources);
      expect(rewrittenCalls(sources)).toHaveLength(7);
      expect(modulesWithCalls(scripts).filter((module) => module !== 'pages/own/index.vue')).toEqual([]);
      // Taro 4.2.0 loses source positions in h5 builds with Vite; example.test.ts checks this.
      if (platform === 'weapp' || compiler === 'webpack5') expect(lostPlaces(scripts, sources)).toEqual([]);
      expect([...filesOf(folder).values()].join()).toContain('__taro_modernize_recorder_');
    });

    test.each(['setup', 'plain'])('Vue 3, weapp: the page written as %s records and stops', async (page) => {
      await playing(weapp, async (open, client) => {
        const opened = await open(`pages/${page}/index`);
        opened.tap('开始录音');
        await pass(2_000);
        expect(opened.text('status')).toBe('录音中');
        expect(client.isRecording).toBe(true);
        opened.tap('停止录音');
        await pass(1_000);
        expect(opened.text('result')).toBe(FILE);
        expect(opened.text('status')).toBe('完成');
      });
    });

    test('Vue 3, weapp: callbacks of a handler in the template are called', async () => {
      await playing(weapp, async (open, client) => {
        const page = await open('pages/setup/index');
        page.tap('开始录音');
        await pass(2_000);
        page.tap('停止并提示');
        await pass(1_000);
        expect(page.text('result')).toBe(FILE);
        expect(client.toasts).toEqual(['已停止']);
      });
    });

    test('Vue 3, weapp: named imports awaited in setup() work', async () => {
      await playing(weapp, async (open, client) => {
        client.grant = false;
        const page = await open('pages/typed/index');
        page.tap('录音');
        await pass(3_000);
        expect(page.text('error')).toMatch(/auth deny/);
        client.grant = true;
        page.tap('录音');
        await pass(2_000);
        page.tap('结束');
        await pass(1_000);
        expect(page.text('result')).toBe(FILE);
      });
    });

    test('Vue 3, weapp: the page’s own methods of the same names still run', async () => {
      await playing(weapp, async (open, client) => {
        const page = await open('pages/own/index');
        page.tap('计圈');
        await pass(100);
        expect(page.text('status')).toBe('1 圈');
        expect(client.recordings).toBe(0);
      });
    });
  });
});
