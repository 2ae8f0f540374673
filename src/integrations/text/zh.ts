import type { BuildText, OnManual } from './en';

function source(onManual: OnManual, report: string | undefined): string {
  if (report !== undefined) return `见 ${report}`;
  return { off: '运行 npx taro-modernize scan 查看', warn: '见警告', error: '见错误' }[onManual];
}

export const zh: BuildText = {
  unparsed: (place, detail) => `${place}：无法解析，未改写：${detail}`,
  defect: (file, detail) =>
    `${file}：改写后的代码无法解析（${detail}），未改写。这是 taro-modernize 的 bug，请附上这个文件反馈。修复之前，可先把该文件加入 "exclude" 选项。`,
  summary: ({ changed, rewritten, manual }, { onManual, report, accepted }) => {
    if (rewritten + manual + accepted === 0) return '本次构建没有已废弃的调用';
    const done = `已改写 ${rewritten} 处，涉及 ${changed} 个文件`;
    if (manual > 0) {
      const others = accepted > 0 ? `；另有 ${accepted} 处在基线中` : '';
      return `${done}，还有 ${manual} 处需手动修改（${source(onManual, report)}${others}）`;
    }
    return accepted > 0
      ? `${done}，没有新增的需手动修改（基线中有 ${accepted} 处）`
      : `${done}，无需手动修改`;
  },
  calls: (name, apis) => `${name}（${apis.join('、')}）`,
  staysInPackages: (libraries) =>
    `依赖包中因不能确保安全而未改写的调用：${libraries.join('、')}。设置 "verbose" 选项可查看位置。`,
  skippedInPackages: (files) => `依赖包中因文件过大或无法解析而未检查的文件：${files.join('、')}`,
  baseline: (file, detail) =>
    detail === ''
      ? `基线文件 ${file} 不存在。创建：npx taro-modernize --check --baseline ${file} --update-baseline`
      : `"baseline" 选项中的 ${file} 不是基线文件（${detail}）。请恢复该文件，或删除后重新创建：npx taro-modernize --check --baseline ${file} --update-baseline。`,
  reportFailed: (path, failure) => `报告无法写入 ${path}：${failure}。请检查 "report" 选项或目录权限。`,
  installRuntime:
    '改写后的文件会引入 taro-modernize 的运行时，请把它加入应用的依赖：npm install taro-modernize',
  notRun: (platform, isReactNative) =>
    `已安装，但本次构建（${platform}）没有运行它。${
      isReactNative
        ? "React Native 由 Metro 构建，Taro 插件无法介入：请把 'taro-modernize/babel' 加入 babel.config.js 的 plugins。"
        : '没有改写任何内容。请用 npx taro-modernize 改写源码，或使用 taro-modernize/webpack-loader、/vite 或 /babel。'
    }`,
  prebundled: (packages, list) =>
    `${packages.join('、')} 的代码未改写：Taro 的依赖预编译（prebundle）不经过 loader。请设置 compiler.prebundle.exclude: [${list}]。`,
  unknownOption: (name, known) =>
    `未知选项 "${name}"。${known === undefined ? '' : `是不是想用 "${known}"？`}`,
  unknownMigration: (name, meant) =>
    `未知的迁移规则 "${name}"。${meant === undefined ? '' : `是不是想用 "${meant}"？`}全部名称见 npx taro-modernize list`,
  unmatchedInclude: (entry) =>
    `"include" 选项中的 ${entry} 没有匹配到源文件。请检查路径（相对项目根目录）或包名。`,
  unmatchedExclude: (entry) =>
    `"exclude" 选项中的 ${entry} 没有匹配到源文件。请检查写法：语法同 .gitignore，相对项目根目录。`,

  eslint: {
    rewritten: '{{subject}}。修复方式：{{sentence}}{{note}}',
    manual: '{{api}} 需要手动修改：{{sentence}}',
    deprecated: (api) => `${api} 已废弃`,
    companion: (api) => `${api} 需要一并修改`,
    noRuntime: (runtime, others) =>
      `项目中没有所需的运行时（${runtime}），因此${others === 0 ? '' : `此处和文件中另外 ${others} 处`}无法自动修复。请运行 npx taro-modernize，它会把运行时复制到项目中；或者使用 Taro 插件，无需修改源码。`,
    unchecked: 'taro-modernize 没有检查这个文件：{{what}}。',
    fixFile: '迁移这个文件',
    hints: {
      'manual/other-platforms':
        "如果不构建到其他平台，请在 ESLint 配置中指定目标平台：settings: { 'taro-modernize': { platforms: ['weapp'] } }",
    },
    unknownSetting: (name, known) =>
      `settings['taro-modernize'] 中的未知设置 "${name}"。${known === undefined ? '' : `是不是想用 "${known}"？`}`,
    badSetting: (name, value, expected) =>
      `settings['taro-modernize'] 中 "${name}" 的值无效：${value}。可选值：${expected}`,
    folderIn: (root) => `项目 ${root} 内的目录（相对项目根目录）`,
  },
};
