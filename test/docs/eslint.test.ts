import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import * as vueParser from 'vue-eslint-parser';
import taroModernize from '../../src/integrations/eslint';
import { migrations } from '../../src/migrations';
import { javascriptProject, OLD } from '../cli/support/projects';
import { tree } from '../cli/support/tree';
import { blocksOf } from './markdown';

const text = readFileSync(join(import.meta.dirname, '../../docs/eslint.md'), 'utf8');
const blocks = blocksOf(text);
const MODULES: Readonly<Record<string, unknown>> = {
  '@typescript-eslint/parser': parser,
  'taro-modernize/eslint': taroModernize,
  'vue-eslint-parser': vueParser,
};

/** The configuration that a code block exports. */
function configOf(code: string): Linter.Config[] {
  const body = code
    .replace(/^import (\w+) from ('[^']+')$/gm, 'const $1 = modules[$2]')
    .replace('export default', 'return');
  return new Function('modules', body)(MODULES) as Linter.Config[];
}

describe.each(
  blocks.filter(({ language }) => language === 'js').map(({ code, line }) => [line, code] as const),
)('the ESLint configuration at line %i', (_, code) => {
  test('the documented ESLint configuration reports deprecated calls', () => {
    const root = tree(javascriptProject({ 'a.js': OLD, 'lib/recorder.js': '' }));
    const messages = new Linter({ cwd: root }).verify(OLD, configOf(code), join(root, 'src/a.js'));
    // Without a runtime, one message per file names the setting.
    const hasRuntime = code.includes('runtimeDir');
    expect(messages.map(({ messageId }) => messageId)).toEqual(
      hasRuntime ? ['rewritten/call', 'rewritten/call'] : ['rewritten/call'],
    );
    expect(Boolean(messages[0]!.fix)).toBe(hasRuntime);
  });
});

test('docs/eslint.md: the eslintrc configuration exists in the package for eslintrc', () => {
  const { code } = blocks.find(({ language }) => language === 'json')!;
  const stub = readFileSync(join(import.meta.dirname, '../../eslint-plugin-taro-modernize/index.js'), 'utf8');
  const module = { exports: {} as { configs: Record<string, Linter.LegacyConfig> } };
  new Function('module', 'require', stub)(module, (name: string) => MODULES[name]);
  const { configs } = module.exports;
  expect((JSON.parse(code) as { extends: string[] }).extends).toEqual(
    Object.keys(configs).map((name) => `plugin:taro-modernize/${name}`),
  );
  expect(configs.recommended).toEqual({
    plugins: ['taro-modernize'],
    rules: taroModernize.configs.recommended.rules,
  });
});

test('docs/eslint.md explains every rule option and uses only existing rules', () => {
  const named = [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, option]) => option);
  const options = Object.values(taroModernize.rules).flatMap(({ meta }) =>
    meta.schema.flatMap(({ properties }) => Object.keys(properties)),
  );
  expect(options.filter((option) => !named.includes(option))).toEqual([]);
  const rules = [...text.matchAll(/taro-modernize\/([a-z-]+-to-[a-z-]+)/g)].map(([, name]) => name);
  expect(rules.filter((name) => !migrations.some((one) => one.name === name))).toEqual([]);
});
