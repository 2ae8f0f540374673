import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { FakeWx } from '../support/fake-wx';
import { build, type Compiler, filesOf, installExample, makeApp, type Platform } from '../support/taro-app';
import { Weapp } from '../support/weapp-harness';

/** A page that reads system information in the usual ways. */
const PAGE = `import { useMemo, useState } from 'react'
import { View, Text, Button } from '@tarojs/components'
import Taro, { getSystemInfoSync } from '@tarojs/taro'

const { windowWidth, platform } = Taro.getSystemInfoSync()
const info = Taro.getSystemInfoSync()
let cached
const load = () => {
  if (!cached) cached = Taro.getSystemInfoSync()
  return cached
}

export default function SystemInfo() {
  const [later, setLater] = useState('')
  const system = useMemo(() => Taro.getSystemInfoSync(), [])
  const read = async () => {
    const { SDKVersion } = await Taro.getSystemInfo()
    Taro.getSystemInfo({ success: (res) => setLater([SDKVersion, res.windowWidth, res.errMsg].join(' ')) })
  }
  const values = [
    windowWidth, platform, info.pixelRatio, info.SDKVersion, getSystemInfoSync().windowWidth, system.platform,
    load().pixelRatio, Taro.getSystemInfoSync().locationAuthorized ? 'located' : 'hidden',
  ]
  return (
    <View>
      <Text className='values'>{values.join(' ')}</Text>
      <Button className='read' onClick={read}>read</Button>
      <Text className='later'>{later}</Text>
    </View>
  )
}
`;

let installed: string;
beforeAll(() => {
  installed = installExample();
});

async function built(platform: Platform, compiler: Compiler, plugins: readonly unknown[]): Promise<string> {
  const app = makeApp(installed, `system-${platform}-${compiler}-${plugins.length}`, plugins);
  const page = join(app, 'src/pages/system-info');
  mkdirSync(page);
  writeFileSync(join(page, 'index.tsx'), PAGE);
  const config = join(app, 'src/app.config.ts');
  const text = readFileSync(config, 'utf8');
  writeFileSync(config, text.replace(/pages: \[[^\]]*\]/, "pages: ['pages/system-info/index']"));
  return (await build(app, platform, compiler)).folder;
}

/** What the page shows, and the names of the system's functions that it has called. */
async function driven(folder: string): Promise<{ values: string; later: string; calls: string[] }> {
  const client = new FakeWx();
  const calls: string[] = [];
  const { wx } = client;
  const facts = { windowWidth: 375, pixelRatio: 2, platform: 'devtools', SDKVersion: '3.7.0' };
  const api = (name: string, answer: () => object) => {
    wx[name] = (option?: { success?: (result: object) => void }) => {
      calls.push(name);
      const result = answer();
      option?.success?.({ ...result, errMsg: `${name}:ok` });
      return result;
    };
  };
  const old = () => ({ ...facts, locationAuthorized: true });
  api('getSystemInfoSync', old);
  api('getSystemInfo', old);
  api('getWindowInfo', () => ({ windowWidth: 375, pixelRatio: 2 }));
  api('getDeviceInfo', () => ({ platform: 'devtools' }));
  api('getAppBaseInfo', () => ({ SDKVersion: '3.7.0', fontSizeSetting: 17 }));
  api('getSystemSetting', () => ({ wifiEnabled: true }));
  api('getAppAuthorizeSetting', () => ({ locationAuthorized: 'authorized' }));
  const page = new Weapp(folder, client).open('pages/system-info/index');
  await vi.waitFor(() => expect(page.text('values')).not.toBe(''));
  page.tap('read');
  await vi.waitFor(() => expect(page.text('later')).not.toBe(''));
  return { values: page.text('values'), later: page.text('later'), calls };
}

describe.each(['webpack5', 'vite'] as const)('a weapp app, built with %s', (compiler) => {
  test('shows the same values, and calls no old function', async () => {
    const before = await driven(await built('weapp', compiler, []));
    const after = await driven(await built('weapp', compiler, ['taro-modernize']));
    expect(before.values).toBe('375 devtools 2 3.7.0 375 devtools 2 located');
    expect(before.calls).toContain('getSystemInfoSync');
    expect({ ...after, calls: [] }).toEqual({ ...before, calls: [] });
    expect(after.calls.filter((name) => name.startsWith('getSystemInfo'))).toEqual([]);
  });
});

test("Alipay's bundle is what it is without the plugin", async () => {
  const scripts = async (plugins: readonly unknown[]) =>
    [...filesOf(await built('alipay', 'webpack5', plugins))]
      .filter(([file]) => file.endsWith('.js'))
      // webpack makes the ids of modules from the loaders that they went through.
      .map(([file, text]) => [file, text.replace(/\d+/g, '').length]);
  expect(await scripts(['taro-modernize'])).toEqual(await scripts([]));
});
