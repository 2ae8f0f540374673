import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Finding } from '../../src/project/rewrite';
import { type AppName, build, type Compiler, filesOf, installApp, makeApp, run } from '../support/taro-app';
import { lostPlaces, modulesWithCalls, rewrittenCalls, scriptsOf } from './bundle';
import { CANVAS_2D, expectCanvas2d, VUE_CANVAS_PAGES } from './canvas-pages';
import { FILE, pass, playing } from './pages';

const BUILDS: [taro: string, app: AppName, compiler: Compiler][] = [
  ['Taro 4', 'vue3', 'webpack5'],
  ['Taro 4', 'vue3', 'vite'],
  ['Taro 3.6', 'taro3Vue3', 'webpack5'],
];
const REPORT = 'report.json';
const MIGRATIONS = ['default', CANVAS_2D];
const COMMAND = 'node_modules/taro-modernize/dist/cli/bin.js';
/** Pages with their own methods of the same names as deprecated APIs. */
const UNTOUCHED = ['pages/own/index.vue'];

test('Vue 3, weapp with Vite: Taro writes no source maps even without the plugin; the app re-enables them', async () => {
  const installed = await installApp('vue3');
  vi.stubEnv('TARO_OWN_MAPS', '1');
  const plain = await build(makeApp(installed, 'plain', [], 'vue3'), 'weapp', 'vite');
  vi.unstubAllEnvs();
  expect([...filesOf(plain.folder).keys()].filter((file) => file.endsWith('.map'))).toEqual([]);
});

describe.each(BUILDS)('%s, %s, %s', (taro, name, compiler) => {
  let app: string;
  let weapp: string;
  beforeAll(async () => {
    const plugin = ['taro-modernize', { report: REPORT, migrations: MIGRATIONS }];
    app = makeApp(await installApp(name), compiler, [plugin], name);
  });

  describe.each(['weapp', 'h5'] as const)('%s', (platform) => {
    let folder: string;
    beforeAll(async () => {
      ({ folder } = await build(app, platform, compiler));
      if (platform === 'weapp') weapp = folder;
    });

    test('Vue 3: sources are rewritten with exact positions', () => {
      const sources = join(app, 'src');
      const scripts = scriptsOf(folder, sources);
      expect(rewrittenCalls(sources)).toHaveLength(8);
      expect(modulesWithCalls(scripts).filter((module) => !UNTOUCHED.includes(module))).toEqual([]);
      // Taro 4.2.0 loses source positions in h5 builds with Vite, and Taro 3.6 in weapp builds; example.test.ts
      // and taro3.test.ts check this.
      const isExact = platform === 'weapp' ? taro !== 'Taro 3.6' : compiler !== 'vite';
      if (isExact) expect(lostPlaces(scripts, sources)).toEqual([]);
      expect([...filesOf(folder).values()].join()).toContain('__taro_modernize_recorder_');
    });

    test("Vue 3: the report of the build has the command's findings", async () => {
      const reported = findingsIn(readFileSync(join(app, REPORT), 'utf8'));
      const scan = [
        'scan',
        'src',
        '--json',
        '--no-types',
        '--platform',
        platform,
        '--only',
        MIGRATIONS.join(),
      ];
      const { stdout } = await run(process.execPath, [join(app, COMMAND), ...scan], { cwd: app });
      expect(reported).toEqual(findingsIn(stdout));
      expect(reported).toContain('src/pages/mixed/index.vue:13:3 stopRecord rewritten REC001');
      // Browsers have not deprecated this one.
      const onGlobalProperty = [
        'src/pages/mixed/index.vue:24:34 getSystemInfoSync manual SYS126',
        'src/pages/plain/index.vue:18:33 getSystemInfoSync manual SYS126',
      ];
      expect(reported.filter((line) => line.endsWith('126'))).toEqual(
        platform === 'weapp' ? onGlobalProperty : [],
      );
    });
  });

  describe('weapp', () => {
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

    test('Vue 3, weapp: the canvas page draws on 2D canvases and exports one', () =>
      expectCanvas2d(weapp, VUE_CANVAS_PAGES));

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

/** The findings in a JSON report, a line for each. */
function findingsIn(report: string): string[] {
  const { files } = JSON.parse(report) as { files: { path: string; findings: Finding[] }[] };
  return files.flatMap(({ path, findings }) =>
    findings.map(
      ({ line, column, api, verdict, code }) => `${path}:${line}:${column} ${api} ${verdict} ${code}`,
    ),
  );
}
