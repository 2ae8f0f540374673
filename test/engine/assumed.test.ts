import * as vueCompiler from '@vue/compiler-sfc';
import { describe, expect, it } from 'vitest';
import { type RewriteOptions, rewrite } from '../../src/project/rewrite';

/** Rewrites the location of a name in a text as if it were the platform's API. */
function assumedAt(text: string, name: string, options: Partial<RewriteOptions> = {}): string {
  const assumed = text.indexOf(name);
  const isSuppressed = (_migration: string, start: number) => start !== assumed;
  return rewrite(text, { filename: 'a.js', assumed, isSuppressed, ...options }).code;
}

describe('a location that is assumed to be the platform API', () => {
  const ROWS = [
    ['a parameter', 'export const f = (api) => api.startRecord({})', 'recorder.start({})'],
    [
      'a derived object',
      'const wxp = { ...wx }\nexport const f = () => wxp.startRecord({})',
      'recorder.start({})',
    ],
    ['an optional object', 'export const f = (api) => api?.startRecord({})', 'recorder.start({})'],
    ["a host's own API", 'export const f = (options) => my.startRecord(options)', 'recorder.start(options)'],
    ['a result', 'export const f = (ctx) => { ctx.setLineWidth(2) }', 'ctx.lineWidth = 2'],
  ] as const;
  for (const [what, text, expected] of ROWS)
    it(`is rewritten: ${what}`, () => {
      const name = /startRecord|setLineWidth/.exec(text)![0];
      const before = `Taro.createCanvasContext('a')\n`;
      const source = name === 'setLineWidth' ? `import Taro from '@tarojs/taro'\n${before}${text}` : text;
      expect(assumedAt(source, name, { platforms: ['weapp'] })).toContain(expected);
    });

  it('is the only one that is rewritten', () => {
    const text = 'export const f = (api) => { api.startRecord({}); api.stopRecord(); wx.playVoice({}) }';
    expect(assumedAt(text, 'stopRecord')).toContain(
      '{ api.startRecord({}); recorder.stop(); wx.playVoice({}) }',
    );
  });

  it('stays if the object is certainly another one', () => {
    const text = 'const camera = { startRecord() {} }\nexport const f = () => camera.startRecord()';
    expect(rewrite(text, { filename: 'a.js', assumed: text.lastIndexOf('startRecord') }).code).toBe(text);
  });

  it('stays in a template without script setup, where the name of the runtime is unknown', () => {
    const text =
      '<template>\n  <view @tap="Taro.stopRecord()" />\n</template>\n<script>\nexport default {}\n</script>\n';
    expect(assumedAt(text, 'stopRecord', { filename: 'a.vue', vueCompiler })).toBe(text);
  });
});
