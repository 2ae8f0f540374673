import * as vueCompiler from '@vue/compiler-sfc';
import { beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en';
import { format, templateOf, valueText } from '../../src/messages/format';
import type { Language, Message, MessageValue } from '../../src/messages/message';
import { migrationMessages, migrations } from '../../src/migrations';
import type { Finding, RewriteOptions } from '../../src/project/rewrite';
import { fixtures, rewriteFixture } from '../support/fixtures';

const HAN = /\p{Script=Han}/u;
/** Three English words in a row. Code and names do not match. */
const ENGLISH = /\b[a-z]+ [a-z]+ [a-z]+\b/;
const COMMAND = 'npx taro-modernize scan';

/** The ways in which callers run the engine, in addition to a fixture's own options. */
const RUNS: readonly Partial<RewriteOptions>[] = [
  {},
  { decideMember: () => undefined },
  { decideMember: () => 'foreign' },
  { project: 'neither' },
  { guard: true, shareManager: true },
];

let found: Finding[];
/** The messages of all fixtures and those nested in them. */
let said: Message[];

beforeAll(() => {
  found = fixtures().flatMap(({ name, extension, input, options }) =>
    RUNS.flatMap(
      (run) =>
        rewriteFixture(input, {
          ...options,
          vueCompiler: extension === 'vue' && options.vueCompiler !== null ? vueCompiler : undefined,
          ...run,
          filename: `${name}.${extension}`,
        } as RewriteOptions).findings,
    ),
  );
  const every = found.flatMap((one) => all(messageOf(one)));
  said = [...new Map(every.map((one) => [JSON.stringify(one), one])).values()];
});

const messageOf = ({ messageId, data }: Finding): Message => ({ id: messageId, ...(data && { data }) });

/** A message and the messages nested in it. */
function all(value: MessageValue | undefined): Message[] {
  if (typeof value !== 'object') return [];
  return 'id' in value ? [value, ...Object.values(value.data ?? {}).flatMap(all)] : value.flatMap(all);
}

describe('the messages of all fixtures', () => {
  it.each(['en', 'zh'] as const)('every message fills in all its placeholders in %s', (language) => {
    const wrong = said.filter((one) => {
      const { reason, hint = '' } = templateOf(one.id, language, migrationMessages);
      const names = [...`${reason}${hint}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
      return (
        names.sort().join() !==
        Object.keys(one.data ?? {})
          // Code that is shown beside the message.
          .filter((name) => name !== 'lines')
          .sort()
          .join()
      );
    });
    expect(wrong).toEqual([]);
    expect(said.flatMap((one) => Object.values(textOf(one, language))).filter((text) => text === '')).toEqual(
      [],
    );
  });

  it('every string in the data of a message is a name or code', () => {
    const strings = said.flatMap(({ data = {} }) =>
      Object.values(data).flatMap((value) => (typeof value === 'string' ? value : [])),
    );
    expect(strings.filter((text) => ENGLISH.test(text))).toEqual([]);
  });

  it('every finding contains its message in English', () => {
    for (const one of found) {
      const { reason, hint } = textOf(messageOf(one), 'en');
      expect([one.reason, one.hint]).toEqual([reason, hint]);
    }
  });
});

describe('messages in Chinese', () => {
  const own = migrations.flatMap(({ messages = {} }) => Object.keys(messages));

  it.each([...Object.keys(en), ...own])('the Chinese message %s contains no English', (id) => {
    const { reason, hint } = templateOf(id, 'zh', migrationMessages);
    if (id !== 'what/instance') expect(reason).toMatch(HAN);
    for (const text of [reason, hint ?? '请']) expect(text.replace(COMMAND, '')).not.toMatch(ENGLISH);
    if (hint !== undefined) expect(hint).toMatch(HAN);
  });

  it('Chinese messages explain numbers', () => {
    expect(valueText(60, 'zh')).toBe('60');
  });
});

function textOf(one: Message, language: Language) {
  return format(one, language, migrationMessages);
}
