import * as vueCompiler from '@vue/compiler-sfc';
import { afterEach, expect, test, vi } from 'vitest';
import { parseIn } from '../../src/engine/parse/parse';
import { readBack } from '../../src/engine/parse/read-back';
import { OutputError, type RewriteOptions, rewrite, SourceError } from '../../src/project/rewrite';
import { spoilOutputs } from '../support/defect';

afterEach(() => vi.restoreAllMocks());

function thrown(source: string, options: RewriteOptions): unknown {
  try {
    return rewrite(source, options);
  } catch (error) {
    return error;
  }
}

const CALL = "import Taro from '@tarojs/taro';\nTaro.startRecord({});\n";
const TYPED = "// @flow\nimport Taro from '@tarojs/taro';\nconst a: ?number = 1;\nTaro.startRecord({});\n";

test('output that does not parse is never returned: the error names the file and the parser error', () => {
  spoilOutputs((text) => `${text})`);
  const error = thrown(CALL, { filename: 'src/a.js' });
  expect(error).toBeInstanceOf(OutputError);
  // Callers that skip files which cannot be parsed also skip this one.
  expect(error).toBeInstanceOf(SourceError);
  expect(error).toMatchObject({ name: 'OutputError', filename: 'src/a.js', line: 3, column: 1 });
  expect(String(error)).toMatch(/does not parse \(Unexpected token\)\. This is a defect of taro-modernize/);
});

test.each([
  [
    'a type assertion',
    'a.ts',
    "import Taro from '@tarojs/taro';\nconst a = <any>Taro;\nTaro.startRecord({});\n",
  ],
  [
    'JSX',
    'a.tsx',
    "import Taro from '@tarojs/taro';\nexport default () => <a onClick={Taro.startRecord} />;\n",
  ],
  ['types in JavaScript', 'a.js', TYPED],
  ['a decorator', 'a.js', "import Taro from '@tarojs/taro';\n@a export class A {}\nTaro.startRecord({});\n"],
])('%s in %s: the output is parsed in the dialect of the input', (_, filename, source) => {
  expect(rewrite(source, { filename }).code).toContain('recorder.start');
  spoilOutputs((text) => `${text})`);
  expect(thrown(source, { filename })).toBeInstanceOf(OutputError);
});

test('a script that the import turns into a module is parsed as a module', () => {
  const parse = (text: string) => parseIn([], text);
  const script = 'wx.startRecord();\nfunction f() { with (a) b(); }\n';
  expect(readBack(script, 'a.js', parse).program.sourceType).toBe('script');
  expect(() => readBack(`import wx from 'wx';\n${script}`, 'a.js', parse)).toThrow(OutputError);
});

test('output that only another dialect can parse is an error', () => {
  spoilOutputs((text) => `${text}let n: number = 1;\n`);
  expect(thrown(CALL, { filename: 'a.js' })).toBeInstanceOf(OutputError);
  expect(thrown(TYPED, { filename: 'a.js' })).not.toBeInstanceOf(Error);
});

test('findings without output are not read back', () => {
  const { findings } = rewrite(CALL, { filename: 'a.js' });
  spoilOutputs((text) => `${text})`);
  expect(rewrite(CALL, { filename: 'a.js', readBack: false })).toMatchObject({ findings });
});

test('an unchanged file is not read back', () => {
  const parse = vi.fn((text: string) => `${text})`);
  spoilOutputs(parse);
  expect(rewrite("export const a = 'startRecord';\n", { filename: 'a.js' }).changed).toBe(false);
  expect(parse).not.toHaveBeenCalled();
});

const COMPONENT = `<script setup>
import Taro from '@tarojs/taro'
const title = 'a'
</script>
<template>
  <view @tap="Taro.startRecord({})">{{ title }}</view>
</template>
`;

test.each([
  ['a script', (text: string) => text.replace("'a'", "'a")],
  ['a template expression', (text: string) => text.replace('start({})', 'start({}')],
  ['the markup', (text: string) => text.replace('</view>', '')],
])('a component with invalid output in %s is an error', (_part, edit) => {
  const options = { filename: 'a.vue', vueCompiler };
  expect(rewrite(COMPONENT, options).code).toContain('@tap="recorder.start({})"');
  spoilOutputs(edit);
  expect(thrown(COMPONENT, options)).toBeInstanceOf(OutputError);
});

test('a component with a syntax error elsewhere in its input is rewritten', () => {
  const source = COMPONENT.replace('{{ title }}', '{{ title title }}');
  const { code } = rewrite(source, { filename: 'a.vue', vueCompiler });
  expect(code).toBe(
    source
      .replace(
        "import Taro from '@tarojs/taro'",
        "import { recorder } from 'taro-modernize/runtime/recorder'",
      )
      .replace('Taro.startRecord', 'recorder.start'),
  );
});
