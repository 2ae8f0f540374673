import * as vueCompiler from '@vue/compiler-sfc';
import { Linter, RuleTester } from 'eslint';
import { describe, expect, test } from 'vitest';
import { isMarkupFile } from '../../../src/engine/markup/markup-file';
import type { RuleContext } from '../../../src/integrations/eslint/host';
import type { LintedFile } from '../../../src/integrations/eslint/lint-run';
import { createPlugin, type Plugin } from '../../../src/integrations/eslint/plugin';
import { isAboutSuppression } from '../../../src/messages/reasons';
import { type Migration, migrations, selectMigrations } from '../../../src/migrations';
import type { Finding, RewriteResult } from '../../../src/project/rewrite';
import { fakeMigrations } from '../../support/fake-migrations';
import { type Fixture, fixtures, rewriteFixture } from '../../support/fixtures';
import { type LanguageOptions, languageOptions, nameOfParser } from './support';

// A rule is tested within the test of a fixture, so that `-t` reads no other fixture.
RuleTester.describe = (_, run) => run();
RuleTester.it = (_, run) => run();

// ESLint reads no native templates, and sees one file at a time.
const all = fixtures().filter(
  ({ name, extension, options }) => !isMarkupFile(`${name}.${extension}`) && !options.links,
);
const cases = all.map((one) => [`${one.folder}/${one.name}.${one.extension}`, one] as const);

const languages = new Map<Fixture, LanguageOptions>();
function languageOf(fixture: Fixture): LanguageOptions {
  const language = languages.get(fixture) ?? languageOptions(fixture.input, fixture.extension);
  languages.set(fixture, language);
  return language;
}

/** The engine's result for a fixture. Rules write no TODO comments. */
function rewritten(
  { input, name, extension, options }: Fixture,
  names?: readonly string[],
  text = input.replace(/^\uFEFF/, ''),
): RewriteResult {
  const { todo: _, ...rest } = options;
  const compiler = extension === 'vue' && rest.vueCompiler !== null ? { vueCompiler } : {};
  const given = { ...rest, ...compiler, ...(names && { migrations: names }) };
  return rewriteFixture(text, { ...given, filename: `${name}.${extension}` } as never);
}

/** The migrations of a fixture. Opt-in migrations are not in the recommended rules. */
function migrationsOf({ options }: Fixture): readonly Migration[] {
  if (options.migration) return [fakeMigrations[options.migration]];
  return selectMigrations(options.migrations).map((one) => ({ ...one, optIn: false }));
}

/** The plugin for one fixture, in a project that has all runtimes. */
function pluginFor(fixture: Fixture): Plugin {
  const open = ({ sourceCode: { text }, filename }: RuleContext): LintedFile => ({
    path: filename,
    text,
    level: 'advised',
    process: (names) => ({ kind: 'source', result: rewritten(fixture, names, text) }),
    missing: () => [],
    runtimeOf: () => undefined,
    isDisabled: () => false,
  });
  return createPlugin(migrationsOf(fixture), '0.0.0', open);
}

const shown = (findings: readonly Finding[]) =>
  findings.filter(({ verdict, messageId }) => verdict !== 'ignored' || isAboutSuppression(messageId));

/** Copied code often begins with this comment, which makes ESLint drop all reports of the rules. */
const isOff = ({ input }: Fixture) => input.includes('/* eslint-disable */');

/** The code that ESLint should return; undefined without a fix. */
function fixed({ input }: Fixture, { code, changed }: RewriteResult): string | null {
  return changed ? (input.startsWith('\uFEFF') ? '\uFEFF' : '') + code : null;
}

function errorsOf(result: RewriteResult) {
  const first = result.findings.find(({ verdict }) => verdict === 'rewritten');
  return shown(result.findings).map((finding) => {
    const { messageId, line, column, endLine, endColumn, verdict } = finding;
    const hasSuggestion = result.changed && verdict === 'rewritten' && finding !== first;
    return {
      ...{ messageId, line, column: column, endLine, endColumn },
      ...(hasSuggestion && { suggestions: 1 }),
    };
  });
}

describe('each rule alone', () => {
  test.each(cases)('each rule alone: %s', (title, fixture) => {
    const { name, extension, input } = fixture;
    if (isOff(fixture)) return;
    const plugin = pluginFor(fixture);
    const found = new Set(shown(rewritten(fixture).findings).map(({ migration }) => migration));
    for (const { name: migration } of migrationsOf(fixture)) {
      if (!found.has(migration) && migration !== migrations[0]!.name) continue;
      const result = rewritten(fixture, [migration]);
      const given = { name: title, code: input, filename: `${name}.${extension}` };
      const errors = errorsOf(result);
      const invalid = [{ ...given, errors, output: fixed(fixture, result) }];
      new RuleTester({ languageOptions: languageOf(fixture) }).run(
        migration,
        plugin.rules[migration] as never,
        errors.length > 0 ? { valid: [], invalid: invalid as never } : { valid: [given], invalid: [] },
      );
    }
  });
});

describe('all rules together', () => {
  test.each(cases)('all rules together: %s', (_, fixture) => {
    const { name, extension, input } = fixture;
    const linter = new Linter();
    const { plugins, rules } = pluginFor(fixture).configs.recommended;
    const config = {
      files: ['**'],
      languageOptions: languageOf(fixture),
      plugins,
      rules,
    } as unknown as Linter.Config;
    const engine = rewritten(fixture);
    const result = isOff(fixture) ? { ...engine, findings: [], changed: false } : engine;
    const messages = linter.verify(input, config, `${name}.${extension}`);
    expect(messages.map(({ ruleId, line, column }) => `${line}:${column} ${ruleId}`).sort()).toEqual(
      shown(result.findings)
        .map(({ migration, line, column }) => `${line}:${column} taro-modernize/${migration}`)
        .sort(),
    );
    const { output } = linter.verifyAndFix(input, config, `${name}.${extension}`);
    expect(output).toBe(fixed(fixture, result) ?? input);
  });
});

test('the parsers that projects use read nearly all fixtures', () => {
  const counts: Record<string, number> = {};
  for (const fixture of all) {
    const parser = nameOfParser(languageOf(fixture));
    counts[parser] = (counts[parser] ?? 0) + 1;
  }
  expect((counts.none ?? 0) / all.length).toBeLessThan(0.1);
});
