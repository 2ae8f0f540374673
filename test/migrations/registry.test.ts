import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '../../src/migrations';

const FAMILIES = join(import.meta.dirname, '../../src/migrations');

/** Families do not know each other, so only this test notices conflicts between them. */
test.each<[string, string[]]>([
  ['name', migrations.map(({ name }) => name)],
  ['finding code prefix', migrations.map(({ codePrefix }) => codePrefix)],
  ['deprecated API', migrations.flatMap(({ apis }) => Object.keys(apis))],
  ['message', migrations.flatMap(({ messages = {} }) => Object.keys(messages))],
  ['runtime', migrations.flatMap(({ runtime }) => runtime?.name ?? [])],
  ['runtime file', runtimeFiles()],
])('no two families share a %s', (_, all) => {
  expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
});

test('a finding code is three letters and three digits', () => {
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
