/** Properties of all Vue components are found where a file sets them to the platform. */
import { expect, it } from 'vitest';
import { globalPropertiesIn } from '../../src/engine';
import { rewrite } from '../../src/project/rewrite';

const IMPORTS = "import Vue from 'vue'\nimport Taro from '@tarojs/taro'\n";
const find = (line: string, filename = 'main.ts') =>
  globalPropertiesIn(IMPORTS + line, filename).map(({ name, line, column }) => `${name} ${line}:${column}`);

it.each([
  ['Vue.prototype.$taro = Taro', '$taro 3:1'],
  ["Vue.prototype['$taro'] = Taro", '$taro 3:1'],
  ['Vue.prototype.$taro ??= Taro', '$taro 3:1'],
  ['Vue.prototype.$a = Vue.prototype.$b = Taro', '$a 3:1', '$b 3:20'],
  ['if (process.env.X) Vue.prototype.$wx = wx', '$wx 3:20'],
  ['const proto = Vue.prototype; proto.$taro = Taro', '$taro 3:30'],
  ['Object.assign(Vue.prototype, { $taro: Taro, other: 1 })', '$taro 3:32'],
  ['app.config.globalProperties.$taro = Taro', '$taro 3:1'],
  [';(app.config.globalProperties as any).$taro = Taro', '$taro 3:2'],
  ['app.config.globalProperties.$taro = Taro as any', '$taro 3:1'],
  ['const { globalProperties } = app.config; globalProperties.Taro = Taro', 'Taro 3:42'],
  ['const shared = app.config.globalProperties; shared.$taro = Taro', '$taro 3:45'],
  ['Object.assign(app.config.globalProperties, more, { Taro }, { b: wx })', 'Taro 3:52', 'b 3:62'],
  ['const taro = Taro; createApp(App).config.globalProperties.$taro = taro', '$taro 3:20'],
])('%s', (line, ...expected) => {
  expect(find(line)).toEqual(expected);
});

it.each([
  'Vue.prototype.$api = { startRecord: Taro.startRecord }',
  'Vue.prototype.$api = api',
  'Vue.prototype.$record = Taro.startRecord',
  'Vue.prototype[name] = Taro',
  'Vue.$taro = Taro',
  'Page.prototype.$taro = Taro',
  'app.config.$taro = Taro',
  'Object.assign(app.config, { $taro: Taro })',
  'Object.assign()',
  'Object.assign(Vue.prototype, Taro, { ...Taro, taro() {} })',
  'app.config.globalProperties = Taro',
  'const shared = shared; shared.$taro = Taro',
  '{ const Taro = own; Vue.prototype.$taro = Taro }',
])('nothing in %s', (line) => {
  expect(find(line)).toEqual([]);
});

it('a component sets it in its script', () => {
  const text = `<template><view /></template>\n<script>\n${IMPORTS}Vue.prototype.$taro = Taro\n</script>\n`;
  expect(globalPropertiesIn(text, 'App.vue')).toEqual([{ name: '$taro', line: 5, column: 1 }]);
});

it('columns do not count a byte order mark', () => {
  const text = '\uFEFFVue.prototype.$wx = wx\n';
  expect(globalPropertiesIn(text, 'main.js')).toEqual([{ name: '$wx', line: 1, column: 1 }]);
});

it('each property of the file has its own name in the message', () => {
  const globalProperties = [{ name: '$taro', path: 'src/main.js', line: 5, column: 1 }];
  const text = ['$a', '$taro', '$b', '$taro.form'].map((name) => `this.${name}.startRecord()\n`).join('');
  const { findings } = rewrite(text, { filename: '/app/src/a.js', globalProperties });
  expect(findings.map(({ reason }) => reason)).toEqual([
    'this.$a is not assigned in this file, so it is unclear whether this is the platform API',
    'this.$taro may be the platform object, which src/main.js:5:1 adds to all components',
    'this.$b is not assigned in this file, so it is unclear whether this is the platform API',
    'this.$taro.form is a property that cannot be tracked, so it is unclear whether this is the platform API',
  ]);
});
