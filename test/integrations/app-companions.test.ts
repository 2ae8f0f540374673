import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppCompanions, type AppCompanionsOptions } from '../../src/integrations/app-companions';

let sourceRoot: string;
beforeEach(() => {
  sourceRoot = mkdtempSync(join(tmpdir(), 'sharing-'));
  mkdirSync(join(sourceRoot, 'pages'));
});
afterEach(() => rmSync(sourceRoot, { recursive: true, force: true }));

const write = (file: string, text: string) => writeFileSync(join(sourceRoot, file), text);
const CALL = "import Taro from '@tarojs/taro'\nTaro.startRecord({})\n";
const auto = () => sharing({ sourceRoot });

function sharing(options: AppCompanionsOptions) {
  const companions = new AppCompanions(options);
  return {
    get isOn() {
      return companions.isOn('shareManager');
    },
    refresh: () => companions.refresh(),
    see: companions.see.bind(companions),
  };
}

test("shareManager 'auto' is off while nothing in the project uses the recorder", () => {
  write('pages/a.ts', "import Taro from '@tarojs/taro'\nTaro.getRecorderManager().start({})\n");
  write('pages/camera.ts', "import Taro from '@tarojs/taro'\nTaro.createCameraContext().startRecord({})\n");
  write('pages/voice.ts', "import Taro from '@tarojs/taro'\nTaro.playVoice({ filePath: 'startRecord' })\n");
  write('pages/broken.ts', 'const startRecord = ;');
  expect(auto().isOn).toBe(false);
});

test("shareManager 'auto' is on if a call will be rewritten", () => {
  write('pages/a.ts', CALL);
  expect(auto().isOn).toBe(true);
});

test("shareManager 'auto' is on if the codemod has run, whatever it left", () => {
  write('pages/a.ts', "import { recorder } from '../taro-modernize/recorder'\nrecorder.start({})\n");
  expect(auto().isOn).toBe(true);
});

test("shareManager 'auto' decides once per build; the next build checks again until it has found the recorder", () => {
  const one = auto();
  expect(one.isOn).toBe(false);
  write('pages/a.ts', CALL);
  expect(one.isOn).toBe(false);
  one.refresh();
  expect(one.isOn).toBe(true);
  rmSync(join(sourceRoot, 'pages/a.ts'));
  one.refresh();
  expect(one.isOn).toBe(true);
});

test("shareManager 'auto' is on once the build has rewritten a recording in the sources (recordings in packages and voices do not count)", () => {
  const seen = auto();
  seen.see(join(sourceRoot, 'pages/a.ts'), ['voice', 'recorder']);
  expect(seen.isOn).toBe(true);
  const others = auto();
  others.see(join(sourceRoot, '../node_modules/lib/a.js'), ['recorder']);
  others.see(join(sourceRoot, 'pages/a.ts'), ['voice']);
  expect(others.isOn).toBe(false);
});

test.each([true, false])('shareManager %s does not scan the sources', (mode) => {
  write('pages/a.ts', CALL);
  const one = sharing({ modes: { shareManager: mode }, sourceRoot });
  one.refresh();
  one.see(join(sourceRoot, 'pages/a.ts'), ['recorder']);
  expect(one.isOn).toBe(mode);
});

test('a companion is on for a platform that needs it, unless the user turns it off', () => {
  expect(sharing({ platform: 'h5', sourceRoot }).isOn).toBe(true);
  expect(sharing({ platform: 'weapp', sourceRoot }).isOn).toBe(false);
  expect(sharing({ platform: 'h5', modes: { shareManager: false }, sourceRoot }).isOn).toBe(false);
});

test("shareAudioManager 'auto' depends on the runtime for background audio alone", () => {
  write('pages/a.ts', CALL);
  const isOn = () => new AppCompanions({ sourceRoot }).isOn('shareAudioManager');
  expect(isOn()).toBe(false);
  write('pages/b.ts', "import Taro from '@tarojs/taro'\nTaro.pauseBackgroundAudio()\n");
  expect(isOn()).toBe(true);
  expect(sharing({ sourceRoot }).isOn).toBe(true);
  rmSync(join(sourceRoot, 'pages/a.ts'));
  expect([isOn(), sharing({ sourceRoot }).isOn]).toEqual([true, false]);
});
