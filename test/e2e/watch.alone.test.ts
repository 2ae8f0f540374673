import { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { build, filesOf, installExample, makeApp } from '../support/taro-app';
import { Watched } from '../support/watched';
import { replaceIn } from './library';

let installed: string;
beforeAll(async () => {
  installed = await installExample();
});

const page = (body: string) => `import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'

export default function Page() {
  const onClick = () => {
    ${body}
  }
  return <View onClick={onClick}>page</View>
}
`;
const PAGES = {
  manager: page('Taro.getRecorderManager().stop()'),
  talk: page("Taro.login({ success: () => Taro.showToast({ title: 'in' }) })"),
};

/** An app of two small pages that do not record. */
function smallApp(name: string, plugins: readonly unknown[]): string {
  const app = makeApp(installed, name, plugins);
  rmSync(join(app, 'src/pages'), { recursive: true });
  rmSync(join(app, 'src/utils'), { recursive: true });
  for (const [route, text] of Object.entries(PAGES)) {
    mkdirSync(join(app, 'src/pages', route), { recursive: true });
    writeFileSync(join(app, 'src/pages', route, 'index.tsx'), text);
  }
  const routes = Object.keys(PAGES).map((route) => `'pages/${route}/index'`);
  writeFileSync(
    join(app, 'src/app.config.ts'),
    `export default defineAppConfig({ pages: [${routes.join(', ')}] })\n`,
  );
  return app;
}

describe('taro build --watch', () => {
  let watched: Watched | undefined;
  afterEach(async () => {
    await watched?.stop();
    watched = undefined;
  });

  test.each([
    'webpack5',
    'vite',
  ] as const)('%s, weapp, watch: an edit adds and removes the rewrite, and reroutes the manager of another page', async (compiler) => {
    watched = new Watched(smallApp(`watch-${compiler}`, ['taro-modernize']), 'weapp', compiler);
    const manager = 'pages/manager/index.js';
    const talk = 'pages/talk/index.js';
    /** Taro's object is a default import; the runtime's function is a named import. */
    const isRouted = (text: string) =>
      !/(default\(?\)?|Taro)\.getRecorderManager|\(\)\.getRecorderManager/.test(text);
    await watched.until(talk, (text) => text.includes('.login('));
    await watched.until(manager, (text) => text.includes('getRecorderManager') && !isRouted(text));

    watched.edit('pages/talk/index.tsx', (text) => text.replace('Taro.login', 'Taro.startRecord'));
    await watched.until(talk, (text) => /\.start\(/.test(text) && !/\.(login|startRecord)\(/.test(text));
    await watched.until(manager, (text) => text.includes('getRecorderManager') && isRouted(text));

    watched.edit('pages/talk/index.tsx', (text) => text.replace('Taro.startRecord', 'Taro.login'));
    await watched.until(talk, (text) => text.includes('.login(') && !/\.start\(/.test(text));
  });

  test('Vite dev server, h5: modules are rewritten, and an edit reaches the browser', async () => {
    const app = smallApp('hmr', ['taro-modernize']);
    const port = await freePort();
    writeFileSync(
      join(app, 'config/dev.ts'),
      `export default { h5: { devServer: { port: ${port}, open: false } } } as any\n`,
    );
    watched = new Watched(app, 'h5', 'vite');
    const building = watched;
    const server = await building.waitFor(() => {
      const url = /http:\/\/[\w.]+:\d+/.exec(building.printed)?.[0];
      if (!url) throw new Error(`No address yet:\n${building.printed}`);
      return url;
    });
    const get = async (path: string) => (await fetch(new URL(path, server))).text();
    const path = '/pages/talk/index.tsx';
    const module = await building.waitFor(() => get(path));
    expect(module).toMatch(/\blogin\b/);

    const { WebSocket } = createRequire(join(installed, 'package.json'))('ws');
    const messages: { type: string; updates?: { path: string }[] }[] = [];
    const socket = new WebSocket(server.replace('http', 'ws'), 'vite-hmr');
    socket.on('message', (data: Buffer) => messages.push(JSON.parse(String(data))));
    try {
      await building.waitFor(() => expect(messages).toContainEqual({ type: 'connected' }));
      watched.edit('pages/talk/index.tsx', (text) => text.replace('Taro.login', 'Taro.startRecord'));
      await building.waitFor(() => {
        const told = messages.filter(({ type }) => type === 'update' || type === 'full-reload');
        expect(told).not.toEqual([]);
      });
      const updated = await get(`${path}?t=${Date.now()}`);
      expect(updated).toMatch(/recorder\.start\(/);
      expect(updated).not.toMatch(/startRecord/);
    } finally {
      socket.close();
    }
  });
});

describe('webpack’s persistent cache', () => {
  /** An app that records, with the cache enabled. */
  function cachingApp(name: string, plugins: readonly unknown[]): string {
    const app = smallApp(name, plugins);
    writeFileSync(
      join(app, 'src/pages/talk/index.tsx'),
      PAGES.talk.replace('Taro.login', 'Taro.startRecord'),
    );
    replaceIn(
      join(app, 'config/index.ts'),
      "sourceRoot: 'src',",
      "sourceRoot: 'src',\n  cache: { enable: true },",
    );
    return app;
  }
  const talk = async (app: string) =>
    filesOf((await build(app, 'weapp', 'webpack5')).folder).get('pages/talk/index.js')!;

  test('webpack’s persistent cache notices changed plugin options', async () => {
    const app = cachingApp('cache', [['taro-modernize', { migrations: [] }]]);
    expect(await talk(app)).toContain('.startRecord(');
    replaceIn(join(app, 'config/index.ts'), '{"migrations":[]}', '{}');
    expect(await talk(app)).not.toContain('.startRecord(');
    // The same options again: served from the cache and still rewritten.
    expect(await talk(app)).not.toContain('.startRecord(');
  });

  test('webpack’s persistent cache notices a new package version', async () => {
    const app = cachingApp('cache-version', ['taro-modernize']);
    const own = join(installed, 'node_modules/taro-modernize');
    const kept = join(app, 'kept');
    cpSync(own, kept, { recursive: true });
    try {
      const first = await talk(app);
      expect(first).toMatch(/\.start\(/);
      expect(first).toMatch(/title: ?["']in["']/);
      // Simulates a changed version. As long as the version number stays the same, the cache answers.
      appendFileSync(
        join(own, 'dist/integrations/webpack-loader.js'),
        `
module.exports = function (source, map) {
  exports.default.call(this, source.replace("title: 'in'", "title: 'newer'"), map);
};
`,
      );
      expect(await talk(app)).toBe(first);
      replaceIn(join(own, 'package.json'), /"version": "[^"]+"/, '"version": "99.0.0"');
      const second = await talk(app);
      expect(second).toMatch(/title: ?["']newer["']/);
      expect(second).toMatch(/\.start\(/);
    } finally {
      rmSync(own, { recursive: true });
      cpSync(kept, own, { recursive: true });
    }
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
