import { expect, vi } from 'vitest';
import { type BaseLibrary, FakeSystem } from '../support/fake-system';
import { FakeWx } from '../support/fake-wx';
import { Weapp } from '../support/weapp-harness';

/** The example's pages that read system information. */
export const SYSTEM_PAGES = ['pages/nav-bar/index', 'pages/device/index', 'pages/feedback/index'];

/** The known texts of these pages on a phone that answers like `FakeSystem`. */
export const SHOWN = {
  bar: ['android 47 47', '92rpx'],
  device: ['iPhone / iPhone 15 / iOS 17.4 / .webp', '已允许定位'],
  size: '391x753 zh_CN',
  feedback: ['android', '完整 iPhone 15 3 true'],
};

/** The functions that WeChat has deprecated. */
const isOld = (name: string) => name.startsWith('getSystemInfo');

function phone(library: BaseLibrary): FakeSystem {
  const system = new FakeSystem({ library });
  system.set({ platform: 'android' });
  return system;
}

/** Opens the pages in a built weapp app and uses them like a user. */
export async function openSystemPages(folder: string, library: BaseLibrary) {
  const system = phone(library);
  const client = new FakeWx(system);
  const app = new Weapp(folder, client);
  const open = async (route: string) => {
    const page = app.open(route);
    await vi.waitFor(() => expect(page.text('status')).not.toBe(''));
    return page;
  };
  const bar = await open('pages/nav-bar/index');
  const device = await open('pages/device/index');
  device.tap('测量窗口');
  await vi.waitFor(() => expect(device.text('size')).not.toBe(''));
  device.tap('检查版本');
  await vi.waitFor(() => expect(device.text('version')).not.toBe(''));
  const feedback = await open('pages/feedback/index');
  await vi.waitFor(() => expect(feedback.text('status')).not.toBe(''));
  feedback.tap('提交反馈');
  await vi.waitFor(() => expect(feedback.text('result')).not.toBe(''));
  return {
    shown: {
      bar: [bar.text('status'), bar.text('result')],
      device: [device.text('status'), device.text('result')],
      size: device.text('size'),
      feedback: [feedback.text('status'), feedback.text('result')],
    },
    version: device.text('version'),
    sent: JSON.parse(String(client.stored.get('system'))) as Record<string, unknown>,
    /** Calls of the deprecated functions and of their replacements. */
    old: system.calls.filter(isOld),
    modern: system.calls.filter((name) => !isOld(name)),
  };
}

/**
 * Expects the pages to show the same values as before, without deprecated calls where the host has the modern
 * functions.
 */
export async function expectModern(folder: string): Promise<void> {
  for (const library of ['2.10.0', '2.23.4', '3.7.0'] as const) {
    const { shown, version, sent, old, modern } = await openSystemPages(folder, library);
    expect(shown).toEqual(SHOWN);
    expect(version).toBe(`${library} @3x`);
    expect(sent).toMatchObject(JSON.parse(JSON.stringify(phone(library).apis.getSystemInfoSync!())));
    if (library === '2.10.0') expect(modern).toEqual([]);
    else expect(old).toEqual([]);
  }
}
