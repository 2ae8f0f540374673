import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
// @ts-expect-error scripts are plain JavaScript without declarations
import { readTypings } from '../../scripts/catalogue.mjs';
import { actionOf, catalogue, levelOf, migrations, selectMigrations } from '../../src/migrations';
import { adviceOn, bareName, handlerOf } from '../../src/migrations/catalogue';
import { advice, required, untagged } from '../../src/migrations/catalogue/by-hand';
import typings from '../../src/migrations/catalogue/typings.json';
import { REPORT_ONLY } from '../../src/migrations/report-only';
import { compareVersions } from '../../src/migrations/version';

const ROOT = join(import.meta.dirname, '../..');
const entry = (api: string, platform = 'weapp') =>
  catalogue.find((one) => one.api === api && one.platform === platform)!;

test('the data is what the typings say: node scripts/catalogue.mjs writes it anew', () => {
  expect(typings).toEqual(readTypings());
});

test('every tag of the typings is in the data', () => {
  const file = join(ROOT, 'node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts');
  const tags = readFileSync(file, 'utf8').match(/@deprecated/g)!.length;
  const isTagged = ({ platform, since }: { platform: string; since?: string }) =>
    platform === 'weapp' && since !== undefined;
  const overloads = 2; // of CanvasContext.drawImage
  const tagged = typings.apis.filter(isTagged).length + overloads;
  const objects = typings.others.filter((one) => one === 'weapp: CanvasContext').length;
  expect(tagged + objects).toBe(tags);
});

test('an entry has what the typings say of it', () => {
  expect(entry('chooseImage')).toEqual({
    platform: 'weapp',
    api: 'chooseImage',
    since: '2.21.0',
    replacements: [{ name: 'chooseMedia', since: '2.10.0' }],
    page: 'https://developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.chooseImage.html',
  });
  expect(entry('CanvasContext.setShadow')).toMatchObject({
    of: 'createCanvasContext',
    since: '1.9.90',
    replacements: ['X', 'Y']
      .map((axis) => ({ name: `CanvasContext.shadowOffset${axis}`, since: '1.9.90' }))
      .concat(['Color', 'Blur'].map((what) => ({ name: `CanvasContext.shadow${what}`, since: '1.9.90' }))),
  });
  expect(entry('MapContext.translateMarker')).toMatchObject({
    of: 'createMapContext',
    replacements: [{ name: 'MapContext.moveAlong', since: '2.13.0' }],
  });
  expect(entry('faceDetect').replacements).toEqual([{ name: 'createVKSession', since: '2.20.0' }]);
  expect(entry('getParentAppId', 'alipay').replacements).toEqual([{ name: 'getParentAppIdSync' }]);
});

describe('the part that is kept by hand', () => {
  test('has nothing that the typings have', () => {
    const tagged = typings.apis.map(({ platform, api }) => `${platform} ${api}`);
    expect(untagged.filter(({ platform, api }) => tagged.includes(`${platform} ${api}`))).toEqual([]);
  });

  test('is about APIs of the catalogue, and about each once', () => {
    const known = catalogue.map(({ api }) => api);
    const advised = advice.flatMap(({ apis }) => apis);
    for (const names of [required, advised]) {
      expect(names.filter((api) => !known.includes(api))).toEqual([]);
      expect(names.filter((api, index) => names.indexOf(api) !== index)).toEqual([]);
    }
  });

  test('says what to do about every API that no migration has', () => {
    const left = catalogue.filter(
      (one) =>
        one.of === undefined &&
        !one.api.includes('.') &&
        !migrations.some((migration) => handlerOf(migration, one)),
    );
    expect(
      left.map(({ api }) => `${api}: add a line to the advice in src/migrations/catalogue/by-hand.ts`),
    ).toEqual([]);
  });

  test('says something to do, in both languages', () => {
    for (const one of advice) {
      for (const api of one.apis) expect(adviceOn(entry(api) ?? entry(api, 'alipay'))).toBe(one);
      for (const said of [one.why, ...(typeof one.use === 'object' ? [one.use] : [])]) {
        expect(said.en).not.toBe(said.zh);
      }
      expect(one.why.zh).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('what taro-modernize does', () => {
  test.each([
    ['startRecord', 'rewritten'],
    ['getSystemInfoSync', 'rewritten'],
    ['createCanvasContext', 'reported'],
    ['AudioContext.setSrc', 'reported'],
    ['MapContext.translateMarker', 'reported'],
    ['CanvasContext.arc', 'by-creator'],
    ['IsoDep.isConnected', 'listed'],
  ])('%s is %s', (api, action) => {
    expect(actionOf(entry(api), migrations)).toBe(action);
  });

  test('follows the migrations: what one takes on is no longer reported', () => {
    const without = migrations.filter(({ name }) => name !== 'play-voice-to-inner-audio-context');
    expect(actionOf(entry('playVoice'), without)).toBe('listed');
    const optIn = migrations.map((migration) =>
      migration.name === 'play-voice-to-inner-audio-context' ? { ...migration, optIn: true } : migration,
    );
    expect(actionOf(entry('playVoice'), optIn)).toBe('opt-in');
  });
});

test('the level of an API is required where the host withdrew it or warns', () => {
  expect(levelOf(entry('getSystemInfoSync'))).toBe('required');
  expect(levelOf(entry('getUserProfile'))).toBe('required');
  expect(levelOf(entry('createCanvasContext'))).toBe('advised');
});

describe('a base library', () => {
  const apisFor = (target: string) =>
    selectMigrations(undefined, { target }).flatMap(({ apis, results = {} }) => [
      ...Object.keys(apis),
      ...Object.values(results).flatMap((members) => Object.keys(members)),
    ]);

  test('has only what is deprecated there', () => {
    expect(apisFor('2.20.0')).not.toContain('getSystemInfo');
    expect(apisFor('2.20.1')).toContain('getSystemInfo');
    expect(apisFor('1.9.89')).not.toContain('setFillStyle');
    expect(apisFor('1.9.90')).toContain('setFillStyle');
    expect(apisFor('1.5.9')).not.toContain('startRecord');
    expect(apisFor('1.6')).toContain('startRecord');
  });

  test('has only what there is a replacement for', () => {
    // Withdrawn everywhere, but the components are in 2.21.2.
    expect(apisFor('2.21.1')).not.toContain('getUserInfo');
    expect(apisFor('2.21.2')).toContain('getUserInfo');
    expect(apisFor('2.19.0')).not.toContain('faceDetect');
  });

  test('a new one has all', () => {
    expect(apisFor('99.0.0')).toEqual(
      selectMigrations().flatMap(({ apis, results = {} }) => [
        ...Object.keys(apis),
        ...Object.values(results).flatMap((members) => Object.keys(members)),
      ]),
    );
  });

  test('counts by numbers', () => {
    expect(compareVersions('2.9.0', '2.10.0')).toBeLessThan(0);
    expect(compareVersions('2.10', '2.10.0')).toBe(0);
  });
});

test('a platform has only what it has deprecated', () => {
  const reportedOn = (platform: string) =>
    Object.keys(selectMigrations([REPORT_ONLY], { platform })[0]?.apis ?? {});
  expect(reportedOn('weapp')).toContain('getUserInfo');
  expect(reportedOn('weapp')).not.toContain('getClipboard');
  expect(reportedOn('alipay')).toEqual([
    'closeSocket',
    'createCanvasContext',
    'getClipboard',
    'getParentAppId',
    'httpRequest',
  ]);
  expect(reportedOn('h5')).toEqual([]);
});

test('the last part of a name is that of the member', () => {
  expect(bareName('CanvasContext.arc')).toBe('arc');
  expect(bareName('startRecord')).toBe('startRecord');
});
