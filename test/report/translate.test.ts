import { describe, expect, it } from 'vitest';
import { type Finding, migrations, rewrite } from '../../src/engine';
import { ignored, manual, type Reason, rewritten } from '../../src/engine/classify/verdicts';
import { reportText } from '../../src/report/text';
import { fixtures } from '../support/fixtures';

const HAN = /\p{Script=Han}/u;
/** Three English words in a row; code, names and quoted text do not count. */
const ENGLISH = /\b[a-z]+ [a-z]+ [a-z]+\b/;
const zh = reportText('zh');

function finding(code: string, reason: Pick<Reason, 'verdict' | 'text' | 'hint'>): Finding {
  const { verdict, text, hint } = reason;
  return {
    migration: 'm',
    api: 'startRecord',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
    verdict,
    reason: text,
    code,
    ...(hint !== undefined && { hint }),
  };
}

function expectChinese(one: Finding): void {
  const { reason, hint } = zh.finding(one);
  expect(reason, one.code).toMatch(HAN);
  expect(reason, one.code).not.toMatch(ENGLISH);
  expect(hint === undefined, one.code).toBe(one.hint === undefined);
  if (hint !== undefined) {
    expect(hint, one.code).toMatch(HAN);
    expect(hint.replace(/npx taro-modernize scan/, ''), one.code).not.toMatch(ENGLISH);
  }
}

it('keeps the names of a sentence apart, in whatever order English has them', () => {
  const said = zh.finding(finding('REC007', rewritten.routed('getRecorderManager', 'recorder')));
  expect(said.reason).toBe('通过运行时的 getRecorderManager 与 recorder 共用同一个管理器');
});

it('puts what explains a Chinese word into full-width brackets', () => {
  const said = zh.finding(finding('REC105', manual.undecided('api is a parameter (Wechat)')));
  expect(said.reason).toBe('api 是参数（Wechat），因此无法确定这是谁的方法');
});

describe('Chinese', () => {
  const inner = manual.undecided('page cannot be followed');
  const reasons = [rewritten, manual, ignored].flatMap((group) =>
    Object.values(group as Record<string, (...names: never[]) => Reason>),
  );

  it.each(
    reasons.map((make) => make(...(['A', 'B'] as never[]))).map((made) => [made.number, made.hint ?? '']),
  )('has reason %s of the engine (%s)', (number, hint) => {
    const isUnasked = hint === manual.unasked(inner).hint;
    const make = reasons.find((one) => {
      const made = one(...(['A', 'B'] as never[]));
      return made.number === number && (made.hint ?? '') === hint;
    })!;
    const made = isUnasked ? manual.unasked(inner) : make(...(['xyzzy', 'other'] as never[]));
    expectChinese(finding(`REC${number}`, made));
    if (made.text.includes('xyzzy'))
      expect(zh.finding(finding(`REC${number}`, made)).reason).toContain('xyzzy');
  });

  it.each(
    migrations.flatMap(({ codePrefix, notes = [] }) =>
      notes.map((note) => [codePrefix + note.number, note] as const),
    ),
  )('has note %s of a migration', (code, { verdict, reason, hint }) => {
    expectChinese(finding(code, { verdict, text: reason, hint }));
  });

  it('has what the engine says about every fixture', () => {
    const untranslated = new Set<string>();
    for (const { code, reason, hint } of fixtureFindings()) {
      const words = zh.finding(finding(code, { verdict: 'manual', text: reason, ...(hint && { hint }) }));
      // What is quoted from the source may be anything.
      if (!HAN.test(words.reason) || / (?:is|are|of|the|comes|cannot|returns) /.test(words.reason))
        untranslated.add(`${code}: ${reason} → ${words.reason}`);
    }
    expect([...untranslated]).toEqual([]);
  });

  it('keeps the names', () => {
    const one = finding('REC105', manual.undecided('api comes from "./api"'));
    expect(zh.finding(one).reason).toBe('api 来自 "./api"，因此无法确定这是谁的方法');
    expect(reportText('en').finding(one).reason).toBe(one.reason);
  });
});

function fixtureFindings(): Finding[] {
  return fixtures().flatMap(
    ({ name, extension, input }) => rewrite(input, { filename: `${name}.${extension}` }).findings,
  );
}
