import type { Unrestorable } from '../../project/git';
import type { UsageError } from '../args';
import { type CliText, SHOWN, SUBJECT_NAMES } from './en';

function usageError({ kind, option, facts: { given, choices = [], meant, other } }: UsageError): string {
  const question = meant === undefined ? '' : `是不是想用 ${meant}？`;
  switch (kind) {
    case 'unknown-option':
      return `未知选项 ${option}。${question}`;
    case 'missing-value':
      return `${option} 需要一个值。`;
    case 'unexpected-value':
      return `${option} 不接受值。`;
    case 'bad-value':
      return `${option} 的值无效：${given}。${question}可选值：${choices.join('、')}。`;
    case 'bad-version':
      return `${option} 的值无效：${given}。应为微信基础库版本号，如 2.20.1。`;
    case 'unexpected-path':
      return `list 不接受路径（${option}）。`;
    case 'missing-code':
      return `${option} 需要一个结果编号，如 taro-modernize explain SYS115。`;
    case 'conflict':
      return `${option} 与 ${other} 不能同时使用。`;
    case 'requires':
      return `${option} 需要与 ${other} 一起使用。`;
  }
}

const help = (version: string): string => `taro-modernize ${version}
将停止维护（已废弃）的 Taro 和小程序 API 改写为新的 API。

用法
  taro-modernize [migrate] [路径…]    改写（文件、目录或 glob）
  taro-modernize scan [路径…]         只列出结果，不写入文件
  taro-modernize todo [路径…]         按处理顺序列出需手动修改之处，附代码和检查命令
  taro-modernize list                 列出所有已废弃的 API 及处理方式
  taro-modernize explain CODE         显示结果编号（如 SYS115）的说明

未指定路径时，处理当前目录或其上级目录中的 Taro 项目（或小程序）的 sourceRoot。

写入
  --dry-run            输出统一格式的 diff（可用于 git apply），不写入任何文件
  --check              不写入任何文件；仍有必须替换的 API 时退出码为 1
                       （加 --level advised 则检查全部）
  --baseline FILE      与 --check 一起使用：只有 FILE 中没有的结果才算失败；
                       --update-baseline：写入 FILE
  -y, --yes            跳过确认
  --commit             每条迁移规则一个提交；--commit=folder：每个顶层目录一个提交；
                       运行时副本单独提交
  --no-todo            不在需要手动修改的位置添加 TODO 注释
  --allow-dirty        允许写入 git 无法恢复的文件：有未提交修改、未被跟踪，
                       或已标记为不检查修改

文件
  --include GLOB       只处理匹配的文件；--ignore GLOB：跳过匹配的文件
                       （语法同 .gitignore，相对当前目录，可重复使用）
  --since REF          只处理与 REF 的共同提交之后改动过的文件，
                       以及未被跟踪的文件
  --no-gitignore       同时处理被 .gitignore 排除的文件
  --only NAMES         只执行指定的迁移规则，用逗号分隔；default 表示
                       全部默认规则（不含需显式启用的）

API
  --platform NAMES     应用的目标平台，如 weapp,h5（默认从 package.json 读取）
  --target VERSION     只处理微信基础库 VERSION（如 2.20.1）已废弃、
                       且该版本支持其替代接口的 API
  --level LEVEL        required：宿主（微信、支付宝等客户端）已下线或会输出警告的
                       API（--check 的默认值）；advised：还包括仍可使用、
                       但已有替代接口的 API（其他情况的默认值）

类型
  --no-types           仅凭文件本身无法判断时，不借助 TypeScript（ts-morph），
                       直接列为需手动修改

改写后的代码引入的运行时
  --runtime file       把源码复制到项目中（默认）
  --runtime package    从 taro-modernize 引入，并写入 package.json
  --runtime-dir DIR    复制到哪个目录，相对项目根目录
                       （默认：sourceRoot 下的 taro-modernize）

输出
  --json               标准输出只包含 JSON
  --report FILE        同时生成报告：.json .sarif .md 或 .html
  --pr-body FILE       同时生成 PR 说明：改了什么、为什么、还剩什么、
                       需要在真机上验证什么
  --repo-url URL       仓库的网页地址，用于 PR 说明中的链接（默认从 git remote 读取）
  --quiet, --verbose   精简输出、详细输出
  --lang en|zh         消息语言（默认跟随系统）
  --no-color           不使用颜色
  --version, --help

退出码
  0 完成，或无需处理         1 --check 发现待处理的内容，或有文件处理、提交失败
  2 用法错误，或拒绝执行     130 被中断

示例
  npx taro-modernize --dry-run
  npx taro-modernize src
  npx taro-modernize scan apps/* --json
`;

const UNRESTORABLE: Readonly<Record<Unrestorable, string>> = {
  modified: '有未提交的修改',
  untracked: '未被 git 跟踪',
  'assume-unchanged': '标记为 assume-unchanged（取消：git update-index --no-assume-unchanged 文件）',
  'skip-worktree': '标记为 skip-worktree（取消：git update-index --no-skip-worktree 文件）',
};

const namesOf = (apis: readonly string[]): string =>
  `${apis.slice(0, SUBJECT_NAMES).join('、')}${apis.length > SUBJECT_NAMES ? ` 等 ${apis.length} 个 API` : ''}`;

const some = (paths: readonly string[]): string =>
  `${paths.slice(0, SHOWN).join('、')}${paths.length > SHOWN ? ` 等 ${paths.length} 个` : ''}`;

export const zh: CliText = {
  usageError,
  help,
  seeHelp: '参见 taro-modernize --help。',
  crash: (stack) => `taro-modernize 运行出错，请反馈以下信息：\n${stack}`,
  unknownMigration: ({ given, meant }) =>
    `未知的迁移规则 "${given}"。${meant === undefined ? '' : `是不是想用 --only ${meant}？`}全部名称见 taro-modernize list`,
  unknownCommand: (given, meant) => `未知的命令或路径：${given}。是不是想用 "${meant}"？`,
  noProject: (cwd) =>
    `在 ${cwd} 及其上级目录中没有找到 Taro 项目或小程序。\n请进入项目目录，或指定路径：npx taro-modernize src`,
  emptyFolder: (path, kinds) =>
    `${path}：没有源文件（${kinds}）。如果被 .gitignore 排除了，请加上 --no-gitignore。`,
  notSource: (paths, kinds) =>
    `已跳过，不是源文件（${kinds}）：${paths.slice(0, 5).join('、')}${paths.length > 5 ? ` 等 ${paths.length} 个` : ''}`,
  gone: (paths) => `未检查，因为不存在：${paths.join('、')}`,
  unmatched: (option, glob) =>
    `${option} ${glob} 没有匹配到源文件。请检查写法：语法同 .gitignore，相对当前目录。`,
  runtimeDirOutside: (dir, root) =>
    `--runtime-dir ${dir} 在项目 ${root} 之外。请指定项目内的目录（相对项目根目录）。`,
  sourceRootOutside: (path, command) => `sourceRoot ${path} 在仓库之外。如确需改写，请指定路径：${command}`,

  project: (kind, version, root, source) =>
    `${kind === 'native' ? '小程序' : `Taro ${version} 项目`}：${root}${source === '.' ? '' : `（源码：${source}）`}`,
  unknownProject: (root) => `${root} 既没有使用 Taro，也不是小程序：只改写引入了 Taro 的文件。`,
  searching: (count) => `正在查找… ${count} 个文件`,
  typing: (done, all) => `正在检查类型 ${done}/${all}`,
  writing: (done, all) => `正在写入 ${done}/${all}`,

  untyped: (count) =>
    `未安装 ts-morph（taro-modernize 的可选依赖）：有 ${count} 个文件需要类型信息才能判断，列为需手动修改。\n请在安装 taro-modernize 的位置安装它（npm install ts-morph@27），或加上 --no-types。`,

  dirty: (paths) =>
    [
      `拒绝执行：有 ${paths.length} 个待写入的文件无法用 git 恢复。`,
      ...paths.slice(0, SHOWN).map(({ path, state }) => `  ${path}：${UNRESTORABLE[state]}`),
      ...(paths.length > SHOWN ? [`  等 ${paths.length} 个`] : []),
      '请先提交或储藏（git stash），或加上 --allow-dirty。',
    ].join('\n'),
  unborn: (top) =>
    `拒绝执行：git 仓库 ${top} 还没有提交，改动将无法撤销。请先提交（git add -A && git commit），或加上 --allow-dirty。`,
  gitFailed: (top, detail) =>
    detail === ''
      ? `拒绝执行：没有找到 git，无法检查 ${top} 中未提交的修改。请安装 git，或加上 --allow-dirty。`
      : `拒绝执行：git 执行失败，无法检查 ${top} 中未提交的修改（${detail}）。请在该目录运行 git status 并排除错误，或加上 --allow-dirty。`,
  since: (ref, failure) => {
    switch (failure.kind) {
      case 'no-repository':
        return `--since ${ref}：当前目录不在 git 仓库中。`;
      case 'git-failed':
        return failure.detail === ''
          ? `--since ${ref}：没有找到 git，请安装 git。`
          : `--since ${ref}：git 执行失败（${failure.detail}）。请运行 git status 并排除错误。`;
      case 'unknown':
        return failure.command === undefined
          ? `--since ${ref}：git 中没有这个提交。请检查名称：git branch --all`
          : `--since ${ref}：本地仓库中没有这个提交。请先获取，然后重新运行：\n  ${failure.command}`;
      case 'no-merge-base':
        return failure.command === undefined
          ? `--since ${ref}：与 HEAD 没有共同的提交。请指定 HEAD 所基于的分支或提交。`
          : `--since ${ref}：本地仓库中没有与 HEAD 共同的提交。请先获取，然后重新运行：\n  ${failure.command}`;
    }
  },
  explain: {
    unknown: (code, alike, url) =>
      `没有结果编号 ${code}。${alike.length > 0 ? `相近的编号：${alike.join('、')}。` : `全部编号：${url}`}`,
  },
  baseline: {
    missing: (file, command) => `${file}：基线文件不存在。创建：${command}`,
    invalid: (file, detail) =>
      `${file}：不是基线文件（${detail}）。请恢复该文件，或删除后用 --update-baseline 重新创建。`,
    failed: (file, detail) => `${file}：基线文件写入失败：${detail}。`,
    written: (file, count) => `基线：${file}（${count} 处）`,
    accepted: (file, count) => `${count} 处结果已在基线 ${file} 中，未列出。`,
    unneeded: (file, entries, command) =>
      [`${file} 中的以下结果已不存在：`, ...entries.map((entry) => `  ${entry}`), `移除：${command}`].join(
        '\n',
      ),
  },
  nestedRepositories: (paths) =>
    `部分待写入的文件位于嵌套的 git 仓库（子模块）中：${paths.join('、')}。\n请先在子模块中提交改动，或用 --ignore 排除这些目录。`,
  noRepository: '当前目录不是 git 仓库，无法用 git 撤销改动，请先备份。',
  tidied: (count) => `已清理上次异常终止遗留的 ${count} 个临时文件。`,

  unsearched: {
    all: (parts) => `以下文件提到了已废弃的 API，但没有查找：${parts.join('；')}。`,
    packages: (folder, count) => `${folder} 中的 ${count} 个文件（如需查找，请加上这个路径）`,
    ignored: (count) =>
      `${count} 个由 git 管理、但被 .gitignore 排除的文件（如需查找，请加上 --no-gitignore）`,
    cml: (count) => `${count} 个 .cml 文件（不支持）`,
  },
  leftOut: (root, count, platforms) =>
    `${root} 中有 ${count} 处调用未处理：package.json 中没有 ${platforms.at(-1)} 的编译配置。如需处理，请加上 --platform ${platforms.join()}`,
  installed: (calls) =>
    `${calls.length} 个已安装的包仍在调用已废弃的 API（${calls
      .slice(0, SHOWN)
      .map(({ name, apis }) => `${name}：${apis.join('、')}`)
      .join(
        '；',
      )}${calls.length > SHOWN ? ' 等' : ''}）。Taro 插件会在构建时改写这些调用：plugins: ['taro-modernize']`,
  fieldsOf: (api, own, all) =>
    `${api}：改写的 ${all} 处调用中，${own} 处只读取用到的字段${own < all ? '，其余需要整个对象' : ''}。`,
  diffBase: (base, command) => `diff 中的路径相对于 ${base}，应用方式：${command}`,
  copiedRuntime: (lines, isNew) =>
    `（运行时：${isNew ? '新文件' : '已升级'}，共 ${lines} 行；查看全文：--verbose，或重定向输出）`,
  notAsked: (why) => `未经询问直接写入：${why === 'ci' ? '设置了 CI' : '标准输入或标准错误不是终端'}。`,
  checked: {
    required: '--check 检查了宿主已下线或会输出警告的 API（--level required）。',
    advised: '--check 检查了所有已废弃的 API（--level advised）。',
  },
  next: {
    migrated: (trials, review) =>
      `下一步：查看 ${review}，构建并在真机上验证${trials.length === 0 ? '' : `：${trials.join('、')}`}。`,
    install: (command, review) => `下一步：运行 ${command}，然后查看 ${review} 并构建。`,
    dryRun: (command) => `未写入任何文件。执行改写：${command}`,
    check: (command) => `其中仍有 API 需要替换。执行自动改写：${command}`,
    level: (hidden) =>
      `另有 ${hidden} 处使用的 API 仍可使用，但已有替代接口（级别 advised）。如需一并列出：--level advised`,
    scan: (command) => `以 diff 形式查看改动：${command}`,
    format: (command) => `格式化改动的文件：${command}`,
    manual: (command) =>
      `请手动修改；不需要修改的，用注释屏蔽：// taro-modernize-ignore 原因\n逐处处理（附代码和步骤）：${command}`,
    explain: (code) => `查看结果编号的含义和示例：npx taro-modernize explain ${code}`,
  },
  list: {
    columns: ['API', '废弃于', '级别', '替代接口'],
    actions: {
      rewritten: '自动改写',
      'opt-in': '需显式启用',
      reported: '仅报告',
      'by-creator': '',
      listed: '',
    },
    levels: { required: '必须', advised: '建议' },
    others: '其他对象的成员',
    whyNot: '在创建对象处报告，或不报告',
    components: '组件和属性',
    syntaxes: '在 JSX、createElement 调用、Vue 模板、WXML 和配置文件中',
    asAbove: '同上',
    andMore: (api, count) => `${api} 等 ${count + 1} 个`,
    aside: (text) => `（${text}）`,
  },
  reportWritten: (path) => `报告：${path}`,
  reportFailed: (path, detail) => `${path}：报告写入失败（${detail}）。请换个位置。`,
  interrupted: (written, all) =>
    written === 0
      ? '已中断，未写入任何文件。'
      : `已中断：${all} 个文件中已写入 ${written} 个，均完整。再次运行同一命令即可完成其余部分。`,

  commit: {
    repositories: (tops) =>
      tops.length === 0
        ? '拒绝执行：--commit 需要 git 仓库。请先创建（git init），或去掉 --commit。'
        : `拒绝执行：待写入的文件不在同一个 git 仓库中（${tops.join('、')}），--commit 无法一起提交。请指定路径，对每个仓库分别运行。`,
    unclean: (paths) =>
      `拒绝执行：--commit 要求工作区没有未提交的修改。请先提交或储藏这些文件：${some(paths)}`,
    unfinished: (operation) =>
      `拒绝执行：git ${operation} 尚未结束，此时 --commit 的提交会成为其中的一部分。请先完成（git ${operation} --continue）或取消（git ${operation} --abort）。`,
    impossible: (detail) => `拒绝执行：git 无法在这里提交：\n${detail}`,
    made: (id, subject) => `已提交 ${id} ${subject}`,
    failed: (made, all, output, commands) =>
      [
        `git commit 失败，已停止：${all} 个提交中完成了 ${made} 个。git 的输出：`,
        output,
        '这次提交的改动都在工作区中。请排除错误，然后提交并继续：',
        ...commands.map((command) => `  ${command}`),
      ].join('\n'),
    changed: (id, paths, isClean, command) =>
      [
        `提交 ${id} 的过程中，有文件被修改（可能由 git 钩子修改）：${some(paths)}`,
        ...(isClean ? [] : ['其中有未提交的修改。请检查（git diff），然后提交或还原。']),
        ...(command === null ? [] : [`已停止，之前的提交均完整。继续执行：${command}`]),
      ].join('\n'),
    interrupted: (made, all) =>
      `已中断：${all} 个提交中完成了 ${made} 个，均完整。再次运行同一命令即可完成其余部分。`,
    runtime: (names, version) =>
      `添加 taro-modernize ${version} 的运行时：${names.join('、')}\n\n后续提交中改写的代码会引入它。\n`,
    dependency: (version) => `添加依赖 taro-modernize ${version}\n\n后续提交中改写的代码会引入它的运行时。\n`,
    subject: ({ apis, folder, isMarked, locations, inFiles }) => {
      const what =
        folder === undefined ? namesOf(apis) : `${folder === '.' ? '顶层目录' : folder} 中已废弃的 API`;
      const counts = `（${inFiles} 个文件，${locations} 处）`;
      return isMarked ? `标记需手动修改的 ${what}${counts}` : `替换 ${what}${counts}`;
    },
    replaced: (apis) => `已替换：${apis.join('、')}。`,
    manual: (count, isMarked) =>
      `需手动修改 ${count} 处${isMarked ? '，已用 TODO(taro-modernize) 注释标记' : ''}。`,
    trials: (trials) => `真机验证：${trials.join('、')}。`,
    page: (url) => `详情：${url}`,
  },

  prompt: {
    question: '是否执行？',
    choiceList: (choices) => `（${choices.join('，')}）`,
    choices: [
      ['a', '执行'],
      ['d', '查看 diff'],
      ['c', '逐处选择'],
      ['q', '取消'],
    ],
    preparing: (done, all) => `查找相互依赖的修改 ${done}/${all}`,
    edit: (paths, index, count) =>
      paths.length === 1
        ? `(${index}/${count}) ${paths[0]}：应用这处修改吗？`
        : `(${index}/${count}) ${some(paths)}：一起应用这些修改吗？这些调用共享状态。`,
    editChoices: [
      ['y', '应用这处修改'],
      ['n', '不应用这处修改'],
      ['a', '应用这处修改和此文件中其余的修改'],
      ['d', '不应用这处修改和此文件中其余的修改'],
      ['q', '结束：只应用已接受的修改（Ctrl-C：不写入任何文件）'],
      ['b', '回到上一个问题'],
      ['?', '帮助'],
    ],
    isFirst: '这是第一个问题。',
    cancelled: '已取消，未写入任何文件。',
    noneChosen: '没有接受任何修改，未写入任何文件。',
  },
};
