import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en';
import { format, message } from '../../src/messages/format';
import type { Message, Messages } from '../../src/messages/message';
import { zh } from '../../src/messages/zh';

const reasonIn = (one: Message) => [format(one, 'en').reason, format(one, 'zh').reason];

describe('format', () => {
  it('format inserts values in the word order of each language', () => {
    expect(reasonIn(message('rewritten/routed', { to: 'getRecorderManager', runtime: 'recorder' }))).toEqual([
      "the manager is shared with the recorder through the runtime's getRecorderManager",
      '改为通过运行时的 getRecorderManager 获取，与 recorder 共用同一个管理器',
    ]);
  });

  it('format translates nested messages into the same language', () => {
    const cause = message('cause/typed-parameter', { name: 'api', type: 'Wechat' });
    expect(reasonIn(message('manual/undecided', { cause, to: 'recorder.start' }))).toEqual([
      'api is a parameter (Wechat), so it is unclear whether this is the platform API',
      'api 是参数（Wechat），无法确定这是不是平台的 API',
    ]);
  });

  it('format joins a list as the language does', () => {
    expect(reasonIn(message('manual/computed', { names: ['startRecord', 'stopRecord'], to: 'a' }))).toEqual([
      'the property name is computed and may be startRecord or stopRecord',
      '属性名是动态计算的，可能是 startRecord 或 stopRecord',
    ]);
    const names = [message('what/local', { name: 'a' }), message('what/plugin'), 3];
    expect(reasonIn(message('manual/computed', { names, to: 'a' }))).toEqual([
      'the property name is computed and may be a of this file, a plugin or 3',
      '属性名是动态计算的，可能是 这个文件中的 a、插件或 3',
    ]);
  });

  it('format puts a space between Chinese and other text, but not between Chinese and Chinese', () => {
    const chinese = (what: string | Message) =>
      format(message('ignored/other-object', { what }), 'zh').reason;
    expect(chinese('dd.device')).toBe('dd.device 的方法，不是同一个 API');
    expect(chinese(message('what/package', { name: 'uni' }))).toBe('uni 包的方法，不是同一个 API');
    expect(chinese(message('what/plugin'))).toBe('插件的方法，不是同一个 API');
    expect(chinese('录音')).toBe('录音的方法，不是同一个 API');
  });

  it('format adds the hint of a message, with its values', () => {
    expect(format(message('manual/destructured', { to: 'recorder.start' }), 'zh').hint).toBe(
      '请改用 recorder.start。',
    );
    expect(format(message('ignored/definition'), 'en')).not.toHaveProperty('hint');
  });

  it('format keeps code that looks like a placeholder', () => {
    const code = '({ name }, `$' + '{name}`, {name}, $&)';
    expect(format(message('cause/condition', { code }), 'en').reason).toBe(`${code} depends on a condition`);
    expect(format(message('manual/script'), 'en').hint).toContain('export {} is enough');
  });

  it('format accepts messages of a migration and reports an unknown id', () => {
    const own: Messages = { 'own/one': { en: { reason: 'one {n}' }, zh: { reason: '一 {n}', hint: '{n}' } } };
    const one = { id: 'own/one', data: { n: 1 } };
    expect(format(one, 'en', own)).toEqual({ reason: 'one 1' });
    expect(format(one, 'zh', own)).toEqual({ reason: '一 1', hint: '1' });
    expect(() => format(one, 'en')).toThrow(new RangeError('No message has the id "own/one".'));
    expect(() => format({ id: 'toString' }, 'en')).toThrow(RangeError);
  });
});

it('both languages have the same messages in the same order', () => {
  expect(Object.keys(zh)).toEqual(Object.keys(en));
});
