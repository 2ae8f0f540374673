import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tokenize, tokenizeQuery } from '../../site/.vitepress/search/tokenize';
import { EngineClient, OutdatedError, TimeoutError } from '../../site/playground/engine/client';
import { specifier } from '../../site/playground/engine/paths';
import { fragmentOf, fromFragment, toFragment } from '../../site/playground/link';
import { fixtureOf } from '../../site/playground/output/fixture';
import { issueOf } from '../../site/playground/output/issue';
import { patchOf } from '../../site/playground/output/patch';
import type { State } from '../../site/playground/state';
import { en } from '../../site/playground/text/en';
import { zh } from '../../site/playground/text/zh';
import { ROOT } from './dist';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taro-modernize-site-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const state: State = {
  files: [
    {
      name: 'src/页面.tsx',
      code: "import Taro from '@tarojs/taro'\r\n// 录音 😀\uFEFF\nTaro.startRecord({})",
    },
  ],
  options: { platforms: ['weapp'], runtime: 'file' },
};

test('a link holds the code and the options, in the characters that a URL may have', async () => {
  const fragment = await toFragment(state);
  expect(fragment).toMatch(/^#code=[\w-]+$/);
  expect(await fromFragment(fragment)).toEqual(state);
  // The build compresses with Node's own functions.
  expect(await fromFragment(fragmentOf(deflateRawSync(JSON.stringify(state))))).toEqual(state);
});

test('a damaged link is told from none', async () => {
  const fragment = await toFragment(state);
  for (const damaged of ['#code=', '#code=%%%', fragment.slice(0, -8), '#code=AAAA'])
    expect(await fromFragment(damaged), damaged).toBeNull();
  expect(await fromFragment(fragmentOf(deflateRawSync('{"files":[]}')))).toBeNull();
  expect(await fromFragment('#findings')).toBeUndefined();
});

test('a copied patch and a copied fixture can be applied with git', async () => {
  const [file] = state.files as [State['files'][0]];
  const after = `${file.code.replace('Taro.startRecord', 'recorder.start')}\n`;
  const apply = (patch: string) => {
    writeFileSync(join(folder, 'p.patch'), patch);
    execFileSync('git', ['apply', 'p.patch'], { cwd: folder });
  };
  writeFileSync(join(folder, 'a.tsx'), file.code);
  apply(await patchOf([{ path: 'a.tsx', before: file.code, after }]));
  expect(readFileSync(join(folder, 'a.tsx'), 'utf8')).toBe(after);

  apply(await fixtureOf(file, after, state.options));
  const made = (part: string) =>
    readFileSync(join(folder, `__testfixtures__/engine/resolve/my-case.${part}`), 'utf8');
  expect(made('input.tsx')).toBe(file.code);
  expect(made('output.tsx')).toBe(after);
  expect(JSON.parse(made('options.json'))).toEqual({ platforms: ['weapp'] });
});

test('the issue form is filled in with its own fields, and by the clipboard if the address is too long', () => {
  const form = readFileSync(join(ROOT, '.github/ISSUE_TEMPLATE/bug.yml'), 'utf8');
  const short = issueOf('https://github.com/a/b', { input: 'a & b', actual: 'c', versions: 'd' });
  expect(short.text).toBeUndefined();
  const { searchParams } = new URL(short.url);
  expect(searchParams.get('input')).toBe('a & b');
  for (const name of searchParams.keys()) if (name !== 'template') expect(form).toContain(`id: ${name}\n`);
  const long = issueOf('https://github.com/a/b', { input: 'x'.repeat(10_000), actual: 'c', versions: 'd' });
  expect(long.url.length).toBeLessThan(100);
  expect(long.text).toContain('x'.repeat(10_000));
});

describe('the engine in a worker', () => {
  const question = { kind: 'run', state, language: 'en' } as const;

  /** Starts workers that answer, or of which the first is stuck, and records them. */
  function fakeWorkers(isStuck: boolean) {
    const started: { isAlive: boolean; asked: number }[] = [];
    const start = () => {
      const worker = {
        isAlive: true,
        asked: 0,
        onmessage: (_: { data: object }) => {},
        postMessage({ id, kind }: { id: number; kind: string }) {
          worker.asked++;
          if (isStuck && started.length === 1) return;
          queueMicrotask(() => worker.onmessage({ data: { id, kind, results: [] } }));
        },
        terminate() {
          worker.isAlive = false;
        },
      };
      started.push(worker);
      queueMicrotask(() => worker.onmessage({ data: { id: 0 } }));
      return worker as unknown as Worker;
    };
    return { started, start };
  }

  test('a worker that does not answer is replaced, and the next question has an answer', async () => {
    const { started, start } = fakeWorkers(true);
    const client = new EngineClient(start, 20);
    await expect(client.ask(question)).rejects.toThrow(TimeoutError);
    expect(await client.ask(question)).toMatchObject({ kind: 'run' });
    expect(started.map(({ isAlive }) => isAlive)).toEqual([false, true]);
  });

  test('of several runs that wait, only the last one takes time', async () => {
    const { started, start } = fakeWorkers(false);
    const client = new EngineClient(start);
    const answers = await Promise.allSettled([
      client.ask(question),
      client.ask({
        kind: 'edits',
        state,
        file: 'a.ts',
        finding: { migration: 'a', start: 0, verdict: 'manual' },
      }),
      client.ask(question),
      client.ask(question),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled']);
    expect(answers[0]).toMatchObject({ reason: expect.any(OutdatedError) });
    expect(started.map(({ asked }) => asked)).toEqual([1]);
  });
});

test('a module specifier is relative', () => {
  expect(specifier('src/pages/a/a.tsx', 'src/taro-modernize/recorder')).toBe('../../taro-modernize/recorder');
  expect(specifier('src/app.ts', 'src/taro-modernize/recorder')).toBe('./taro-modernize/recorder');
  expect(specifier('a.ts', 'taro-modernize/recorder')).toBe('./taro-modernize/recorder');
});

test('a search for a Chinese word finds it inside a sentence', () => {
  const found = (text: string, query: string) => {
    const words = tokenize(text);
    return tokenizeQuery(query).every((word) => words.some((one) => one.startsWith(word)));
  };
  const sentence = '录音尚未开始时调用的 stopRecord，会在开始后立即执行。';
  for (const query of ['录音', '开始', '立即', '执行', '录', '调用 stop', '录音执行', 'STOPRECORD'])
    expect(found(sentence, query), query).toBe(true);
  for (const query of ['停止', '始时候', '权限']) expect(found(sentence, query), query).toBe(false);
});

test('the texts of the playground are in both languages', () => {
  expect(Object.keys(zh)).toEqual(Object.keys(en));
  const texts = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object'
        ? Object.values(value as object).flatMap(texts)
        : [];
  expect(texts(zh).filter((text) => !/\p{Script=Han}/u.test(text))).toEqual(['Taro']);
  expect(texts(en).filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
});
