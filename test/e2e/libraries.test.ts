import { beforeAll, describe, expect, test, vi } from 'vitest';
import { FakeSystem } from '../support/fake-system';
import { FakeWx } from '../support/fake-wx';
import { build, installApp, makeApp } from '../support/taro-app';
import { Weapp } from '../support/weapp-harness';

const LIBRARIES = ['@antmjs/vantui', '@nutui/nutui-react-taro', 'taro-ui'];

let installed: string;
beforeAll(() => {
  installed = installApp('libraries');
});

/** Stub for the host functions that components measure and draw with: accepts any call and never answers. */
const SILENT: unknown = new Proxy(() => SILENT, {
  get(_, name) {
    if (name === 'then') return undefined;
    return name === Symbol.toPrimitive ? () => '' : SILENT;
  },
});

/** The host functions that the libraries on a built app's pages call, up to a visible effect. */
async function callsOf(folder: string, pages: readonly string[]): Promise<string[]> {
  const system = new FakeSystem();
  const client = new FakeWx(system);
  for (const name of ['createSelectorQuery', 'createIntersectionObserver', 'createOffscreenCanvas'])
    client.wx[name] = () => SILENT;
  const app = new Weapp(folder, client);
  let before = 0;
  for (const page of pages) {
    const opened = app.open(page);
    await vi.waitFor(() => expect(opened.text('status')).not.toBe(''));
    await vi.waitFor(() => expect(system.calls.length).toBeGreaterThan(before));
    before = system.calls.length;
  }
  return system.calls;
}

describe.each([
  // vantui asks for the user's name and picture, which WeChat no longer provides.
  ['webpack5', ['pages/taro/index', 'pages/others/index'], ['getUserProfile', 'getUserInfo']],
  ['vite', ['pages/taro/index'], []],
] as const)('component libraries in a weapp app built with %s', (compiler, pages, left) => {
  test('component libraries no longer call the deprecated functions', async () => {
    const app = makeApp(installed, compiler, [['taro-modernize', { include: LIBRARIES }]], 'libraries');
    const { folder, printed } = await build(app, 'weapp', compiler);
    expect(printed).toMatch(/\[taro-modernize\] \d+ rewritten in \d+ files?, /);
    expect(printed.match(/\w+(?= needs a manual change)/g) ?? []).toEqual(left);
    const calls = await callsOf(folder, pages);
    expect(calls).toContain('getWindowInfo');
    expect(calls.filter((name) => name.startsWith('getSystemInfo'))).toEqual([]);
  });
});
