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

test('the catalogue matches the typings; update it with node scripts/catalogue.mjs', () => {
  expect(typings).toEqual(readTypings());
});

test('the catalogue has every @deprecated tag of the typings', () => {
  const file = join(ROOT, 'node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts');
  const tags = readFileSync(file, 'utf8').match(/@deprecated/g)!.length;
  const isTagged = ({ platform, since }: { platform: string; since?: string }) =>
    platform === 'weapp' && since !== undefined;
  const overloads = 2; // of CanvasContext.drawImage
  const tagged = typings.apis.filter(isTagged).length + overloads;
  const objects = typings.others.filter((one) => one === 'weapp: CanvasContext').length;
  expect(tagged + objects).toBe(tags);
});

test('a catalogue entry has the facts from the typings', () => {
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

describe('the hand-written part of the catalogue', () => {
  test('the hand-written part repeats nothing from the typings', () => {
    const tagged = typings.apis.map(({ platform, api }) => `${platform} ${api}`);
    expect(untagged.filter(({ platform, api }) => tagged.includes(`${platform} ${api}`))).toEqual([]);
  });

  test('the hand-written part has each of its APIs once, and all are in the catalogue', () => {
    const known = catalogue.map(({ api }) => api);
    const advised = advice.flatMap(({ apis }) => apis);
    for (const names of [required, advised]) {
      expect(names.filter((api) => !known.includes(api))).toEqual([]);
      expect(names.filter((api, index) => names.indexOf(api) !== index)).toEqual([]);
    }
  });

  test('every API without a migration has advice', () => {
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

  test('the catalogue has every API that a migration replaces, so that its level is chosen', () => {
    // Taro's own, which is not deprecated.
    const others = ['canIUseWebp', ...catalogue.map(({ api }) => api)];
    const missing = migrations
      .flatMap(({ apis }) => Object.keys(apis))
      .filter((api) => !others.includes(api));
    const todo = `add an entry to \`untagged\` in src/migrations/catalogue/by-hand.ts, and the name to \`required\`
if a host has removed the API: builds report no manual findings of other APIs`;
    expect(missing, `${missing.join(', ')}: ${todo}`).toEqual([]);
  });

  test('all advice is in both languages', () => {
    for (const one of advice) {
      for (const api of one.apis) expect(adviceOn(entry(api) ?? entry(api, 'alipay'))).toBe(one);
      for (const said of [one.why, ...(typeof one.use === 'object' ? [one.use] : [])]) {
        expect(said.en).not.toBe(said.zh);
      }
      expect(one.why.zh).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('actions of taro-modernize', () => {
  test.each([
    ['startRecord', 'rewritten'],
    ['getSystemInfoSync', 'rewritten'],
    ['createCanvasContext', 'opt-in'],
    ['AudioContext.setSrc', 'reported'],
    ['MapContext.translateMarker', 'reported'],
    ['CanvasContext.arc', 'by-creator'],
    ['IsoDep.isConnected', 'listed'],
  ])('the action for %s is %s', (api, action) => {
    expect(actionOf(entry(api), migrations)).toBe(action);
  });

  test('an API whose migration is for another host is listed', () => {
    const ofAlipay = catalogue.find(
      ({ api, platform }) => api === 'createCanvasContext' && platform === 'alipay',
    )!;
    expect(actionOf(ofAlipay, migrations)).toBe('listed');
  });

  test('an API is removed from deprecated-apis once a migration rewrites it', () => {
    const without = migrations.filter(({ name }) => name !== 'play-voice-to-inner-audio-context');
    expect(actionOf(entry('playVoice'), without)).toBe('listed');
    const optIn = migrations.map((migration) =>
      migration.name === 'play-voice-to-inner-audio-context' ? { ...migration, optIn: true } : migration,
    );
    expect(actionOf(entry('playVoice'), optIn)).toBe('opt-in');
  });
});

test('the level of an API is required if the host has removed it or warns', () => {
  expect(levelOf(entry('getSystemInfoSync'))).toBe('required');
  expect(levelOf(entry('getUserProfile'))).toBe('required');
  expect(levelOf(entry('createCanvasContext'))).toBe('advised');
});

describe('catalogue for a base library', () => {
  const apisFor = (target: string) =>
    selectMigrations(undefined, { target }).flatMap(({ apis, results = {} }) => [
      ...Object.keys(apis),
      ...Object.values(results).flatMap((members) => Object.keys(members)),
    ]);

  test('a base library has only the APIs deprecated in it', () => {
    expect(apisFor('2.20.0')).not.toContain('getSystemInfo');
    expect(apisFor('2.20.1')).toContain('getSystemInfo');
    expect(apisFor('1.9.89')).not.toContain('setFillStyle');
    expect(apisFor('1.9.90')).toContain('setFillStyle');
    expect(apisFor('1.5.9')).not.toContain('startRecord');
    expect(apisFor('1.6')).toContain('startRecord');
  });

  test('a base library has only APIs with a replacement in it', () => {
    // Removed on all versions, but the replacement components exist from 2.21.2 on.
    expect(apisFor('2.21.1')).not.toContain('getUserInfo');
    expect(apisFor('2.21.2')).toContain('getUserInfo');
    expect(apisFor('2.19.0')).not.toContain('faceDetect');
  });

  test('the latest base library has all deprecated APIs', () => {
    expect(apisFor('99.0.0')).toEqual(
      selectMigrations().flatMap(({ apis, results = {} }) => [
        ...Object.keys(apis),
        ...Object.values(results).flatMap((members) => Object.keys(members)),
      ]),
    );
  });

  test('base library versions are compared as numbers', () => {
    expect(compareVersions('2.9.0', '2.10.0')).toBeLessThan(0);
    expect(compareVersions('2.10', '2.10.0')).toBe(0);
  });
});

test('a platform has only the APIs that it has deprecated', () => {
  const reportedOn = (platform: string) =>
    Object.keys(selectMigrations([REPORT_ONLY], { platforms: [platform] })[0]?.apis ?? {});
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

test('the last part of an API name is its member', () => {
  expect(bareName('CanvasContext.arc')).toBe('arc');
  expect(bareName('startRecord')).toBe('startRecord');
});
