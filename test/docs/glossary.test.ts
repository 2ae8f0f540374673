import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cliText } from '../../src/cli/text';
import { en as englishBuild } from '../../src/integrations/text/en';
import { zh as chineseBuild } from '../../src/integrations/text/zh';
import { en } from '../../src/messages/en';
import { zh } from '../../src/messages/zh';
import { migrationMessages } from '../../src/migrations';
import { reportText } from '../../src/report/text';
import { USER_PAGES } from './user-pages';

const ROOT = join(import.meta.dirname, '../..');
const read = (page: string) => readFileSync(join(ROOT, page), 'utf8');

/** The words that the glossary rules out, with the line of the glossary. */
const RULED_OUT = read('CONTRIBUTING.md')
  .split(/^## Words$/m)[1]!
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .flatMap((line) => {
    const words = line.split('|')[4]!.trim().split(/、|, /);
    return words.filter((word) => !/^(|Not|-+)$/.test(word)).map((word) => [word, line] as const);
  });

/** The source of every text that is a function, so that its words are searched too. */
const wordsOf = (text: unknown): string =>
  JSON.stringify(text, (_, value) => (typeof value === 'function' ? String(value) : value));

const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ...USER_PAGES.flat().map((page) => [page, read(page)] as const),
  ['the findings', wordsOf([en, zh, migrationMessages])],
  ['the command', wordsOf([cliText('en'), cliText('zh')])],
  ['reports', wordsOf([reportText('en'), reportText('zh')])],
  ['builds', wordsOf([englishBuild, chineseBuild])],
];

test('the glossary rules out words', () => expect(RULED_OUT.length).toBeGreaterThan(8));

test.each(RULED_OUT)('no message and no page says "%s"', (word, line) => {
  const pattern = new RegExp(/^\w/.test(word) ? `\\b${word}\\b` : word, 'i');
  const found = TEXTS.filter(([, text]) => pattern.test(text)).map(([name]) => name);
  expect(found, `CONTRIBUTING.md has: ${line}`).toEqual([]);
});
