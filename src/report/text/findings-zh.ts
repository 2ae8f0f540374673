import type { ignored, manual, Reason, rewritten } from '../../engine/classify/verdicts';

/** The reason and, where there is one, the next step. */
type Words = readonly [reason: string, hint?: string];
/** One entry for each reason of the engine, with the same parameters: a missing one does not compile. */
type Translated<Reasons> = {
  readonly [Name in keyof Reasons]: Reasons[Name] extends (...names: infer Names) => Reason
    ? (...names: Names) => Words
    : never;
};

export const rewrittenZh: Translated<typeof rewritten> = {
  call: (to) => [`调用改为 ${to}`],
  value: (to) => [`传递的函数改为 ${to}`],
  specifier: () => ['这个导入不再需要'],
  unawaited: (to) => [`调用改为 ${to}，并去掉 await：它原来什么也没有等，改写后会一直等到结束`],
  feature: (feature) => [`canIUse 改为查询 ${feature}`],
  bound: (to) => [`这个名字改为绑定到 ${to}`],
  throughBinding: (to) => [`这里使用的名字已绑定到 ${to}`],
  exported: (to) => [`以这个名字导出的改为 ${to}`],
  guard: (to) => [`改为通过 ${to} 申请权限，在所有平台上都可用`],
  tested: (to) => [`特性检测改为检测 ${to}`],
  routed: (to, runtime) => [`通过运行时的 ${to} 与 ${runtime} 共用同一个管理器`],
};

export const manualZh: Translated<typeof manual> = {
  assigned: () => ['这里替换或删除了 API 本身', '请改为替换注入的运行时的成员，或删除这一行。'],
  patched: () => [
    '本文件还替换或删除了 API 本身，改写后的代码不会受其影响',
    '请删除该替换，或改为替换注入的运行时的成员，然后重新运行。',
  ],
  awaitedValue: () => [
    '同时使用了回调和 await 的值：这个 await 现在什么也没有等，改写后会一直等到结束',
    '请只保留一种：用回调就去掉 await，用 await 就去掉回调。',
  ],
  awaitedUnknownOptions: () => [
    '这个带 await 的调用的参数不是写在这里的；如果其中有回调，就必须去掉 await',
    '请把 success、fail 和 complete 写到调用里，或去掉 await。',
  ],
  undecided: (what) => [
    `${what}，因此无法确定这是谁的方法`,
    '请直接在 Taro（或 wx）上调用这个 API，或用 // taro-modernize-ignore 忽略。',
  ],
  unasked: ({ text }) => [
    text,
    '请运行 npx taro-modernize scan，它还会询问 TypeScript。也可以直接在 Taro（或 wx）上调用这个 API，或用 // taro-modernize-ignore 忽略。',
  ],
  noPlatform: () => [
    '这个包既没有 Taro，也不是小程序，而替代的 API 需要其中之一',
    '请把 @tarojs/taro 加入它的依赖后再运行，或在使用这个包的地方手动修改。',
  ],
  script: () => [
    '这个 TypeScript 文件是脚本，其他文件可能使用其中的名字，加入导入会使它变成模块',
    '请自行加上一个导入或导出（export {} 即可）后再运行。',
  ],
  sloppyScript: () => [
    '这个文件是非严格模式的脚本，加入 import 会使它变成严格模式',
    "如果这个文件在严格模式下可以正常运行，请在开头加上 'use strict'，或自行加上一个 import 或 export，然后再运行。",
  ],
  featureMember: (feature) => [
    'canIUse 查询的是这个 API 的一部分，而替代的 API 没有这一部分',
    `请查询 ${feature} 的某一部分，或不再查询：API 能用的地方运行时都能用。`,
  ],
  mocked: (runtime) => ['这里模拟（mock）了 API 本身', `请改为模拟运行时的模块（${runtime}）。`],
  computed: (names) => [`名字是计算出来的，可能是 ${names}`, '如果是其中之一，请直接用名字调用替代的 API。'],
  componentProperty: (name) => [
    `没有 <script setup> 时，模板中的 ${name} 是组件的属性`,
    '请从 setup 返回或在 methods 中定义一个调用替代 API 的方法，并在模板中调用它。',
  ],
  unreadTemplate: () => [
    '没有 Vue 3 的编译器（@vue/compiler-sfc），无法读取这个模板',
    '请在这里调用组件的方法，或安装编译器后再运行。',
  ],
  effects: (to) => ['API 前面的表达式还做了别的事，改写会把它丢掉', `请把它移到单独的语句中，再调用 ${to}。`],
  openHost: (global) => [
    `${global} 有自己的同名 API，无法确定指的是哪一个`,
    '请运行 npx taro-modernize scan，它会读取整个项目。也可以改为在 Taro 上调用这个 API，或用 // taro-modernize-ignore 忽略。',
  ],
  mayBeMissing: (to) => ['对象可能不存在，这时不会调用 API', `请用 if 判断对象，并在其中调用 ${to}。`],
  derived: (what, to) => [`${what} 由平台的对象生成，可能带有这个 API`, `请改为调用 ${to}。`],
  byHand: (to, docs) => ['这个 API 已废弃，需要手动替换', `请使用 ${to}：${docs}`],
  destructured: (to) => ['API 是从对象中解构出来的', `请改用 ${to}。`],
  destructuredDefault: (to, supported) => [
    'API 是从对象中解构出来的，并带有默认值',
    `${supported} 为 true 时请使用 ${to}，否则使用默认值。`,
  ],
  patternOrder: () => [
    '解构的其余部分使用了这个名称，或依赖默认值的求值时机',
    '请用单独的声明取出这个 API，然后重新运行。',
  ],
};

export const ignoredZh: Translated<typeof ignored> = {
  definition: () => ['自己的定义或属性'],
  ownMethod: () => ['对象自己的方法'],
  otherBinding: (what) => [`不是平台的 API，而是${what}`],
  otherObject: (what) => [`是${what}的方法，属于另一个 API`],
  jsSdk: () => ['微信网页的 JS-SDK，属于另一个 API'],
  text: () => ['只是字符串，没有使用 API'],
  type: () => ['只是类型：Taro 仍然声明它，新类型与它兼容'],
  featureTest: () => ['特性检测'],
  keptTest: () => ['特性检测：可能依赖它的代码仍在使用这个 API，因此保留'],
  silenced: () => ['已用 taro-modernize-ignore 注释忽略'],
  keptFromRest: () => ['解构出来只是为了不让它留在其余属性中'],
  guard: () => ['用于申请权限，在这个应用的目标平台上无需改动'],
  typedOtherwise: () => ['它的类型表明这是另一个 API'],
  specifierInUse: () => ['这个导入仍在使用'],
  declared: () => ['这里只是声明名字，要看的是使用它的地方'],
  namesake: (global, sign) => [`${global} 自己的同名 API（${sign}），属于另一个 API`],
  otherArguments: () => ['第一个参数不是选项对象，属于另一个 API'],
  unconcerned: () => ['不能确定是平台的 API，而且本来就不会改写'],
};

/** By the code of the finding: what migrations note about code near their calls. */
export const notesZh: Readonly<Record<string, Words>> = {
  REC151: [
    '从现在起录音默认是 aac，而这里写的是 silk',
    "请按 aac 命名、上传和转换，或在调用中设置 format: 'mp3' 并改用它。",
  ],
  REC251: [
    '录音和以前一样在 60 秒时结束，早于这个定时器，除非设置了 duration',
    '需要更长的录音时，请在调用中设置 duration（毫秒）：微信最长允许 600000。',
  ],
  REC252: [
    '这里把整个 Taro 导出，其中也包括已废弃的 API',
    '其他文件经由它调用了什么，会在那些文件里判断：npx taro-modernize scan 会为此查询类型。',
  ],
  VOI251: [
    '应用的旧版本保存或上传的录音是 silk 格式',
    'InnerAudioContext 不能播放 silk：宿主还有 playVoice 时由它播放。请在服务器上转换格式。',
  ],
};

/** What the engine calls an object or a name inside a reason. */
export const phrasesZh: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/^it has no value here$/, () => '它在这里没有值'],
  [/^the object is the result of an expression$/, () => '对象是表达式的结果'],
  [
    /^the object is the result of a function that returns different things$/,
    () => '对象是一个返回值不一致的函数的结果',
  ],
  [/^the object is the result of a call$/, () => '对象是调用的结果'],
  [/^the object is looked up by a computed name$/, () => '对象是用计算出来的名字取得的'],
  [/^the module is imported by a computed name$/, () => '模块是用计算出来的名字导入的'],
  [/^Taro is not imported in this file$/, () => '这个文件没有导入 Taro'],
  [/^it is taken out of a parameter$/, () => '它是从参数中解构出来的'],
  [/^it is taken out of a nested pattern$/, () => '它是从嵌套的解构中取出来的'],
  [/^(.+) is an alias of a namespace$/s, (name) => `${name} 是命名空间的别名`],
  [/^(.+) cannot be followed$/s, (name) => `无法追踪 ${name.replace(/ is a property that$/, ' 这个属性')}`],
  [/^(.+) is assigned more than once$/s, (name) => `${name} 被多次赋值`],
  [/^(.+) is taken out of an array$/s, (name) => `${name} 是从数组中取出的`],
  [/^(.+) is changed in a way that cannot be followed$/s, (name) => `${name} 的改动方式无法追踪`],
  [/^(.+) is the rest of another object$/s, (name) => `${name} 是另一个对象的其余属性`],
  [/^(.+) is taken out by a name that is computed$/s, (name) => `${name} 是用计算出来的名字取出的`],
  [/^(.+) is taken out of a nested object$/s, (name) => `${name} 是从嵌套的对象中取出的`],
  [/^(.+) may be the JS-SDK for web pages$/s, (name) => `${name} 可能是网页的 JS-SDK`],
  [/^(.+) may be a member of the object of "with"$/s, (name) => `${name} 可能是 with 语句的对象的成员`],
  [/^(.+) may be a function of a block$/s, (name) => `${name} 可能是某个代码块中的函数`],
  [/^(.+) is an element of a list$/s, (name) => `${name} 是列表中的一项`],
  [/^(.+) has a default value$/s, (name) => `${name} 有默认值`],
  [/^(.+) may be given another value$/s, (name) => `${name} 可能有别的值`],
  [/^(.+) depends on a condition$/s, (name) => `${name} 取决于条件`],
  [/^(.+) is given different values$/s, (name) => `${name} 有不同的值`],
  [/^(.+) is given no value in this file$/s, (name) => `${name} 在这个文件中没有值`],
  [/^(.+) is given its own value$/s, (name) => `${name} 的值是它自己`],
  [
    /^(.+) is a parameter of the constructor(?: \((.+)\))?$/s,
    (name, type) => `${name} 是构造函数的参数${type ? `（${type}）` : ''}`,
  ],
  [/^(.+) is a parameter(?: \((.+)\))?$/s, (name, type) => `${name} 是参数${type ? `（${type}）` : ''}`],
  [/^(.+) is a name of the template$/s, (name) => `${name} 是模板中的名字`],
  [/^(.+) is given no value here$/s, (name) => `${name} 在这里没有值`],
  [/^(.+) comes from "(.+)"$/s, (name, source) => `${name === 'it' ? '它' : name} 来自 "${source}"`],
  [/^what "(.+)" exports$/s, (source) => ` "${source}" 导出的内容`],
  [/^a name of this file$/, () => '这个文件中的名字'],
  [/^(.+) of this file$/s, (name) => `这个文件中的 ${name}`],
  [/^a global function (.+)$/s, (name) => `全局函数 ${name}`],
  [/^(.+) of the component$/s, (name) => `组件的 ${name}`],
  [/^the rest of an object, without this name$/, () => '不含这个名字的其余属性对象'],
  [/^an unknown object$/, () => '某个未知对象'],
  [/^an object made with new$/, () => '用 new 创建的对象'],
  [/^an object of its own$/, () => '自己的对象'],
  [/^the namespace (.+)$/s, (name) => `命名空间 ${name} `],
  [/^the global (.+)$/s, (name) => `全局对象 ${name} `],
  [/^the injected runtime$/, () => '注入的运行时'],
  [/^the package (.+)$/s, (name) => `包 ${name} `],
  [/^(.+), declared in this file$/s, (name) => `这个文件声明的 ${name} `],
  [/^a plugin$/, () => '插件'],
  [/^what another call\(\) returns$/, () => '另一个调用的返回值'],
  [/^what (.+)\(\) returns$/s, (name) => ` ${name}() 的返回值`],
  [/^(.+) of Taro$/s, (name) => ` Taro 的 ${name} `],
];
