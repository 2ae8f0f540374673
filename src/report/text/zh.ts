import { MARKUP_EXTENSIONS } from '../../engine/markup/markup-file';
import { format, valueText } from '../../messages/format';
import { migrationMessages } from '../../migrations';
import { MAX_SOURCE_BYTES, SOURCE_EXTENSIONS } from '../../project/source-files';
import type { Problem } from '../../project/types';
import { HOME } from '../home';
import { quote, type ReportText } from './en';

const megabytes = MAX_SOURCE_BYTES / 1024 / 1024;

function problem({ kind, detail = '' }: Problem, path: string): { what: string; next: string } {
  const quoted = quote(path);
  switch (kind) {
    case 'missing':
      return {
        what: '文件或目录不存在',
        next: '请检查路径。未指定路径时，处理当前目录或其上级目录中的项目。',
      };
    case 'vanished':
      return { what: '在运行期间被删除或移走', next: '请重新运行。' };
    case 'not-a-file':
      return { what: '不是普通文件', next: '请指定普通文件或目录。' };
    case 'unreadable':
      return { what: `无法读取（${detail}）`, next: `请修改权限，或用 --ignore ${quoted} 排除。` };
    case 'binary':
      return { what: '包含二进制数据', next: `请用 --ignore ${quoted} 排除。` };
    case 'encoding':
      return {
        what: `不是 UTF-8 编码${detail ? `（可能是 ${detail}）` : ''}`,
        next: `请先转换编码，例如：iconv -f ${detail || 'GBK'} -t UTF-8 ${quoted} > converted，然后再运行。`,
      };
    case 'broken-utf8':
      return {
        what: '含有不是 UTF-8 的字节，例如半个字符（孤立的代理项）',
        next: '请在编辑器中改正这一行，保存为 UTF-8 后重新运行。',
      };
    case 'too-large':
      return {
        what: `超过 ${megabytes} MB`,
        next: `如果是生成的文件，请用 --ignore ${quoted} 排除；否则请手动修改其中的调用。`,
      };
    case 'syntax':
      return { what: `无法解析：${detail}`, next: `请修正后运行：taro-modernize ${quoted}` };
    case 'internal':
      return {
        what: `处理时 taro-modernize 出错：${detail}`,
        next: '文件没有改动。请附上这个文件反馈问题，并手动修改其中的调用。',
      };
    case 'defect':
      return {
        what: `改写后的代码无法解析（${detail}），这是 taro-modernize 的 bug`,
        next: '文件没有改动。请附上这个文件反馈问题，并手动修改其中的调用。',
      };
    case 'read-only':
      return { what: '是只读文件', next: `请改为可写（chmod u+w ${quoted}）后再运行。` };
    case 'read-only-mount':
      return { what: '位于只读文件系统', next: '请以可写方式重新挂载后再运行，或在项目副本中运行。' };
    case 'too-deep':
      return {
        what: '代码嵌套过深，无法处理',
        next: `如果是生成的文件，请用 --ignore ${quoted} 排除；否则请手动修改其中的调用。`,
      };
    case 'name-encoding':
      return { what: '文件名不是 UTF-8 编码，无法打开', next: '请重命名（可用 convmv 转换）后再运行。' };
    case 'changed-meanwhile':
      return { what: '在运行期间被其他程序修改', next: '没有覆盖任何内容，请重新运行。' };
    case 'outside':
      return {
        what: `将写入指定目录之外（${detail}）`,
        next: '请指定真实目录，或用 --runtime-dir 另选一个。',
      };
    case 'write-failed':
      return { what: `写入失败（${detail}）`, next: '原文件没有改动；请释放磁盘空间或修改权限后重新运行。' };
    case 'runtime-foreign':
      return {
        what: `需要运行时，但 ${detail} 是项目中已有的文件`,
        next: '请移走那个文件，或用 --runtime-dir 另选目录。',
      };
    case 'runtime-project':
      return { what: `所需的运行时暂不支持 ${detail} 项目`, next: '请手动修改其中的调用。' };
    case 'package-json':
      return {
        what: detail === 'missing' ? '所在项目没有 package.json' : '所在项目的 package.json 不是合法的 JSON',
        next: '请先修复，或使用 --runtime file。',
      };
  }
}

export const zh: ReportText = {
  language: 'zh',
  problem,
  finding: ({ messageId, data }) => format({ id: messageId, data }, 'zh', migrationMessages),
  aside: (text) => `（${text}）`,
  sentence: ({ reason, code, hint = '' }) => `${reason}（${code}）。${hint}`,
  about: (name, sentence) => `${name}：${sentence}`,
  comma: '，',
  verdictOf: (verdict, reason) => `${verdict}，${reason}`,
  toChange: (api) => `${zh.apiName(api)} 需要手动修改`,
  verdict: (verdict, done) =>
    ({ rewritten: done ? '已改写' : '可自动改写', manual: '需手动修改', ignored: '忽略' })[verdict],
  apiName: (api) => (api === '*' ? '（动态属性名）' : api),
  sourceKinds: [...SOURCE_EXTENSIONS, ...MARKUP_EXTENSIONS].join(' '),

  changedHeading: (count, done) => (done ? `已修改 ${count} 个文件` : `将修改 ${count} 个文件`),
  marked: '只有 TODO 注释',
  calls: (count) => `${count} 处`,
  manualHeading: (count) => `需要手动修改：${count} 处`,
  reportedHeading: (level, apis, locations) =>
    `${level === 'required' ? '必须替换' : '建议替换'}：${apis} 个已废弃的 API，${locations} 处`,
  replacement: ({ data = {} }) => {
    const to = valueText(data.to ?? data.why, 'zh', migrationMessages);
    return data.platforms === undefined ? to : `${to}（仅 ${valueText(data.platforms, 'zh')}）`;
  },
  problemHeading: (count) => `未能处理：${count} 个文件`,
  adviceHeading: (count) => `提示：${count} 处`,
  ignoredHeading: (count) => `忽略：${count} 处`,
  nothing: (scanned) => `无需处理：${scanned} 个源文件中没有已废弃的调用。`,
  summary: (parts, scanned) => `${parts.join('，')}；${scanned}`,
  count: {
    changed: (count, done) => `${done ? '已修改' : '将修改'} ${count} 个文件`,
    rewritten: (count, done) => `${done ? '已改写' : '可自动改写'} ${count} 处`,
    manual: (count) => `需手动修改 ${count} 处`,
    ignored: (count) => `忽略 ${count} 处`,
    errors: (count) => `错误 ${count} 个`,
    scanned: (count) => `共扫描 ${count} 个源文件`,
  },
  runtime: {
    created: (folder, files, isCommitted) =>
      `运行时已复制到 ${folder}（${isCommitted ? '' : '请提交到仓库，'}可自行修改）：${files.join('、')}`,
    upgraded: (path) => `运行时已升级：${path}`,
    wouldCreate: (folder, files) => `将把运行时复制到 ${folder}：${files.join('、')}`,
    wouldUpgrade: (path) => `将升级运行时 ${path}`,
    kept: (path, version) =>
      `${path}（运行时 ${version}）含有你的修改，因此保留。如需使用新版本，请删除后重新运行。`,
    dependency: (path) => `已把依赖写入 ${path}`,
    wouldDependency: (path) => `将把依赖写入 ${path}`,
  },

  report: {
    title: 'taro-modernize 报告',
    file: '文件',
    place: '位置',
    api: 'API',
    verdict: '结论',
    code: '编号',
    reason: '原因',
    next: '处理建议',
    problem: '问题',
    before: '改写前',
    after: '改写后',
    chart: '按 API 统计',
    changes: '改动',
    totals: (done) => ({
      scanned: '已扫描文件',
      changed: done ? '已修改文件' : '将修改文件',
      rewritten: done ? '已改写' : '可自动改写',
      manual: '需手动修改',
      ignored: '忽略',
      errors: '错误',
    }),
    none: '没有发现需要处理的内容。',
  },

  prBody: {
    intro: (done, locations, files, version) =>
      `用 [taro-modernize](${HOME}) ${version} ${done ? '替换了' : '可替换'}已废弃的小程序 API：${files} 个文件，${locations} 处。`,
    runtime: (folders) =>
      `改写后的代码引入 ${folders.join('、')} 中的运行时，它是 taro-modernize 源码的副本。`,
    replaced: (done, apis, files) =>
      `**${done ? '已替换' : '可替换'}**（${files} 个文件）：${apis.join('、')}。`,
    why: (isRequired, page, docs) =>
      `**原因**：${isRequired ? '宿主已下线这些 API，或会输出警告' : '这些 API 已废弃，仍可使用，但已有替代接口'}（[改写规则](${page})，[宿主的文档](${docs})）。`,
    left: '**需手动修改**：',
    test: '**真机验证**：',
    more: (count) => `另有 ${count} 处，全部列出：\`npx taro-modernize scan --verbose\``,
  },
};
