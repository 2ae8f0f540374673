import { describe, expect, test } from 'vitest';
import { catalogue, migrations } from '../../src/migrations';
import { columnsOf, padded, wrapped } from '../../src/report/text/columns';
import { inProcess } from './support/in-process';

const list = async (...args: string[]) => (await inProcess('/', ['list', ...args])).stdout;

describe('list', () => {
  test.each(['en', 'zh'])('list prints an 80-column table in %s that only links exceed', async (lang) => {
    const lines = (await list('--lang', lang)).split('\n');
    expect(lines.filter((line) => columnsOf(line) > 80 && !line.includes('https://'))).toEqual([]);
  });

  test('list shows every migration with its purpose, and every API', async () => {
    const shown = await list();
    for (const { name, summary, guide } of migrations) {
      const page = `/docs/migrations/${guide}.md`;
      for (const text of [name, summary.en.split(' → ')[0]!, page]) expect(shown).toContain(text);
    }
    expect(shown).toMatch(/^ {2}startRecord +1\.6\.0 +required +getRecorderManager 1\.6\.0$/m);
    expect(shown).toMatch(/^ {2}createCanvasContext +2\.9\.0 +advised +Canvas 2\.7\.0$/m);
    expect(shown).toMatch(/^ {2}getClipboard \(alipay\) +required$/m);
    expect(shown).toMatch(/^ {2}canvas\.canvas-id +2\.9\.0 +advised +type="2d" and id$/m);
    expect(shown).toMatch(/^ {2}slider\.selected-color \(weapp,tt\) +advised +active-color$/m);
    expect(shown).toMatch(/^ {2}CanvasContext\.arc \+ 31 +2\.9\.0 +advised +RenderingContext$/m);
  });

  test('list --json has all facts, without colors or translated text', async () => {
    const { version, apis, migrations: some } = JSON.parse(await list('--json', '--lang', 'zh'));
    expect(version).toBe(1);
    expect(some.map(({ name }: { name: string }) => name)).toEqual(migrations.map(({ name }) => name));
    expect(apis).toHaveLength(catalogue.length);
    expect(apis).toContainEqual({
      platform: 'weapp',
      api: 'startRecord',
      since: '1.6.0',
      replacements: [{ name: 'getRecorderManager', since: '1.6.0' }],
      page: 'https://developers.weixin.qq.com/miniprogram/dev/api/media/recorder/wx.startRecord.html',
      level: 'required',
      action: 'rewritten',
      migration: 'start-record-to-recorder-manager',
    });
    expect(apis.find(({ api }: { api: string }) => api === 'CanvasContext.arc')).toMatchObject({
      of: 'createCanvasContext',
      action: 'by-creator',
    });
  });

  test('list --json has components and attributes with their kinds', async () => {
    const { markup } = JSON.parse(await list('--json', '--lang', 'zh'));
    expect(markup).toContainEqual({
      api: 'canvas.canvas-id',
      kind: 'attribute',
      platforms: ['weapp'],
      since: '2.9.0',
      replacement: 'type="2d" and id',
      level: 'advised',
      page: 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/canvas-legacy-migration.html',
      action: 'opt-in',
      migration: 'create-canvas-context-to-canvas-2d',
    });
    const { markup: others } = JSON.parse(await list('--json', '--only', migrations[0]!.name));
    expect(others).toEqual([]);
  });
});

describe('list for an app', () => {
  const apisOf = async (...args: string[]) =>
    (JSON.parse(await list('--json', ...args)).apis as { api: string; platform: string }[]).map(
      ({ api, platform }) => `${api} (${platform})`,
    );

  test('list --target omits APIs that the base library has not deprecated or cannot replace', async () => {
    const apis = await apisOf('--target', '2.9.0');
    expect(apis).toContain('startRecord (weapp)');
    expect(apis).toContain('CanvasContext.arc (weapp)');
    expect(apis).not.toContain('getSystemInfo (weapp)');
    expect(await apisOf('--target', '2.8.0')).not.toContain('CanvasContext.arc (weapp)');
    const shown = await list('--target', '2.9.0');
    expect(shown).toContain('start-record-to-recorder-manager');
    expect(shown).not.toContain('get-system-info-to-window-info');
    expect(await list('--target', '99.0')).toBe(await list());
  });

  test('list --platform omits APIs that none of the platforms has deprecated', async () => {
    const apis = await apisOf('--platform', 'alipay');
    expect(apis).toContain('getClipboard (alipay)');
    expect(apis, 'removed on every platform').toContain('startRecord (weapp)');
    expect(apis).not.toContain('saveFile (weapp)');
    expect(apis).not.toContain('CanvasContext.setFillStyle (weapp)');
    expect(apis).not.toContain('CanvasContext.arc (weapp)');
    const both = await apisOf('--platform', 'alipay,weapp');
    expect(both).toEqual(expect.arrayContaining([...apis, 'saveFile (weapp)', 'CanvasContext.arc (weapp)']));
  });

  test('list --only selects migrations', async () => {
    expect(await apisOf('--only', 'play-voice-to-inner-audio-context')).toEqual([
      'pauseVoice (weapp)',
      'playVoice (weapp)',
      'stopVoice (weapp)',
    ]);
  });
});

test('a Chinese character counts as two columns', () => {
  expect(columnsOf('建议 a（b）')).toBe(4 + 1 + 1 + 2 + 1 + 2);
  expect(padded('建议', 6)).toBe('建议  ');
  expect(padded('too long', 4)).toBe('too long ');
  expect(wrapped(['one', 'two', 'three'], 9)).toEqual(['one, two,', 'three']);
});
