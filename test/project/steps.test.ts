import * as vueCompiler from '@vue/compiler-sfc';
import { describe, expect, test } from 'vitest';
import { migrations } from '../../src/migrations';
import { type RewriteOptions, rewrite } from '../../src/project/rewrite';
import { stepsByFolder, stepsByMigration } from '../../src/project/steps';
import type { ChangeParts, FileOutcome, Project } from '../../src/project/types';
import { fixtures } from '../support/fixtures';

const NAMES = migrations.map(({ name }) => name);

/** A change whose text depends on the migrations. */
const partsWith = (textWith: ChangeParts['textWith']): ChangeParts => ({
  textWith,
  without: () => ({ path: '/a.ts', findings: [] }),
});

/** Fixtures in which several migrations find something, with all migrations of the package. */
const shared = fixtures().flatMap((fixture) => {
  const options = { ...fixture.options, vueCompiler } as unknown as RewriteOptions;
  if (fixture.options.migration !== undefined) return [];
  const filename = `${fixture.name}.${fixture.extension}`;
  const write = (source: string, names: readonly string[]) =>
    rewrite(source, { ...options, filename, migrations: names });
  const result = write(fixture.input, NAMES);
  const found = new Set(result.findings.map(({ migration }) => migration));
  return result.changed && found.size > 1 ? [{ fixture, result, write }] : [];
});

test('enough fixtures have findings of several migrations', () => {
  expect(shared.length).toBeGreaterThan(20);
});

describe.each(shared.map((one) => [`${one.fixture.folder}/${one.fixture.name}`, one] as const))('%s', (_, {
  fixture,
  result,
  write,
}) => {
  const change = {
    before: fixture.input,
    after: result.code,
    edits: result.edits,
    runtimes: result.runtimes,
    project: {} as Project,
    parts: partsWith((names) => write(fixture.input, names).code),
  };
  const steps = stepsByMigration([{ path: '/a.ts', findings: result.findings, change }]);
  const changes = steps.map(({ files }) => files[0]!.change!);

  test('the steps lead from the old text to the new one', () => {
    expect(changes[0]!.before).toBe(fixture.input);
    for (const [index, step] of changes.slice(1).entries()) expect(step.before).toBe(changes[index]!.after);
    expect(changes.at(-1)!.after).toBe(result.code);
  });

  test('a run that goes on after any step writes the same text, except for the order of declarators', () => {
    const words = (text: string) => text.split(/[^\w$]+/).sort();
    for (const { after } of changes) expect(words(write(after, NAMES).code)).toEqual(words(result.code));
  });
});

test('a migration without a text of its own is part of the next step', () => {
  const findings = NAMES.slice(0, 3).map((migration) => ({ migration }));
  const texts = ['a', null];
  const change = { before: '', after: 'abc', edits: [], runtimes: [], project: {} as Project };
  const file = {
    path: '/a.ts',
    findings,
    change: { ...change, parts: partsWith((names) => texts[names.length - 1] ?? null) },
  } as unknown as FileOutcome;
  expect(
    stepsByMigration([file]).map(({ name, files }) => [
      name,
      files[0]!.change!.before,
      files[0]!.change!.after,
    ]),
  ).toEqual([
    [NAMES[0], '', 'a'],
    [NAMES[2], 'a', 'abc'],
  ]);
});

test('top folders are those of each project, relative to the working directory', () => {
  const file = (path: string, sourceRoot: string) => ({
    path,
    findings: [],
    change: { project: { sourceRoot } },
  });
  const files = [
    file('/all/apps/a/src/pages/x/index.tsx', '/all/apps/a/src'),
    file('/all/apps/a/src/pages/y.ts', '/all/apps/a/src'),
    file('/all/apps/a/src/app.ts', '/all/apps/a/src'),
    file('/all/mini/pages/a.js', '/all/mini'),
    file('/all/pages/a.js', '/all'),
    file('/all/app.js', '/all'),
  ] as unknown as FileOutcome[];
  expect(stepsByFolder(files, '/all').map(({ name, files }) => [name, files.length])).toEqual([
    ['.', 1],
    ['apps/a/src', 1],
    ['apps/a/src/pages', 2],
    ['mini/pages', 1],
    ['pages', 1],
  ]);
});
