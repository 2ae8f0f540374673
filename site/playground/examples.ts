import type { Options, State } from './state';

/** An example of a page, and the line of its code block, which counts from 0. */
export interface Example {
  line: number;
  state: State;
}

/** The headings of finding pages with code that has the finding. */
const HEADINGS = /^## (Before|Example|修改前|示例)$/;

/**
 * The examples of a page of findings or migrations.
 * @param file path in the repository
 * @param english the English page, which has the options of the examples
 */
export function examplesOf(file: string, text: string, english: string): Example[] {
  if (/docs\/(zh-CN\/)?findings\/(?!README)/.test(file)) return findingExamples(text, english);
  if (/docs\/(zh-CN\/)?migrations\/(?!README)/.test(file)) return migrationExamples(text);
  return [];
}

function findingExamples(text: string, english: string): Example[] {
  const given = /<!-- options: (.+) -->/.exec(english)?.[1];
  // As in test/docs/filled-page.ts, where each example is a file on its own.
  const options: Options = { vueCompiler: false, ...(given ? JSON.parse(given) : {}), evidence: false };
  return blocksOf(text)
    .filter(({ heading, language }) => HEADINGS.test(heading) && /^([jt]sx?|vue|wxml)$/.test(language))
    .map(({ line, language, code }) => {
      const { vueCompiler, ...rest } = options;
      const isVue = language === 'vue';
      return {
        line,
        state: {
          files: [{ name: `example.${language}`, code }],
          options: { ...rest, ...(isVue && vueCompiler === false && { vueCompiler }) },
        },
      };
    });
}

/** The code before the changes of a diff, with the options of the command above it. */
function migrationExamples(text: string): Example[] {
  const migration = /--only ([\w-]+)/.exec(text)?.[1];
  const platforms = /--platform ([\w,-]+) --dry-run/.exec(text)?.[1]?.split(',');
  if (!migration) return [];
  return blocksOf(text)
    .filter(({ language }) => language === 'diff' || language === 'tsx')
    .map(({ line, language, code }) => {
      const before = language === 'diff' ? code.replace(/^\+.*\n/gm, '').replace(/^[ -]/gm, '') : code;
      const isTemplate = before.startsWith('<');
      return {
        line,
        state: {
          files: [
            { name: isTemplate ? 'pages/index/index.wxml' : 'src/pages/index/index.tsx', code: before },
          ],
          options: {
            migrations: [migration],
            runtime: 'file' as const,
            ...(isTemplate && { project: 'native' as const }),
            ...(platforms && { platforms }),
          },
        },
      };
    });
}

interface Block {
  heading: string;
  language: string;
  line: number;
  code: string;
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let heading = '';
  const lines = text.split('\n');
  for (let line = 0; line < lines.length; line++) {
    if (lines[line]!.startsWith('## ')) heading = lines[line]!;
    const language = /^```(\S*)/.exec(lines[line]!)?.[1];
    if (language === undefined) continue;
    const end = lines.indexOf('```', line + 1);
    blocks.push({ heading, language, line, code: `${lines.slice(line + 1, end).join('\n')}\n` });
    line = end;
  }
  return blocks;
}
