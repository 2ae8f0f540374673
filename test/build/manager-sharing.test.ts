import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ManagerSharing } from '../../src/build/manager-sharing';

let sourceRoot: string;
beforeEach(() => {
  sourceRoot = mkdtempSync(join(tmpdir(), 'sharing-'));
  mkdirSync(join(sourceRoot, 'pages'));
});
afterEach(() => rmSync(sourceRoot, { recursive: true, force: true }));

const write = (file: string, text: string) => writeFileSync(join(sourceRoot, file), text);
const auto = () => new ManagerSharing({ mode: 'auto', sourceRoot });

test('auto is off while nothing in the project uses the recorder', () => {
  write('pages/a.ts', "import Taro from '@tarojs/taro'\nTaro.getRecorderManager().start({})\n");
  write('pages/camera.ts', "import Taro from '@tarojs/taro'\nTaro.createCameraContext().startRecord({})\n");
  write('pages/broken.ts', 'const startRecord = ;');
  const sharing = auto();
  expect(sharing.refresh()).toBe(false);
  expect(sharing.isOn).toBe(false);
});

test('auto is on where a call is to be rewritten', () => {
  write('pages/a.ts', "import Taro from '@tarojs/taro'\nTaro.startRecord({})\n");
  const sharing = auto();
  expect(sharing.refresh()).toBe(true);
  expect(sharing.isOn).toBe(true);
});

test('auto is on where the codemod has been, whatever it left', () => {
  write('pages/a.ts', "import { recorder } from '../taro-modernize/recorder'\nrecorder.start({})\n");
  const sharing = auto();
  sharing.refresh();
  expect(sharing.isOn).toBe(true);
});

test('auto looks again until it has found the first, and tells of the change once', () => {
  const sharing = auto();
  expect(sharing.refresh()).toBe(false);
  write('pages/a.ts', "import Taro from '@tarojs/taro'\nTaro.startRecord({})\n");
  expect(sharing.refresh()).toBe(true);
  expect(sharing.refresh()).toBe(false);
  expect(sharing.isOn).toBe(true);
});

test.each([true, false])('%s needs no look', (mode) => {
  write('pages/a.ts', "import Taro from '@tarojs/taro'\nTaro.startRecord({})\n");
  const sharing = new ManagerSharing({ mode, sourceRoot });
  expect(sharing.refresh()).toBe(false);
  expect(sharing.isOn).toBe(mode);
});
