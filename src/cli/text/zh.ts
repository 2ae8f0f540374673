import type { UsageError } from '../args';
import type { CliText } from './en';

function usageError(error: UsageError): string {
  switch (error.kind) {
    case 'unknown-option':
      return `未知选项 ${error.option}。${error.detail ? `是不是想用 ${error.detail}？` : ''}`;
    case 'missing-value':
      return `${error.option} 需要一个值。`;
    case 'unexpected-value':
      return `${error.option} 不接受值。`;
    case 'bad-value':
      return `${error.option} 只接受：${error.detail}`;
    case 'unexpected-path':
      return `list 不接受路径（${error.option}）。`;
    case 'conflict':
      return `${error.option} 与 ${error.detail} 不能同时使用。`;
  }
}

const help = (version: string): string => `taro-modernize ${version}
把已废弃的 Taro 和小程序 API 改写为新的 API。

用法
  taro-modernize [migrate] [路径…]    改写（文件、目录或 glob）
  taro-modernize scan [路径…]         只列出，不写任何文件
  taro-modernize list                 列出所有已废弃的 API 及处理方式

不写路径时，取当前目录或其上级目录中的 Taro 项目（或小程序）的 sourceRoot。

做什么
  --dry-run            输出统一格式的 diff（可交给 git apply），不写文件
  --check              不写文件；还有待处理的内容时退出码为 1
  -y, --yes            不询问
  --no-todo            不用 TODO 注释标记需手动处理的地方
  --allow-dirty        有未提交修改的文件也写

哪些文件
  --include GLOB       只处理这些；--ignore GLOB：不处理这些
                       （写法同 .gitignore，相对当前目录，可重复）
  --no-gitignore       .gitignore 排除的文件也处理
  --only NAMES         只运行这些迁移，用逗号分隔；default 表示
                       除需显式启用的以外全部

哪些 API
  --platform NAMES     应用构建到哪些平台，如 weapp,h5
                       （默认取自 package.json）
  --target VERSION     只处理微信基础库 VERSION（如 2.20.1）已废弃、
                       并且该版本已有替代接口的 API
  --level LEVEL        required：宿主已下线或会输出警告的（--check 的默认值）；
                       advised：也包括只是有了新接口的（其他情况的默认值）

查到什么程度
  --no-types           单看文件无法判断是谁的方法时，不询问 TypeScript
                       （ts-morph），留给手动处理

改写后的代码所引用的运行时
  --runtime file       复制到项目中，可读可改（默认）
  --runtime package    从 taro-modernize 引用，并写入 package.json
  --runtime-dir DIR    复制到哪里，相对项目根目录
                       （默认：sourceRoot 下的 taro-modernize）

输出
  --json               标准输出只有 JSON
  --report FILE        另写一份报告：.json .sarif .md 或 .html
  --quiet, --verbose   少说、多说
  --lang en|zh         消息的语言（默认按系统区域）
  --no-color
  --version, --help

退出码
  0 完成或无事可做           1 --check 发现待处理内容，或有文件处理失败
  2 用法错误或被拒绝         130 被中断

例子
  npx taro-modernize --dry-run
  npx taro-modernize src
  npx taro-modernize scan apps/* --json
`;

export const zh: CliText = {
  usageError,
  help,
  seeHelp: '参见 taro-modernize --help。',
  crash: (stack) => `taro-modernize 出错了，请反馈：\n${stack}`,
  unknownMigration: (message) => `${message}\n参见 taro-modernize list。`,
  noProject: (cwd) =>
    `在 ${cwd} 及其上级目录中没有找到 Taro 项目或小程序。\n请进入项目目录，或指明路径：npx taro-modernize src`,
  emptyFolder: (path, kinds) =>
    `${path}：没有源文件（${kinds}）。如果被 .gitignore 排除了，请加上 --no-gitignore。`,
  notSource: (paths, kinds) =>
    `已跳过，不是源文件（${kinds}）：${paths.slice(0, 5).join('、')}${paths.length > 5 ? ` 等 ${paths.length} 个` : ''}`,
  unmatched: (option, glob) =>
    `${option} ${glob} 没有匹配任何源文件。请检查写法：规则同 .gitignore，相对当前目录。`,
  runtimeDirOutside: (dir, root) =>
    `--runtime-dir ${dir} 在项目 ${root} 之外。请指定项目内的目录（相对项目根目录）。`,

  project: (kind, version, root, source) =>
    `${kind === 'native' ? '小程序' : `Taro ${version} 项目`} ${root}${source === '.' ? '' : `（源码：${source}）`}`,
  unknownProject: (root) => `${root} 里既没有 Taro 也不是小程序：除了引入 Taro 的文件，都留给手动处理。`,
  searching: (count) => `正在查找… ${count} 个文件`,
  typing: (done, all) => `正在询问 TypeScript ${done}/${all}`,
  writing: (done, all) => `正在写入 ${done}/${all}`,

  untyped: (count) =>
    `没有安装 ts-morph（taro-modernize 的可选依赖）：只有类型才能判断的地方留给手动处理，涉及 ${count} 个文件。\n请把它与 taro-modernize 装在一起（npm install ts-morph@27），或加上 --no-types 不使用它。`,

  dirty: (paths) =>
    `已拒绝：要写的文件中有 ${paths.length} 个含未提交的修改。\n${paths
      .slice(0, 10)
      .map((path) => `  ${path}`)
      .join(
        '\n',
      )}${paths.length > 10 ? `\n  等 ${paths.length} 个` : ''}\n请先提交或暂存（git stash），或加上 --allow-dirty。`,
  nestedRepositories: (paths) =>
    `部分要写的文件位于嵌套的 git 仓库（子模块）中：${paths.join('、')}。\n请先在那里提交改动，或用 --ignore 排除这些目录。`,
  noRepository: '这里不是 git 仓库：除了自己的备份，没有别的办法撤销。',
  noGit: '没有找到 git：无法检查未提交的修改。',
  gitFailed: (detail) => `git 无法给出未提交的修改（${detail}）。`,
  tidied: (count) => `清除了被强行结束的运行留下的 ${count} 个临时文件。`,

  fieldsOf: (api, own, all) =>
    `${api}：改写的 ${all} 处调用中，${own} 处只读取用到的字段${own < all ? '，其余需要整个对象' : ''}。`,
  diffBase: (base, command) => `diff 中的路径相对于 ${base}，请这样应用：${command}`,
  newRuntime: (lines) => `（运行时，新文件，共 ${lines} 行；输出到管道或文件时，diff 中会包含全文）`,
  next: {
    migrated: (trials) => `下一步：查看 git diff，然后构建，并在真机上${trials.join('、') || '试用一下'}。`,
    install: (command) => `下一步：运行 ${command}，然后查看 git diff 并构建。`,
    dryRun: (command) => `没有写任何文件。要执行改写：${command}`,
    check: (command) => `还有待处理的内容。自动改写能改的部分：${command}`,
    level: (hidden) => `另有 ${hidden} 处使用的 API 只是有了新接口。如需包括在内：--level advised`,
    places: '查看具体位置和原因：--verbose',
    scan: (command) => `以 diff 查看改动：${command}`,
    manual: '留给你的地方请手动修改，或用注释忽略：// taro-modernize-ignore 原因',
  },
  list: {
    columns: ['API', '废弃于', '级别', '替代接口'],
    actions: {
      rewritten: '自动改写',
      'opt-in': '指定后才改写',
      reported: '仅报告',
      'by-creator': '',
      listed: '',
    },
    levels: { required: '必须', advised: '建议' },
    others: '其他对象的成员',
    whyNot: '在创建对象的地方报告，或不报告',
    asAbove: '同上',
    andMore: (api, count) => `${api} 等 ${count + 1} 个`,
    aside: (text) => `（${text}）`,
  },
  reportWritten: (path) => `报告：${path}`,
  reportFailed: (path, detail) => `${path}：报告写入失败（${detail}）。请换一个位置。`,
  interrupted: (written, all) =>
    written === 0
      ? '已中断，没有写任何文件。'
      : `已中断：写完了 ${all} 个文件中的 ${written} 个，每个都是完整的。再运行同一条命令即可完成其余部分。`,

  prompt: {
    question: '要执行吗？',
    choiceList: (choices) => `（${choices.join('，')}）`,
    choices: [
      ['a', '执行'],
      ['d', '查看 diff'],
      ['c', '逐个文件选择'],
      ['q', '取消'],
    ],
    file: (path, index, count) => `${index}/${count} ${path}：要改吗？`,
    fileChoices: [
      ['y', '是'],
      ['n', '否'],
      ['a', '这个和其余全部'],
      ['q', '取消，什么都不写'],
    ],
    cancelled: '已取消，没有写任何文件。',
    noneChosen: '没有选择文件，什么都没有写。',
  },
};
