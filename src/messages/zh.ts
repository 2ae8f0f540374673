import type { en } from './en';
import type { Catalogue, TranslationOf } from './message';

const templates = {
  'rewritten/call': { reason: '调用改为 {to}' },
  'rewritten/value': { reason: '函数引用改为 {to}' },
  'rewritten/specifier': { reason: '移除不再使用的导入' },
  'rewritten/unawaited': {
    reason: '调用改为 {to}，并移除 await：原来会立即返回，改写后则会一直等到操作结束',
  },
  'rewritten/feature': { reason: 'canIUse 改为检测 {feature}' },
  'rewritten/bound': { reason: '变量改为指向 {to}' },
  'rewritten/routed': { reason: '改为通过运行时的 {to} 获取，与 {runtime} 共用同一个管理器' },
  'rewritten/through-binding': { reason: '此处的变量已指向 {to}' },
  'rewritten/exported': { reason: '导出改为 {to}' },
  'rewritten/guard': { reason: '改为通过 {to} 申请权限，各平台均可用' },
  'rewritten/tested-by-type': {
    reason: '特性检测改用 typeof：只检测而不调用函数时，TypeScript 会报错',
  },
  'rewritten/tested-as-non-null': {
    reason: '特性检测末尾加上 !：只检测而不调用函数时，TypeScript 会报错',
  },
  'rewritten/tested': { reason: '特性检测改为检测 {to}' },
  'rewritten/split': { reason: '用到的字段改为从 {to} 读取' },
  'rewritten/picked': { reason: '结果只包含用到的字段，各字段取自 {from}' },
  'rewritten/whole': { reason: '代码使用了整个对象，调用改为 {to}' },
  'rewritten/assigned': { reason: '调用改为对 {to} 赋值' },
  'rewritten/attribute': { reason: '属性改为 {to}' },
  'rewritten/imported': { reason: '导入改为 {to}' },

  'manual/assigned': {
    reason: '这里替换或删除了 API 本身',
    hint: '请改为替换{to}，或删除这一行。',
  },
  'manual/assigned-member': {
    reason: '这里替换或删除了 API 本身',
    hint: '请改为替换或删除 {to}，或删除这一行。',
  },
  'manual/patched-member': {
    reason: '本文件还替换或删除了 API 本身，对改写后的代码不起作用',
    hint: '请删除这处替换，或改为替换 {to}，然后重新运行。',
  },
  'manual/patched': {
    reason: '本文件还替换或删除了 API 本身，对改写后的代码不起作用',
    hint: '请删除这处替换，或改为替换{to}，然后重新运行。',
  },
  'manual/awaited-value': {
    reason:
      '调用传入了回调，又使用了 await 的返回值：await 目前立即返回 undefined，改写后则会一直等到操作结束',
    hint: '请只保留一种：用回调就去掉 await，用 await 就去掉回调。',
  },
  'manual/awaited-unknown-options': {
    reason: '这个 await 调用的参数在别处定义，如果其中有回调，就必须去掉 await',
    hint: '请把 success、fail 和 complete 写在调用处，或去掉 await，然后重新运行。',
  },
  'manual/undecided': {
    reason: '{cause}，无法确定这是不是平台的 API',
    hint: '如果是，请改为调用 {to}；如果不是，请用 // taro-modernize-ignore 屏蔽。',
  },
  'manual/unasked': {
    reason: '{cause}，无法确定这是不是平台的 API',
    hint: '请运行 npx taro-modernize scan，它会结合类型信息判断。也可以自行判断：如果是，请改为调用 {to}；如果不是，请用 // taro-modernize-ignore 屏蔽。',
  },
  'manual/script': {
    reason: '这个 TypeScript 文件是脚本，加入导入会使它变成模块，其他文件就无法再使用其中的声明',
    hint: '请添加一个导入或导出（export {} 即可），然后重新运行。',
  },
  'manual/destructured': { reason: '这种形式的解构无法改写', hint: '请改用 {to}。' },
  'manual/destructured-default': {
    reason: '解构 API 时带有默认值',
    hint: '{supported} 为 true 时使用 {to}，否则使用默认值。',
  },
  'manual/pattern-order': {
    reason: '解构的其余部分使用了这个变量，或依赖默认值的求值时机',
    hint: '请用单独的声明解构这个 API，然后重新运行。',
  },
  'manual/feature-member': {
    reason: 'canIUse 检测的是这个 API 的一部分，而新的 API 没有这一部分',
    hint: '请检测整个 {feature}，或不再检测：旧 API 有的功能，运行时都有。',
  },
  'manual/feature-part': {
    reason: 'canIUse 检测的是这个 API 的一部分，而 {to} 不一定有这一部分',
    hint: '如果新的 API 有这一部分，请检测这一部分，否则只检测新的 API。',
  },
  'manual/mocked-member': {
    reason: '这里 mock 了 API 本身',
    hint: '请改为 mock {to}。',
  },
  'manual/mocked': {
    reason: '这里 mock 了 API 本身',
    hint: '请改为 mock 运行时模块（{runtime}）。',
  },
  'manual/held-back': {
    reason: '它与 {place} 的 {api} 共享状态，而那里无法改写',
    hint: '请先修改那里，再重新运行。如仍要改写其余调用：--only {migration}',
  },
  'manual/computed': {
    reason: '属性名是动态计算的，可能是 {names}',
    hint: '如果是其中之一，请直接写明名称，改为调用 {to}；如果都不是，请用 // taro-modernize-ignore 屏蔽。',
  },
  'manual/computed-many': {
    reason: '属性名是动态计算的，可能是 {count} 个 API 之一，例如 {names}',
    hint: '请查找调用方。如果传入的名称是其中之一，请直接写明名称，改为调用新的 API，例如 {to}；如果都不是，请用 // taro-modernize-ignore 屏蔽。',
  },
  'manual/component-property': {
    reason: '不使用 <script setup> 时，模板中的 {name} 是组件的属性',
    hint: '请在 setup 的返回值或 methods 中提供一个使用{to}的方法，并在模板中调用它。',
  },
  'manual/global-property': {
    reason: '{name} 可能是 {place} 添加到所有组件的平台对象',
    hint: '如果是，请在本文件中导入 Taro 并通过它调用，再重新运行；如果不是，请用 // taro-modernize-ignore 忽略。',
  },
  'manual/global-in-template': {
    reason: '{name} 可能是 {place} 添加到所有组件的平台对象',
    hint: '如果是，请在本文件中导入 Taro，在组件的方法中通过它调用，并在模板中使用这个方法；如果不是，请用 <!-- taro-modernize-ignore --> 屏蔽。',
  },
  'manual/unread-markup': {
    reason: '模板从这里开始无法解析，其后含有已停止维护的写法',
    hint: '请改正这个标签的引号或括号，然后重新运行。',
  },
  'manual/unread-template': {
    reason: '没有安装 Vue 3 的编译器（@vue/compiler-sfc），无法解析这个模板',
    hint: '请改为调用组件的方法，或安装编译器后重新运行。',
  },
  'manual/attribute-name': {
    reason: '这里是属性名的一部分，不能写入新的代码',
    hint: '请在脚本中计算，并在这里使用计算结果。',
  },
  'manual/no-platform': {
    reason: '新的 API 需要 Taro 或小程序环境，而这个包两者都没有',
    hint: '如果使用这个包的是 Taro 应用，请把 @tarojs/taro 加入它的 peerDependencies 后重新运行；否则请由应用传入 {to}，在这里调用。',
  },
  'manual/no-mini-program': {
    reason: '新的 API 需要 Taro 或小程序环境，而这个包两者都没有',
    hint: '如果使用这个包的是原生小程序，请在它的 package.json 中用 miniprogram 字段指定发布的目录，然后重新运行；如果是 Taro 应用，请把 @tarojs/taro 加入它的 peerDependencies；否则请由应用传入 {to}，在这里调用。',
  },
  'manual/unpublished': {
    reason: '这个包发布的是其他目录（{folders}），其中不会包含运行时',
    hint: '请用 --runtime-dir 指定一个会由构建复制到发布目录的目录。',
  },
  'manual/sloppy-script': {
    reason: '这个文件是非严格模式的脚本，加入导入会使它变成严格模式',
    hint: "如果它在严格模式下能正常运行，请加上 'use strict'，或添加一个导入或导出，然后重新运行；否则请先声明其中的变量。",
  },
  'manual/derived': {
    reason: '{what}由平台对象生成，可能带有这个 API',
    hint: '如果这个对象只是把 API 包装成 Promise 等形式，请改为调用 {to}；否则请用它写一个作用相同的函数。如果对象没有平台的这个 API，请用 // taro-modernize-ignore 屏蔽。',
  },
  'manual/open-host': {
    reason: '{global} 也有同名 API，无法确定用的是哪一个',
    hint: '如果是宿主自己的 API，请用 // taro-modernize-ignore 屏蔽；如果不是，请改为调用 {to}。',
  },
  'manual/may-be-missing': {
    reason: '对象可能为 undefined，此时不会调用 API',
    hint: '请用 if 判断对象是否存在，再调用 {to}。',
  },
  'manual/effects': {
    reason: 'API 前面的表达式有副作用，改写会使它丢失',
    hint: '请把它移到单独的语句中，再调用 {to}。',
  },
  'manual/unknown-members': {
    reason: '改用哪个 API 取决于读取了哪些字段，而只看这个文件无法确定全部字段',
    hint: '请从提供相应字段的函数读取：{to}。',
  },
  'manual/other-members': {
    reason: '没有新的 API 提供 {names}',
    hint: '请尽量用其他方式获取这个字段，然后重新运行，改写其余字段；如果没有其他方式，请保留调用，并用 // taro-modernize-ignore 屏蔽。',
  },
  'manual/other-members-similar': {
    reason: '没有新的 API 提供 {names}，相近的字段是 {meant}',
    hint: '如果是拼写错误，请改正名称后重新运行；否则请保留调用，并用 // taro-modernize-ignore 屏蔽。',
  },
  'manual/undecided-result': {
    reason: '{cause}，无法确定这个对象是不是 {api}() 的返回值',
    hint: '如果是，请改用 {to}；否则请用 // taro-modernize-ignore 屏蔽。',
  },
  'manual/not-assignable': {
    reason: '新的 API 是属性，而这里的调用不是只有一个参数，或者其返回值可能被使用',
    hint: '请用单独的语句给 {to} 赋值。',
  },
  'manual/not-assignable-all': {
    reason: '该方法由多个属性替代，而这里的调用没有为每个属性各传一个无副作用的值，或者其返回值可能被使用',
    hint: '请用单独的语句分别给 {to} 赋值。',
  },
  'manual/maybe-other-type': {
    reason: '{to} 的类型是 string，而这个值可能是渐变等其他类型',
    hint: '如果确实是字符串，请用 `as string` 断言后赋值；否则请保留调用，并用 // taro-modernize-ignore 屏蔽。',
  },
  'manual/mistyped': {
    reason: '{global} 的类型声明中 {to} 的类型有误，赋值可能无法通过类型检查',
    hint: '请用 `as never` 断言后赋值，或保留这个调用。',
  },
  'manual/other-platforms': {
    reason: '{to} 仅确认在 {platforms} 上可用，而应用可能还会构建到其他平台',
    hint: '如果不构建到其他平台，请在每次运行和检查时指定目标平台：npx taro-modernize --platform weapp；否则请为其他平台保留调用，并用 // taro-modernize-ignore 屏蔽。',
  },
  'manual/other-arguments': {
    reason: '新的 API 参数不同，而这里看不到全部参数',
    hint: '请在调用处直接写对象字面量，然后重新运行，或自行改为调用 {to}。',
  },
  'manual/reported': {
    reason: '这个 API 在 {hosts} 上已废弃，需要手动替换：{why}',
    hint: '请使用 {to}：{docs}',
  },
  'manual/reported-opt-in': {
    reason: '这个 API 在 {hosts} 上已废弃，只有需显式启用的规则会替换它：{why}',
    hint: '请指定这个规则（npx taro-modernize --only {migration}），或自行改用 {to}：{docs}',
  },
  'manual/markup': {
    reason: '这个组件或属性在 {hosts} 上已废弃，需要手动替换：{why}',
    hint: '请使用 {to}：{docs}',
  },
  'manual/link-unknown': {
    reason: '这个调用的 id 不是常量，也不是元素使用的同一个变量',
    hint: '如果 id 来自其他文件，请把调用和 <{tag}> 放到同一个组件中；否则请把 id 写成常量。然后重新运行。',
  },
  'manual/link-elsewhere': {
    reason: '这个文件中没有使用该调用 id 的元素',
    hint: '请把调用和 <{tag}> 放到同一个组件中，然后重新运行。',
  },
  'manual/linked-stays': {
    reason: '{place} 的 <{tag}> 使用同一个 id，且无法改写',
    hint: '请先修改那里，然后重新运行。',
  },
  'manual/linked-is-new': {
    reason: '{place} 的 <{tag}> 已是新版，这个调用对它无效',
    hint: '请改用该元素的节点。',
  },
  'manual/link-mentioned': {
    reason: '{place} 也使用了这个 id，可能用旧 API 在该元素上绘制',
    hint: '如果那段代码在它上面绘制，请移到这个文件中；否则请给其中一个换一个 id。然后重新运行。',
  },
  'manual/link-selector': {
    reason: '选择器无法使用 {value} 这个 id',
    hint: 'id 请以字母开头，只使用字母、数字、- 和 _，然后重新运行。',
  },
  'manual/link-made': {
    reason: 'id 由函数生成，选择器可能无法使用它',
    hint: "id 请以字母开头，只使用字母、数字、- 和 _，例如 'canvas-' + nanoid()。Math.random() 含有小数点，请改用 String(Math.random()).slice(2)。然后重新运行。",
  },
  'manual/link-uncalled': {
    reason: '这个文件中没有可以改写、且使用该元素 id 的调用',
    hint: '请先用 Canvas 2D 改写在它上面绘制的代码，再修改元素。',
  },
  'manual/link-unsearched': {
    reason: '其他文件可能也在这个元素上绘制，而只有命令和构建会搜索它们',
    hint: '请运行 npx taro-modernize，它会搜索整个应用。',
  },
  'manual/needs-target': {
    reason: '{name} 需要较新的基础库，微信的旧版本没有，会不显示任何内容',
    hint: '如果用户的基础库都不低于 {target}，请用 --target 指定后重新运行；否则用 <!-- taro-modernize-ignore --> 屏蔽。',
  },
  'manual/attribute-taken': {
    reason: '元素已有改写需要添加的属性',
    hint: '请确定 {name} 的值，并删除已废弃的属性。',
  },
  'manual/attribute-value': {
    reason: '改写需要添加的属性，其值无法在这里写出',
    hint: '请为元素添加 {name}。',
  },
  'manual/config-key': { reason: '这个配置项已废弃：{why}', hint: '请删除 {key}：{docs}' },
  'manual/markup-withdrawn': {
    reason: '这个组件或属性在 {hosts} 上已废弃：{why}',
    hint: '请删除 {name}：{docs}',
  },
  'manual/withdrawn': { reason: '这个 API 在 {hosts} 上已废弃：{why}', hint: '请删除这个调用：{docs}' },

  'ignored/definition': { reason: '同名的其他定义或属性' },
  'ignored/own-method': { reason: '对象自身的方法' },
  'ignored/app-method': { reason: '小程序 App 实例自身的方法' },
  'ignored/other-binding': { reason: '不是平台的 API，而是{what}' },
  'ignored/other-object': { reason: '{what}的方法，不是同一个 API' },
  'ignored/own-object': { reason: '{what}的方法，不是平台的方法' },
  'ignored/unknown-object': { reason: '来源不明的对象的方法，可能不是同一个 API' },
  'ignored/js-sdk': { reason: '微信网页的 JS-SDK，不是同一个 API' },
  'ignored/text': { reason: '只是字符串，没有使用 API' },
  'ignored/type': { reason: '只是类型：Taro 仍保留该声明，与新类型兼容' },
  'ignored/feature-test': { reason: '特性检测' },
  'ignored/suppressed': { reason: '已用 taro-modernize-ignore 注释屏蔽' },
  'ignored/specifier-in-use': { reason: '这个导入仍在使用' },
  'ignored/kept-from-rest': { reason: '解构它只是为了从剩余对象中排除' },
  'ignored/guard': { reason: '用于申请权限，在目标平台上无需改动' },
  'ignored/typed-otherwise': { reason: '类型表明这是另一个 API' },
  'ignored/declared': { reason: '只是声明，检查的是使用它的地方' },
  'ignored/unconcerned': { reason: '不一定是平台的 API，且没有自动改写' },
  'ignored/lookalike': { reason: '{global} 的同名 API（{sign}），不是同一个 API' },
  'ignored/kept-test': { reason: '特性检测，相关代码可能仍在使用这个 API，因此保留' },
  'ignored/other-arguments': { reason: '第一个参数不是选项对象，不是同一个 API' },
  'ignored/other-permission': {
    reason: '有的目标平台不支持用这个调用申请 {scope}',
    hint: '请根据 process.env.TARO_ENV 判断，只在支持的平台上调用。浏览器会自动弹窗询问，支付宝使用其他名称。',
  },
  'ignored/left-behind': {
    reason: '{place} 的 {api} 未改写，它与这里的调用共享状态',
    hint: '请把那里也改掉：两者互不知情，一方无法停止另一方开始的播放或录音，也可能收不到对方的事件。',
  },
  'ignored/other-host': { reason: '{global} 的 API，该平台没有废弃它' },
  'ignored/idle-suppression': {
    reason: '这条注释没有屏蔽任何结果',
    hint: '请删除，或移到要屏蔽的代码的上一行。',
  },
  'ignored/trailing-suppression': {
    reason: '这条注释对同一行的代码无效',
    hint: '请移到上一行。',
  },

  'cause/no-value': { reason: '这里没有给它赋值' },
  'cause/annotated': { reason: '只有类型标注表明它是{what}' },
  'cause/own-value': { reason: '它被赋值为自身' },
  'cause/several-values': { reason: '它被赋了不同的值' },
  'cause/expression': { reason: '对象是表达式的结果' },
  'cause/call': { reason: '对象是函数调用的结果' },
  'cause/different-results': { reason: '对象来自一个可能返回不同值的函数' },
  'cause/computed-member': { reason: '对象是通过动态属性名获取的' },
  'cause/computed-import': { reason: '导入的模块名是动态计算的' },
  'cause/required': { reason: '它来自 "{source}"' },
  'cause/imported': { reason: '{name} 来自 "{source}"' },
  'cause/no-taro': { reason: '这个文件没有导入 Taro' },
  'cause/condition': { reason: '{code} 取决于条件' },
  'cause/reassigned': { reason: '{name} 被多次赋值' },
  'cause/changed': { reason: '无法追踪对 {name} 的修改' },
  'cause/unfollowed': { reason: '无法追踪 {name}' },
  'cause/unfollowed-property': { reason: '无法追踪属性 {name}' },
  'cause/namespace': { reason: '{name} 是命名空间的别名' },
  'cause/with': { reason: '{name} 可能是 with 语句中对象的属性' },
  'cause/block-function': { reason: '{name} 可能是代码块中声明的函数' },
  'cause/maybe-js-sdk': { reason: '{name} 可能是网页的 JS-SDK' },
  'cause/list-element': { reason: '{name} 是列表中的元素' },
  'cause/array-element': { reason: '{name} 是从数组中解构出来的' },
  'cause/nested': { reason: '{name} 是从嵌套对象中解构出来的' },
  'cause/computed-key': { reason: '{name} 是用动态属性名解构出来的' },
  'cause/rest': { reason: '{name} 是解构的剩余对象' },
  'cause/default': { reason: '{name} 有默认值' },
  'cause/other-value': { reason: '{name} 可能被赋了别的值' },
  'cause/different-values': { reason: '{name} 被赋了不同的值' },
  'cause/not-given': { reason: '这里没有给 {name} 赋值' },
  'cause/not-given-in-file': { reason: '这个文件没有给 {name} 赋值' },
  'cause/destructured-parameter': { reason: '它是从参数中解构出来的' },
  'cause/nested-pattern': { reason: '它是从嵌套的解构中得到的' },
  'cause/template-name': { reason: '{name} 是模板变量' },
  'cause/parameter': { reason: '{name} 是参数' },
  'cause/typed-parameter': { reason: '{name} 是参数（{type}）' },
  'cause/constructor-parameter': { reason: '{name} 是构造函数的参数' },
  'cause/typed-constructor-parameter': { reason: '{name} 是构造函数的参数（{type}）' },

  'what/instance': { reason: '{type}' },
  'what/new': { reason: '用 new 创建的对象' },
  'what/own-object': { reason: '这个文件中的对象' },
  'what/rest': { reason: '不含这个属性的剩余对象' },
  'what/copy': { reason: '这个对象' },
  'what/proxy': { reason: '这个 Proxy' },
  'what/call': { reason: '调用的结果' },
  'what/result': { reason: '{name}() 的返回值' },
  'what/other-result': { reason: '其他函数的返回值' },
  'what/global': { reason: '全局对象 {name}' },
  'what/global-function': { reason: '全局函数 {name}' },
  'what/declared': { reason: '这个文件声明的 {name}' },
  'what/local': { reason: '这个文件中的 {name}' },
  'what/local-name': { reason: '这个文件中的变量' },
  'what/app-component': { reason: '应用自己的组件 <{name}>' },
  'what/component-member': { reason: '组件的 {name}' },
  'what/taro-member': { reason: 'Taro 的 {name}' },
  'what/exports': { reason: '"{source}" 的导出' },
  'what/package': { reason: '{name} 包' },
  'what/replacement': { reason: '新的 API' },
  'what/runtime-member': { reason: '运行时模块 {runtime} 的 {name}' },
  'what/runtime': { reason: '运行时' },
  'what/plugin': { reason: '插件' },
} as const satisfies Catalogue;

export const zh: TranslationOf<typeof en, typeof templates> = templates;
