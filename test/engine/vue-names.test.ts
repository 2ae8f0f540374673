import * as vueCompiler from '@vue/compiler-sfc';
import { describe, expect, test } from 'vitest';
import { rewrite } from '../../src/project/rewrite';

/** Names that rewrites add, and their calls before. */
const ADDED = {
  recorder: 'startRecord({})',
  backgroundAudio: 'stopBackgroundAudio({})',
  saveFile: "saveFile({ tempFilePath: '' })",
  getWindowInfo: 'getSystemInfoSync().windowWidth',
};

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Parts of a template that refer to a variable of the name if there is one. */
const REFERENCES: Record<string, (name: string) => string> = {
  'a kebab tag': (name) => `<${kebab(name)} />`,
  'a camel tag': (name) => `<${name} />`,
  'a Pascal tag': (name) => `<${pascal(name)} />`,
  'a tag in a namespace': (name) => `<${name}.Item />`,
  'the tag of a dynamic component': (name) => `<view is="vue:${name}" />`,
  'a dynamic component': (name) => `<component :is="${name}" />`,
  'a ref': (name) => `<view ref="${name}" />`,
  'a ref in a loop': (name) => `<view v-for="i in 3" ref="${name}" />`,
  'a bound ref': (name) => `<view :ref="${name}" />`,
  'a variable': (name) => `{{ ${name} }}`,
  'a variable in a template string': (name) => `{{ \`\${${name}}\` }}`,
  'an attribute': (name) => `<view :a="${name}" />`,
  'several attributes': (name) => `<view v-bind="${name}" />`,
  'the shorthand of an attribute': (name) => `<view :${name} />`,
  'the kebab shorthand of an attribute': (name) => `<view :${kebab(name)} />`,
  'the long shorthand of an attribute': (name) => `<view v-bind:${kebab(name)} />`,
  'the shorthand of a DOM property': (name) => `<view .${name} />`,
  'a dynamic argument': (name) => `<view :[${name}]="1" @[${name}]="f" />`,
  'the name of a slot': (name) => `<tabs><template #[${name}]>a</template></tabs>`,
  'a handler': (name) => `<view @tap="${name}" />`,
  'a statement': (name) => `<view @tap="${name} = 1; f()" />`,
  'a model': (name) => `<input v-model="${name}" />`,
  'the value of a directive': (name) => `<view v-focus="${name}" />`,
  'a condition': (name) => `<view v-if="a" /><view v-else-if="${name}" />`,
  'a list': (name) => `<view v-for="a in ${name}" :key="a" />`,
  'the default in a loop': (name) => `<view v-for="{ a = ${name} } in list">{{ a }}</view>`,
  'the default in a loop with an index': (name) =>
    `<view v-for="({ a = ${name} }, i) of list">{{ a }}</view>`,
  'the default of a slot': (name) => `<tabs v-slot="{ a = ${name} }">{{ a }}</tabs>`,
  'the computed key of a slot': (name) => `<tabs #default="{ [${name}]: a }">{{ a }}</tabs>`,
};

const SCRIPTS = [
  "<script setup>\nimport Taro from '@tarojs/taro'\nCALL\n</script>\n",
  '<script lang="ts">\nimport Taro from "@tarojs/taro"\n</script>\n<script setup lang="ts">\nCALL\n</script>\n',
];
const OPTIONS = { filename: 'a.vue', platforms: ['weapp'] } as const;

describe.each(Object.keys(REFERENCES))('%s', (form) => {
  test.each(Object.keys(ADDED) as (keyof typeof ADDED)[])('keeps its meaning when %s is added', (name) => {
    for (const scripts of SCRIPTS) {
      const template = `<template>${REFERENCES[form]!(name)}</template>\n`;
      const before = template + scripts.replace('CALL', `Taro.${ADDED[name]}`);
      const { code, changed } = rewrite(before, { ...OPTIONS, vueCompiler });
      expect(changed).toBe(true);
      expect(rendered(code)).toEqual(rendered(before));
      expect(code).toContain(`${name} as taro`);
      // Without a tree, all words of the template count.
      const { code: unread } = rewrite(before, OPTIONS);
      expect(rendered(unread)).toEqual(rendered(before));
    }
  });
});

test('a name that the template does not look up is free', () => {
  const words =
    '<view class="recorder" data-recorder="recorder" id=recorder>recorder <!-- recorder --></view>';
  for (const template of [words, '<tabs><template #recorder>a</template></tabs>', '<view :recorder="1" />']) {
    const component = `<template>${template}</template>\n${SCRIPTS[0]}`.replace(
      'CALL',
      'Taro.startRecord({})',
    );
    const { code } = rewrite(component, { ...OPTIONS, vueCompiler });
    expect(code).toContain('import { recorder } from');
  }
});

test('a name that a script looks up for an element, or another file may use, is not free', () => {
  const ref = "import { useTemplateRef } from 'vue'\nconst own = useTemplateRef<HTMLElement>('recorder')\n";
  const call = "import Taro from '@tarojs/taro'\nTaro.startRecord({})\n";
  for (const component of [
    `<template><view :ref="own" /></template>\n<script setup lang="ts">\n${ref}${call}</script>\n`,
    `<template src="./a.html" />\n<script setup>\n${call}</script>\n`,
  ])
    expect(rewrite(component, { ...OPTIONS, vueCompiler }).code).toContain(
      'import { recorder as taroRecorder } from',
    );
});

test('without script setup, the template looks up no name of the script', () => {
  const { code } = rewrite(
    "<template><recorder ref=recorder /></template>\n<script>\nimport Taro from '@tarojs/taro'\nexport default { mounted() { Taro.startRecord({}) } }\n</script>\n",
    { ...OPTIONS, vueCompiler },
  );
  expect(code).toContain('import { recorder } from');
});

/** Uses of `systemInfo` outside the scripts. */
const USES: Record<string, string> = {
  'the shorthand of an attribute': '<template><child :system-info /></template>',
  'a variable': '<template>{{ systemInfo.windowWidth }}</template>',
  'a dynamic argument': '<template><view :[systemInfo.platform]="1" /></template>',
  'a dynamic event': '<template><view @[systemInfo.platform]="f" /></template>',
  'the default of a slot': '<template><tabs v-slot="{ a = systemInfo }">{{ a }}</tabs></template>',
  'the default in a loop': '<template><p v-for="({ a = systemInfo }) in list">{{ a }}</p></template>',
  'the default in a rest element': '<template><tabs v-slot="[...[a = systemInfo]]">{{ a }}</tabs></template>',
  'a template in another file': '<template src="./a.html"></template>',
  'a template in another file, without content': '<template lang="html" src="./a.html"/>',
  'a template in another language': '<template lang="pug">\nview(:system-info="systemInfo")\n</template>',
  'a style': "<style>.a { height: v-bind('systemInfo.statusBarHeight') }</style>",
  'a style in double quotes':
    '<style scoped>.a { height: v-bind( "systemInfo.statusBarHeight + \'px\'" ); }</style>',
  'a style without quotes': '<style lang="scss">.a { height: calc(v-bind(systemInfo) + v-bind(b)) }</style>',
  'a style with a parenthesis in a string': `<style>.a { height: v-bind("f(')') + systemInfo.windowWidth") }</style>`,
  'the second style':
    '<style>.b { color: red }</style><style>.a { height: v-bind(systemInfo.statusBarHeight) }</style>',
};

test.each(Object.keys(USES))('a use in %s keeps the whole result', (place) => {
  const script = `<script setup>
import Taro from '@tarojs/taro'
const systemInfo = Taro.getSystemInfoSync()
log(systemInfo.brand)
</script>
`;
  const has = (component: string) =>
    /systemInfo = (g|taroG)etSystemInfoSync\(\)/.test(rewrite(component, { ...OPTIONS, vueCompiler }).code);
  expect([has(script), has(script + USES[place]), has(`${USES[place]}\n${script}`)]).toEqual([
    false,
    true,
    true,
  ]);
});

test.each([
  ['Info', '<info />'],
  ['vInfo', '<view v-info />'],
  ['信息', '{{ 信息.windowWidth }}'],
])('%s is used by %s', (name, template) => {
  const script = `<script setup>\nimport Taro from '@tarojs/taro'\nconst ${name} = Taro.getSystemInfoSync()\nlog(${name}.brand)\n</script>\n`;
  const { code } = rewrite(`<template>${template}</template>\n${script}`, { ...OPTIONS, vueCompiler });
  expect(code).toContain(`${name} = getSystemInfoSync()`);
});

test('names in a pattern that does not parse may be any variable', () => {
  const template = '<template><tabs v-slot="{ Taro }: any" @tap="Taro.stopRecord()" /></template>\n';
  const script = "<script setup>\nimport Taro from '@tarojs/taro'\nTaro.startRecord({})\n</script>\n";
  expect(rewrite(template + script, { ...OPTIONS, vueCompiler }).code).toContain('Taro.stopRecord()');
});

test('a script that closes itself is none', () => {
  const component = '<script setup />\n<template>{{ wx.getSystemInfoSync().windowWidth }}</template>\n';
  const { changed, findings } = rewrite(component, { ...OPTIONS, vueCompiler });
  expect([changed, findings.map(({ code }) => code)]).toEqual([false, ['SYS111']]);
});

test('comments of styles use no name', () => {
  const style = '<style lang="less">/* v-bind(systemInfo) */ a { } // v-bind(systemInfo)\n</style>';
  const script =
    "<script setup>\nimport Taro from '@tarojs/taro'\nconst systemInfo = Taro.getSystemInfoSync()\nlog(systemInfo.brand)\n</script>\n";
  expect(rewrite(script + style, OPTIONS).code).toContain('= getDeviceInfo()');
});

/** The render function of a component, as in production and in development. */
function rendered(component: string): string[] {
  const { descriptor } = vueCompiler.parse(component);
  const inline = vueCompiler.compileScript(descriptor, { id: 'a', inlineTemplate: true });
  const { bindings = {} } = vueCompiler.compileScript(descriptor, { id: 'a' });
  const separate = vueCompiler.compileTemplate({
    ast: descriptor.template!.ast!,
    source: descriptor.template!.content,
    filename: 'a.vue',
    id: 'a',
    compilerOptions: { bindingMetadata: bindings },
  });
  return [inline.content.slice(inline.content.indexOf('return (_ctx')), separate.code];
}
