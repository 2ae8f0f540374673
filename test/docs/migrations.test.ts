import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/messages/message';
import { type Migration, migrations, needlesOf } from '../../src/migrations';
import { fields } from '../../src/migrations/get-system-info/fields';
import { REPORT_ONLY } from '../../src/migrations/report-only';
import { optionsByName } from './migration-options';

const FOLDERS = {
  en: join(import.meta.dirname, '../../docs/migrations'),
  zh: join(import.meta.dirname, '../../docs/zh-CN/migrations'),
} as const satisfies Record<Language, string>;
const LEVELS = {
  en: { required: 'required', advised: 'advised', both: 'both' },
  zh: { required: '必须', advised: '建议', both: '两者都有' },
} as const;
const HEADINGS = {
  en: ['Platforms', 'Options', 'Limits'],
  zh: ['平台', '选项', '限制'],
} as const;

const read = (guide: string, language: Language) =>
  readFileSync(join(FOLDERS[language], `${guide}.md`), 'utf8');

describe.each(['en', 'zh'] as const)('the pages of the migrations (%s)', (language) => {
  test(`every migration has a page, and every page a migration (${language})`, () => {
    const pages = readdirSync(FOLDERS[language]).filter((file) => file !== 'README.md');
    expect(pages.sort()).toEqual(migrations.map(({ guide }) => `${guide}.md`).sort());
  });

  test(`the index has every migration with its codes and its level (${language})`, () => {
    const rows = [
      ...read('README', language).matchAll(/\]\((.+)\.md\) \| `([\w-]+)`.* \| `(\w+)` \| (.+) \|$/gm),
    ];
    const found = rows.map(([, guide, name, prefix, level]) => ({ guide, name, prefix, level }));
    const expected = migrations.map((migration) => ({
      guide: migration.guide,
      name: migration.name,
      prefix: migration.codePrefix,
      level: LEVELS[language][levelOf(migration)],
    }));
    const byGuide = (one: { guide?: string }, other: { guide?: string }) =>
      one.guide! < other.guide! ? -1 : 1;
    expect(found.sort(byGuide)).toEqual(expected.sort(byGuide));
  });

  test.each(
    migrations.map((migration) => [migration.guide, migration] as const),
  )(`the page names the migration and all its APIs, platforms, options and limits: %s (${language})`, (guide, migration) => {
    const text = read(guide, language);
    expect(text).toContain(`--only ${migration.name}`);
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title!);
    expect(headings).toEqual(expect.arrayContaining([...HEADINGS[language]]));
    // That page has the most frequent APIs, and links the list of all.
    const apis = guide === REPORT_ONLY ? [] : needlesOf(migration);
    expect(apis.filter((api) => !text.includes(`\`${api}\``) && !text.includes(`\`${api}(`))).toEqual([]);
    const described = optionsText(text, language);
    const isDescribed = (option: string) => new RegExp(`\`${option}[\`:]`).test(described);
    expect(optionsByName(migration).filter((option) => !isDescribed(option))).toEqual([]);
  });

  test(`the page of getSystemInfo has every field with its function (${language})`, () => {
    const table = read('get-system-info', language).matchAll(/^\| `(get\w+)` \| ((?:`\w+` ?)+)\|$/gm);
    const found = [...table].flatMap(([, from, names]) =>
      [...names!.matchAll(/`(\w+)`/g)].map(([, name]) => [name!, from!] as const),
    );
    const expected = Object.entries(fields).map(([name, part]) => [name, part.from] as const);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });
});

/** The section about options, and the first cells of the tables in the pages that it links to. */
function optionsText(text: string, language: Language): string {
  const section = text.split(/^## /m).find((part) => part.startsWith(HEADINGS[language][1]))!;
  const linked = [...section.matchAll(/\]\((\.\.\/[\w-]+\.md)/g)].map(([, path]) =>
    readFileSync(join(FOLDERS[language], path!), 'utf8'),
  );
  return [section, ...linked.flatMap((page) => page.match(/^\| [^|]+/gm) ?? [])].join('\n');
}

function levelOf({ levels = {} }: Migration): 'required' | 'advised' | 'both' {
  const [first, ...others] = new Set(Object.values(levels));
  return others.length > 0 ? 'both' : (first ?? 'required');
}
