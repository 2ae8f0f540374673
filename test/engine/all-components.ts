import fc from 'fast-check';
import { derivations, type Feature, type Grammar, write } from '../support/fuzz/derive';
import { grammar as families } from './all-families';

const NAMES = ['recorder', 'voice', 'backgroundAudio', 'saveFile', 'getWindowInfo', 'getSystemInfoSync'];

/** Vue components: what the script binds, and how a template, a style or `this` reads it. */
const grammar: Grammar = {
  ...families,
  host: ['Taro', 'Taro', 'wx'],
  name: NAMES,
  tag: [
    'recorder',
    'Recorder',
    'voice',
    'background-audio',
    'BackgroundAudio',
    'save-file',
    'SaveFile',
    'get-window-info',
    'GetWindowInfo',
  ],
  read: [
    'info.<field>',
    'info?.<field>',
    "info['<field>']",
    'systemInfo.<field>',
    'info.safeArea.top',
    '!info.<field>',
    'other',
    '<name>',
    'windowWidth',
    'platform',
    'String(info.<field>)',
    '[info].map(({ <field:1>: a }) => a)',
    '((info) => info)($0)',
    '{ ...info }.<field>',
    'typeof <name>',
  ],
  handler: [
    'log($0)',
    'start',
    'start()',
    '() => start(<read>)',
    'log(<read>), start()',
    'log($0); start(); log(<read>)',
    'log($refs.<name> !== undefined)',
    'flag ? start() : log(<read>)',
    '<name>',
  ],
  element: [
    '<view>$0</view>',
    '<view>{{ <read> }}</view>',
    '<view>{{ <read> }}{{ <read> }}</view>',
    '<view :a="<read>" @tap="<handler>" />',
    '<view @tap="<handler>">{{ <read> }}</view>',
    '<view :system-info />',
    '<view :info :windowWidth />',
    '<view :<name> />',
    '<view v-bind="info" />',
    '<view v-bind:a.camel="<read>" />',
    '<<tag:1> />',
    '<<tag:1> :a="<read>"><element></<tag:1>>',
    '<component :is="\'<tag>\'" />',
    '<component is="<tag>" />',
    '<component :is="<name>" />',
    '<view ref="<name>" @tap="log($refs.<name:1> && $0)" />',
    '<view ref="<name>" />',
    '<view v-<tag:1>="<read>" />',
    '<view v-if="<read>">$0</view><view v-else>{{ <read> }}</view>',
    '<view v-for="(one, i) in [<read>]" :key="i">{{ one }}</view>',
    '<view v-for="{ <field:1>: a = <read> } in [info, {}]">{{ a }}</view>',
    '<view v-for="{ windowWidth, platform: b = windowWidth } in [info]">{{ windowWidth }}{{ b }}</view>',
    '<view v-for="info in [{ windowWidth: $0 }]">{{ info.windowWidth }}{{ info.platform }}</view>',
    '<slot-giver v-slot="{ windowWidth = <read>, given }">{{ windowWidth }}{{ given }}</slot-giver>',
    '<slot-giver #default="{ <name:1> }">{{ <name:1> }}</slot-giver>',
    '<slot-giver #default="info">{{ info.given }}</slot-giver>',
    '<slot-giver><template #[slotName]>{{ <read> }}</template></slot-giver>',
    '<view :[info.<field>]="$0" />',
    '<view @[event]="start" />',
    '<view v-html-of="<read>" />',
    '<text>{{ /* info.brand */ <read> }}</text>',
    '<!-- {{ info.brand }} -->',
    '<view v-once>{{ <read> }}</view>',
    '<view v-memo="[<read>]">{{ info.<field> }}</view>',
    '<view v-pre>{{ info.brand }}</view>',
  ],
  style: [
    '',
    '',
    "<style>.a { width: v-bind('<cssRead>') }</style>",
    '<style scoped>.a { color: v-bind(info) }</style>',
    '<style>.a { top: v-bind("<cssRead>"); left: v-bind(windowWidth) }</style>',
  ],
  cssRead: ['info.statusBarHeight', 'info.<field>', 'systemInfo.<field>', 'info.safeArea.top'],
  given: [
    'const info = Taro.getSystemInfoSync(<comment>)',
    'let info = wx.getSystemInfoSync()',
    'const info = ref(Taro.getSystemInfoSync())',
    'const info = reactive(wx.getSystemInfoSync())',
    'const info = computed(() => Taro.getSystemInfoSync())',
    'const info = shallowRef({})\nTaro.getSystemInfo({ success: (r) => { info.value = r } })',
    'const info = ref({})\nonMounted(() => { info.value = Taro.getSystemInfoSync() })',
    'const info = (() => Taro.getSystemInfoSync())()',
  ],
  more: [
    'const systemInfo = info',
    'const systemInfo = Taro.getSystemInfoSync()',
    'const { <field:1>: systemInfo } = Taro.getSystemInfoSync()',
    'const systemInfo = toRef(info)',
    'const systemInfo = 1, { platform } = Taro.getSystemInfoSync()',
    'const systemInfo = 2, { windowWidth, platform } = wx.getSystemInfoSync()',
  ],
  starting: [
    'const start = () => <call>',
    'function start(o) { <call> }',
    'const start = async () => { log($0); <call> }',
    'const start = () => { info.value = {}; <call> }',
    'let start = () => log($0)\nstart = () => { <call>\n<effect> }',
  ],
  extra: [
    '',
    '',
    '<effect>',
    'const recorder = log($0)',
    'let voice = ref($0)',
    "const el = useTemplateRef('<name>')\nonMounted(() => log(el.value && 1))",
    'const saveFile = ref(null)\nonMounted(() => log(saveFile.value && 1))',
    'defineProps(["platform"])',
    'defineExpose({ info })',
    'const slotName = "default", event = "tap"',
    'const vRecorder = { mounted() { log($0) } }',
  ],
  call: ['<recording>', '<sound>', '<file>', '<info>'],
  setup: ['<given>\n<more>\n<starting>\n<extra>', '<extra>\n<starting>\n<given>\n<more>\n<extra>'],
  optionsData: [
    'info: Taro.getSystemInfoSync()',
    'info: wx.getSystemInfoSync(), systemInfo: { <field>: $0 }',
    '...Taro.getSystemInfoSync(), info: {}',
    'info: null, platform: $0',
  ],
  optionsCode: [
    'methods: { start() { <call> } },',
    'methods: { start(o) { this.info = Taro.getSystemInfoSync(); <call> }, voice() { log($0) } },',
    'created() { this.systemInfo = this.info\n<call> },\nmethods: { start: () => <call> },',
    'computed: { systemInfo() { return Taro.getSystemInfoSync() }, platform() { return this.systemInfo.platform } },\nmethods: { async start() { await log($0)\n<call> } },',
    'mounted() { Taro.getSystemInfo({ success: (r) => { this.info = r } }) },\nmethods: { start() { log(this.info?.<field>) } },',
  ],
};

const IMPORTS = "import Taro from '@tarojs/taro'\n";
const VUE = "import { ref, reactive, computed, shallowRef, onMounted, toRef, useTemplateRef } from 'vue'\n";
const COMMON =
  'const shared = { fail: log }, success = (r) => log(r), alias = Taro, ctx = wx.createCanvasContext(1), flag = true\n';

const texts = (symbol: string, features: readonly Feature[]) =>
  derivations(grammar, symbol, new Set(features)).map((tree) => {
    let count = 10;
    return write(tree, grammar, () => count++);
  });

const template = (features: readonly Feature[]) =>
  fc
    .record({
      elements: fc.array(texts('element', features), { minLength: 1, maxLength: 4 }),
      style: texts('style', features),
      isFirst: fc.boolean(),
    })
    .map(({ elements, style, isFirst }) => (script: string) => {
      const markup = `<template>\n<view>\n${elements.join('\n')}\n</view>\n</template>\n`;
      return `${isFirst ? markup + script : script + markup}${style}\n`;
    });

const withSetup = (lang: string, features: Feature[]) =>
  fc
    .record({
      setup: texts('setup', features),
      wrap: template(features),
      before: fc.constantFrom('', '', '<script>\nexport const own = 1\n</script>\n'),
    })
    .map(({ setup, wrap, before }) =>
      wrap(
        `${before.replace('<script>', `<script${lang}>`)}<script setup${lang}>\n${IMPORTS}${VUE}${COMMON}${setup}\n</script>\n`,
      ),
    );

const withOptions = fc
  .record({
    data: texts('optionsData', ['module']),
    code: texts('optionsCode', ['module']),
    wrap: template(['module']),
  })
  .map(({ data, code, wrap }) =>
    wrap(
      `<script>\n${IMPORTS}${COMMON}export default {\n  data() { return { ${data}, flag } },\n  ${code}\n}\n</script>\n`,
    ),
  );

/** Components with `<script setup>`, in JavaScript and TypeScript, and with options. */
export const components: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: withSetup('', ['module']) },
  { weight: 1, arbitrary: withSetup(' lang="ts"', ['module', 'typescript']) },
  { weight: 1, arbitrary: withOptions },
);
