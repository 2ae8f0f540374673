import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/cli/text/en';
import { optionsSchema } from '../../src/integrations/options';
import type { Language } from '../../src/messages/message';
import { catalogue, migrations, needlesOf } from '../../src/migrations';
import { Joi } from './joi';
import { PAGES } from './user-pages';

const ROOT = join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const HAN = /\p{Script=Han}/u;
/** Three English words in a row. Code and names do not match. */
const ENGLISH = /\b[a-z]+ [a-z]+ [a-z]+\b/g;

/** What readers look for by name: APIs, options of the command and of the plugin, and finding codes. */
const apis = new Set([
  ...catalogue.map(({ api }) => api),
  ...migrations.flatMap((migration) => needlesOf(migration)),
]);
const pluginOptions = new Set(Object.keys(optionsSchema(Joi).describe().keys));
const commandOptions = new Set([...en.help('0').matchAll(/--[a-z][a-z-]*/g)].map(([option]) => option));

/** The names of a page, in its prose and its code. */
function namesIn(page: string): string[] {
  const text = read(page);
  const words = [...text.matchAll(/(?<![\w-])(?:--)?[A-Za-z][\w.-]*(?<![.-])/g)].map(([word]) => word);
  const isKnown = (word: string) =>
    apis.has(word) || commandOptions.has(word) || pluginOptions.has(word) || isCode(word);
  return [...new Set(words.filter(isKnown))].sort();
}

/** Options with common English names, which are names only in code. */
const PLAIN = /^(include|exclude|level|report|verbose|voice|recorder|migrations|baseline|packages)$/;

function isCode(word: string): boolean {
  return migrations.some(({ codePrefix }) => word.startsWith(codePrefix)) && /^[A-Z]{3}\d{3}$/.test(word);
}

/** The messages of each language, which are in files of their own. */
const MESSAGES = { en: textsIn('en'), zh: textsIn('zh') };

function textsIn(language: Language): string {
  return ['messages', 'cli/text', 'report/text', 'integrations/text']
    .map((folder) => read(`src/${folder}/${language}.ts`))
    .join('\n')
    .replace(/\\'/g, "'");
}

/** The parts of the code in a page's prose that have words of a language, without values. */
function quotedIn(page: string, words: RegExp): string[] {
  const prose = read(page).replace(/^( *)```[\s\S]*?^\1```$/gm, '');
  return [...prose.matchAll(/`([^`\n]+)`/g)]
    .flatMap(([, code]) => code!.split(/…|\(REC\d+\)|（REC\d+）/))
    .map((part) => part.trim())
    .filter((part) => part.match(words));
}

describe.each(PAGES)('%s and %s', (english, chinese) => {
  test(`${english} and ${chinese} name the same APIs, options and finding codes`, () => {
    const named = (page: string) => namesIn(page).filter((word) => !PLAIN.test(word));
    expect(named(chinese)).toEqual(named(english));
  });

  test(`the text of ${chinese} is Chinese`, () => {
    const prose = read(chinese)
      .replace(/^( *)```[\s\S]*?^\1```$/gm, '')
      .replace(/<!--.*-->|`[^`]*`|\]\([^)]*\)/g, '');
    expect(prose.match(ENGLISH) ?? []).toEqual([]);
  });

  test(`${english} and ${chinese} quote messages in their own language`, () => {
    const isOnlyOf = (one: Language, other: Language) => (part: string) =>
      MESSAGES[one].includes(part) && !MESSAGES[other].includes(part);
    expect(quotedIn(chinese, ENGLISH).filter(isOnlyOf('en', 'zh'))).toEqual([]);
    expect(quotedIn(english, HAN).filter(isOnlyOf('zh', 'en'))).toEqual([]);
  });
});
