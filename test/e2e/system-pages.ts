import { expect, vi } from 'vitest';
import { type BaseLibrary, FakeSystem } from '../support/fake-system';
import { FakeWx } from '../support/fake-wx';
import { Weapp } from '../support/weapp-harness';

/** The example's pages that read system information. */
export const SYSTEM_PAGES = ['pages/nav-bar/index', 'pages/device/index', 'pages/feedback/index'];

/** What these pages show, where the texts are known: on a phone that answers as `FakeSystem` does. */
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

/** Opens the pages in a built weapp app and uses them as a person does. */
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
    /** Calls of the deprecated functions, and of those that replace them. */
    old: system.calls.filter(isOld),
    modern: system.calls.filter((name) => !isOld(name)),
  };
}

/** The pages show what they showed before, and no deprecated function is called where the host has the modern ones. */
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
