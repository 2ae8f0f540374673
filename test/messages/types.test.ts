import { expect, it } from 'vitest';
import type { en } from '../../src/messages/en';
import { message } from '../../src/messages/format';
import {
  defineMessages,
  type PlaceholdersOf,
  type SameAs,
  type TranslationOf,
} from '../../src/messages/message';
import { defineMigration } from '../../src/migrations/migration';

// The type check does the asserting here: it fails on a @ts-expect-error line without an error.

it('a message with wrong or missing data does not compile', () => {
  const made = [
    message('rewritten/call', { to: 'recorder.start' }),
    message('ignored/definition'),
    message('manual/undecided', { cause: message('cause/call'), to: 'recorder.start' }),
    // @ts-expect-error without data
    message('rewritten/call'),
    // @ts-expect-error with data of another message
    message('rewritten/call', { too: 'recorder.start' }),
    // @ts-expect-error with a part of the data
    message('rewritten/routed', { to: 'recorder.start' }),
    // @ts-expect-error with more than the data
    message('rewritten/call', { to: 'recorder.start', runtime: 'recorder' }),
    // @ts-expect-error with data for none
    message('ignored/definition', { to: 'recorder.start' }),
    // @ts-expect-error no such message
    message('ignored/nothing'),
    // @ts-expect-error a value that cannot be said
    message('rewritten/call', { to: true }),
  ];
  expect(made.length).toBe(10);
});

it('a translation that lacks a message, a hint or a placeholder does not compile', () => {
  interface Original {
    readonly one: { readonly reason: '{a} and {b}, {} is code'; readonly hint: 'Call {c}.' };
    readonly two: { readonly reason: 'two' };
  }
  const names: PlaceholdersOf<Original['one']>[] = ['a', 'b', 'c'];
  const fits = { one: { reason: '{b} {a}', hint: '{c}' }, two: { reason: '' } } as const;
  const lacksOne = { one: fits.one } as const;
  const lacksHint = { one: { reason: '{a}{b}{c}' }, two: fits.two } as const;
  const lacksName = { one: { reason: '{b}', hint: '{c}' }, two: fits.two } as const;
  const hasOther = { one: { reason: '{a}{b}{d}', hint: '{c}' }, two: fits.two } as const;
  const hasMore = { ...fits, three: { reason: '' } } as const;
  const all: unknown[] = [
    fits satisfies TranslationOf<Original, typeof fits>,
    // @ts-expect-error
    lacksOne satisfies TranslationOf<Original, typeof lacksOne>,
    // @ts-expect-error
    lacksHint satisfies TranslationOf<Original, typeof lacksHint>,
    // @ts-expect-error
    lacksName satisfies TranslationOf<Original, typeof lacksName>,
    // @ts-expect-error
    hasOther satisfies TranslationOf<Original, typeof hasOther>,
    // @ts-expect-error
    hasMore satisfies TranslationOf<Original, typeof hasMore>,
  ];
  const same: SameAs<(typeof en)['rewritten/call'], { reason: '{to}' }> = { reason: '{to}' };
  expect([names.length, all.length, same.reason]).toEqual([3, 6, '{to}']);
});

it('a check whose message is missing in a language does not compile', () => {
  const base = { name: 'm', summary: { en: '', zh: '' }, docs: '', guide: '', codePrefix: 'MMM', apis: {} };
  const check = { number: '151', verdict: 'manual', api: 'a', find: () => [] } as const;
  const both = { en: { reason: 'of {x}' }, zh: { reason: '{x} 的' } } as const;
  const messages = defineMessages({ 'm/x': both });
  const made = [
    defineMigration({ ...base, messages, checks: [{ ...check, messageId: 'm/x' }] }),
    // @ts-expect-error no such message
    defineMigration({ ...base, messages, checks: [{ ...check, messageId: 'm/y' }] }),
    // @ts-expect-error no messages at all
    defineMigration({ ...base, checks: [{ ...check, messageId: 'm/x' }] }),
    // @ts-expect-error one language
    defineMessages({ 'm/x': { en: { reason: '' } } }),
    // @ts-expect-error another placeholder
    defineMessages({ 'm/x': { en: both.en, zh: { reason: '{y} 的' } } }),
  ];
  expect(made.length).toBe(5);
});
