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

/** What components measure and draw with: takes any call, and never answers. */
const SILENT: unknown = new Proxy(() => SILENT, {
  get(_, name) {
    if (name === 'then') return undefined;
    return name === Symbol.toPrimitive ? () => '' : SILENT;
  },
});

/** What the libraries on the pages of a built app ask the host, until an effect of theirs shows. */
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
  // vantui asks for the user's name and picture, which WeChat has withdrawn.
  ['webpack5', ['pages/taro/index', 'pages/others/index'], ['getUserProfile', 'getUserInfo']],
  ['vite', ['pages/taro/index'], []],
] as const)('libraries that call the deprecated functions, in a weapp app built with %s', (compiler, pages, left) => {
  test('call none of them any more', async () => {
    const app = makeApp(installed, compiler, [['taro-modernize', { include: LIBRARIES }]], 'libraries');
    const { folder, printed } = await build(app, 'weapp', compiler);
    expect(printed).toMatch(/\[taro-modernize\] \d+ rewritten in \d+ files?, /);
    expect(printed.match(/\w+(?= is left as it is)/g) ?? []).toEqual(left);
    const calls = await callsOf(folder, pages);
    expect(calls).toContain('getWindowInfo');
    expect(calls.filter((name) => name.startsWith('getSystemInfo'))).toEqual([]);
  });
});
