import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocksOf } from './markdown';
import { copyRepository, runBlock } from './repository-copy';

const ROOT = join(import.meta.dirname, '../..');
const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
const [setUp, update, run, pages, ...more] = blocksOf(text).map(({ code }) => code);

test('CONTRIBUTING.md has exactly four code blocks, and the last one updates pages', () => {
  expect(more).toEqual([]);
  const [, path] = /^UPDATE_DOCS=1 npx vitest run --project docs (\S+)\n$/.exec(pages!)!;
  expect(readFileSync(join(ROOT, `${path}.test.ts`), 'utf8')).toContain('UPDATE_DOCS');
});

test('CONTRIBUTING.zh-CN.md has the same commands', () => {
  const chinese = readFileSync(join(ROOT, 'CONTRIBUTING.zh-CN.md'), 'utf8');
  expect(blocksOf(chinese).map(({ code }) => code)).toEqual(blocksOf(text).map(({ code }) => code));
  const commands = (page: string) => [...new Set(page.match(/`np[mx] [^`]+`/g))].sort();
  expect(commands(chinese)).toEqual(commands(text));
});

test('CONTRIBUTING.md names only existing scripts (.ci/run runs them)', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(setUp!.trim().split('\n')).toEqual(['npm ci', 'npm run build', 'npm test']);
  for (const [, script] of text.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty([script!]);
  for (const [, path] of text.matchAll(/\]\((?!https?:)([^)#]+)\)|`(__testfixtures__\/[\w-]+)\//g)) {
    if (path) expect(existsSync(join(ROOT, path)), path).toBe(true);
  }
});

test('CONTRIBUTING.md has a row for each tier, and .ci/run runs it', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const tiers = Object.keys(scripts).filter((name) => /^test(:|$)/.test(name));
  const commands = tiers.map((name) => (name === 'test' ? 'npm test' : `npm run ${name}`));
  const rows = [...text.matchAll(/^\|.*\| `(npm [^`]+)` \|/gm)].map(([, command]) => command!);
  expect(rows.sort()).toEqual(commands.sort());
  const ci = readFileSync(join(ROOT, '.ci/run'), 'utf8');
  for (const command of commands) expect(ci).toMatch(new RegExp(`^step ${command} -- `, 'm'));
});

describe.skipIf(process.platform === 'win32')(
  'a fixture created as in CONTRIBUTING.md (not on Windows: needs a shell)',
  () => {
    let copy: string;
    let path: string;
    beforeAll(() => {
      copy = copyRepository('contributing');
      path = join(copy, /`(__testfixtures__\/[\w/-]+my-case)\.input\.ts`/.exec(text)![1]!);
    });
    afterAll(() => rmSync(copy, { recursive: true, force: true }));

    test('CONTRIBUTING.md: the first command writes the fixture, the second passes, and fails with another expected output', () => {
      writeFileSync(`${path}.input.ts`, "import Taro from '@tarojs/taro'\nTaro.startRecord({})\n");
      expect(runBlock(run!, copy).status, 'fails without its output').toBe(1);
      expect(runBlock(update!, copy)).toMatchObject({ status: 0 });
      expect(readFileSync(`${path}.output.ts`, 'utf8')).toContain('recorder.start({})');
      expect(readFileSync(`${path}.findings.txt`, 'utf8')).toContain('2:6 startRecord REC001\n');
      expect(runBlock(run!, copy)).toMatchObject({ status: 0 });
      writeFileSync(`${path}.output.ts`, 'Taro.startRecord({})\n');
      const { status, printed } = runBlock(run!, copy);
      expect(status).toBe(1);
      expect(printed).toContain('my-case');
    });
  },
);
