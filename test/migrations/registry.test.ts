import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '../../src/migrations';

const FAMILIES = join(import.meta.dirname, '../../src/migrations');

/** Families know nothing of each other, so nothing else would notice that two claim the same. */
test.each<[string, string[]]>([
  ['name', migrations.map(({ name }) => name)],
  ['prefix of its codes', migrations.map(({ codePrefix }) => codePrefix)],
  ['deprecated API', migrations.flatMap(({ apis }) => Object.keys(apis))],
  ['message', migrations.flatMap(({ messages = {} }) => Object.keys(messages))],
  ['runtime', migrations.flatMap(({ runtime }) => runtime?.name ?? [])],
  ['file of a runtime', runtimeFiles()],
])('no %s belongs to two families', (_, all) => {
  expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
});

test('a code is three letters and three digits', () => {
  for (const { codePrefix, checks = [] } of migrations) {
    expect(codePrefix).toMatch(/^[A-Z]{3}$/);
    for (const { number, verdict } of checks)
      expect(number).toMatch(verdict === 'manual' ? /^15\d$/ : /^25\d$/);
  }
});

function runtimeFiles(): string[] {
  return (readdirSync(FAMILIES, { recursive: true, withFileTypes: true }) as Dirent[])
    .filter((one) => one.isFile() && /[\\/]runtime$/.test(one.parentPath))
    .map(({ name }) => name);
}
