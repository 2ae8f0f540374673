import { vi } from 'vitest';
import { FakeSystem } from '../support/fake-system';
import { FakeWx } from '../support/fake-wx';
import { Weapp } from '../support/weapp-harness';
import { pass } from './pages';

/** The component libraries of the example that call deprecated functions. */
const LIBRARIES = ['@antmjs/vantui', '@nutui/nutui-react-taro', 'taro-ui'];

/** The plugin in an app that lists them. */
export const INCLUDING = [['taro-modernize', { include: LIBRARIES }]];

/** The example's pages with these libraries. */
export const LIBRARY_PAGE = 'packages/ui/recordings/index';
/** The example's page with a library of Taro. */
export const WATER_FLOW = 'packages/ui/square/index';

/** Stub for the host functions that components measure and draw with: accepts any call and never answers. */
const SILENT: unknown = new Proxy(() => SILENT, {
  get(_, name) {
    if (name === 'then') return undefined;
    return name === Symbol.toPrimitive ? () => '' : SILENT;
  },
});

/**
 * Opens pages of a built weapp app.
 * @returns what they show, and which deprecated and modern functions for system information they call
 */
export async function openLibraryPages(folder: string, pages: readonly string[]) {
  const system = new FakeSystem();
  const client = new FakeWx(system);
  for (const name of ['createSelectorQuery', 'createIntersectionObserver', 'createOffscreenCanvas'])
    client.wx[name] = () => SILENT;
  vi.useFakeTimers();
  try {
    const app = new Weapp(folder, client);
    const shown: string[] = [];
    for (const route of pages) {
      const page = app.open(route);
      await pass(1000);
      if (route === LIBRARY_PAGE) {
        page.tap('播放设置');
        await pass(1000);
      }
      shown.push(page.text('page'));
    }
    const isOld = (name: string) => name.startsWith('getSystemInfo');
    return {
      shown,
      old: system.calls.filter(isOld),
      modern: system.calls.filter((name) => !isOld(name)),
    };
  } finally {
    vi.useRealTimers();
  }
}
