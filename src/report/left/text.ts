import type { Language } from '../../messages/message';

const en = {
  /** @param automatic the number of locations that a run rewrites */
  intro: (automatic: number) =>
    `${automatic > 0 ? `First run \`npx taro-modernize\`, which rewrites ${automatic} other ${automatic === 1 ? 'location' : 'locations'} automatically. ` : ''}Work through the sections in order. The command at the end of a section exits with 0 once nothing of its migration is left in the file. A run does not write to a file with uncommitted changes: commit before you run again.`,
  found: 'Why it was not rewritten',
  next: 'What to do',
  /** @param isAfterwards whether a run makes the change once the steps are done */
  location: (isAfterwards: boolean): string =>
    isAfterwards
      ? 'Once that is done, a run makes this change'
      : 'If it is the API of the platform, this is the change (planned for this location)',
  file: 'Code of this file to keep',
  page: 'Example from the page about this finding (not your code)',
  verify: 'Check',
  more: 'Page',
  same: (number: number) => `As in ${number}.`,
  none: 'Nothing is left that needs a manual change.',
  steps: {
    reason: 'reason',
    keep: (comments: readonly string[]) =>
      `To keep the code, write this on the line above: ${comments.map((one) => `\`${one}\``).join(', or between statements: ')}`,
    /** A step with the command in it. */
    runAgain: (step: string, command: string): string =>
      step.replace(/\brun again\b/gi, (words) => `${words.slice(0, 3)} \`${command}\` again`),
    copyRuntime: (command: string) =>
      `After a change by hand, run \`${command}\`: it copies the runtime that a new import names, if it is not in the project yet.`,
    callers: (places: readonly string[], all: number) =>
      all === 0
        ? 'No string in the searched files is one of these names. If no name comes from elsewhere, such as a server, suppress this.'
        : `Strings with these names are at ${places.join(', ')}${all > places.length ? ` and ${all - places.length} more` : ''}. Check whether they reach this code.`,
  },
};

const zh: typeof en = {
  intro: (automatic) =>
    `${automatic > 0 ? `请先运行 \`npx taro-modernize\`，它会自动改写另外 ${automatic} 处。` : ''}请按顺序处理以下各节。每节末尾的命令以 0 退出，表示文件中已没有该迁移规则的遗留。运行不会写入有未提交修改的文件，请先提交再重新运行。`,
  found: '为什么没有改写',
  next: '处理步骤',
  location: (isAfterwards) =>
    isAfterwards ? '完成后重新运行，会这样改写' : '如果确实是平台的 API，应这样修改（按此处代码生成）',
  file: '本文件中要保留的代码',
  page: '文档中的示例（不是你的代码）',
  verify: '检查',
  more: '文档',
  same: (number) => `同第 ${number} 节。`,
  none: '没有需要手动修改的内容。',
  steps: {
    reason: '原因',
    keep: (comments) =>
      `如需保留代码，在上一行写：${comments.map((one) => `\`${one}\``).join('，在语句之间则写：')}`,
    runAgain: (step, command) => step.replace(/重新运行(?=[，。；：、]|$)/g, `重新运行 \`${command}\``),
    copyRuntime: (command) =>
      `手动修改后，请运行 \`${command}\`：如果项目中还没有新导入的运行时，它会复制过来。`,
    callers: (places, all) =>
      all === 0
        ? '搜索过的文件中没有内容为这些名称的字符串。如果名称也不来自服务端等其他地方，请屏蔽这个结果。'
        : `内容为这些名称的字符串在：${places.join('、')}${all > places.length ? ` 等 ${all} 处` : ''}。请检查它们是否会传到这里。`,
  },
};

/** The heading of an example. */
export function exampleHeading(
  { from }: { readonly from: 'location' | 'file' | 'page' },
  isAfterwards: boolean,
  text: LeftText,
): string {
  return from === 'location' ? text.location(isAfterwards) : text[from];
}

/** The words of the list of manual changes. */
export type LeftText = typeof en;

export function leftText(language: Language): LeftText {
  return language === 'zh' ? zh : en;
}
