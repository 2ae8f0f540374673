import { MARKUP_EXTENSIONS } from '../../engine/markup/markup-file';
import type { Finding, Verdict } from '../../engine/types';
import { valueText } from '../../messages/format';
import type { Language, Template } from '../../messages/message';
import { type Level, migrationMessages } from '../../migrations';
import { isPrintable, printable } from '../../project/printable';
import { MAX_SOURCE_BYTES, SOURCE_EXTENSIONS } from '../../project/source-files';
import type { Problem } from '../../project/types';
import { HOME } from '../home';

const megabytes = MAX_SOURCE_BYTES / 1024 / 1024;

function problem({ kind, detail = '' }: Problem, path: string): { what: string; next: string } {
  const quoted = quote(path);
  switch (kind) {
    case 'missing':
      return {
        what: 'no such file or folder',
        next: 'Check the path. Without a path, the project in or above the working directory is used.',
      };
    case 'vanished':
      return { what: 'was deleted or moved during the run', next: 'Run again.' };
    case 'not-a-file':
      return { what: 'not a regular file', next: 'Pass a regular file or a folder.' };
    case 'unreadable':
      return {
        what: `cannot be read (${detail})`,
        next: `Make it readable, or exclude it with --ignore ${quoted}.`,
      };
    case 'binary':
      return { what: 'contains binary data', next: `Exclude it with --ignore ${quoted}.` };
    case 'encoding':
      return {
        what: `is not UTF-8${detail ? ` (looks like ${detail})` : ''}`,
        next: `Convert it, for example: iconv -f ${detail || 'GBK'} -t UTF-8 ${quoted} > converted, then run again.`,
      };
    case 'broken-utf8':
      return {
        what: 'contains bytes that are not UTF-8, such as half of a character (a lone surrogate)',
        next: 'Correct this line in an editor, save the file as UTF-8, and run again.',
      };
    case 'too-large':
      return {
        what: `is larger than ${megabytes} MB`,
        next: `If it is generated, exclude it with --ignore ${quoted}; otherwise change its calls manually.`,
      };
    case 'syntax':
      return { what: `cannot be parsed: ${detail}`, next: `Fix it, then run: taro-modernize ${quoted}` };
    case 'internal':
      return {
        what: `caused an error in taro-modernize: ${detail}`,
        next: 'The file is unchanged. Please report the error with this file, and change its calls manually.',
      };
    case 'defect':
      return {
        what: `the rewritten code does not parse (${detail}), which is a bug in taro-modernize`,
        next: 'The file is unchanged. Please report the bug with this file, and change its calls manually.',
      };
    case 'read-only':
      return { what: 'is read-only', next: `Make it writable (chmod u+w ${quoted}) and run again.` };
    case 'read-only-mount':
      return {
        what: 'is on a read-only file system',
        next: 'Remount it as writable and run again, or run in a copy of the project.',
      };
    case 'too-deep':
      return {
        what: 'is nested too deeply to be processed',
        next: `If it is generated, exclude it with --ignore ${quoted}; otherwise change its calls manually.`,
      };
    case 'name-encoding':
      return {
        what: 'has a name that is not UTF-8, so it cannot be opened',
        next: 'Rename it (convmv can convert names), then run again.',
      };
    case 'changed-meanwhile':
      return {
        what: 'was changed by another program during the run',
        next: 'Nothing was overwritten. Run again.',
      };
    case 'outside':
      return {
        what: `would be written outside the given folders (${detail})`,
        next: 'Pass the real folder, or choose another one with --runtime-dir.',
      };
    case 'write-failed':
      return {
        what: `could not be written (${detail})`,
        next: 'The original file is unchanged. Free up space or fix the permissions, then run again.',
      };
    case 'runtime-foreign':
      return {
        what: `needs the runtime, but ${detail} is an existing file of yours`,
        next: 'Move that file, or choose another folder with --runtime-dir.',
      };
    case 'runtime-project':
      return {
        what: `needs a runtime that is not yet available for ${detail} projects`,
        next: 'Change its calls manually.',
      };
    case 'package-json':
      return {
        what:
          detail === 'missing'
            ? 'its project has no package.json'
            : 'the package.json of its project is not valid JSON',
        next: 'Fix it, or use --runtime file.',
      };
  }
}

/** Quotes a word for the user's shell. */
export function quote(path: string): string {
  if (!isPrintable(path)) return `$'${printable(path.replace(/[\\']/g, '\\$&'))}'`;
  // cmd only supports double quotes, which cannot occur in its file names.
  if (process.platform === 'win32') return /^[\w./\\:@+-]+$/.test(path) ? path : `"${path}"`;
  return /^[\w./@+-]+$/.test(path) ? path : `'${path.replace(/'/g, `'\\''`)}'`;
}

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

export const en = {
  language: 'en' as Language,
  problem,
  /** The engine's own messages, which are in English. */
  finding: ({ reason, hint }: Finding): Template => ({ reason, hint }),
  /** An explanation of the preceding words. */
  aside: (text: string) => ` (${text})`,
  /** A finding as one sentence, for a comment or a log. */
  sentence: ({ reason, code, hint }: Pick<Finding, 'reason' | 'code' | 'hint'>) =>
    `${reason} (${code}).${hint ? ` ${hint}` : ''}`,
  /** A name with a statement about it. */
  about: (name: string, sentence: string) => `${name}: ${sentence}`,
  /** Between the items of a list. */
  comma: ', ',
  verdictOf: (verdict: string, reason: string) => `${verdict}, ${reason}`,
  toChange: (api: string) => `${en.apiName(api)} needs a manual change`,
  verdict: (verdict: Verdict, done: boolean) =>
    ({ rewritten: done ? 'rewritten' : 'to rewrite', manual: 'needs a manual change', ignored: 'ignored' })[
      verdict
    ],
  /** The API of a finding, as readers see it. */
  apiName: (api: string) => (api === '*' ? '(computed name)' : api),
  sourceKinds: [...SOURCE_EXTENSIONS, ...MARKUP_EXTENSIONS].join(' '),

  changedHeading: (count: number, done: boolean) =>
    done ? `Changed ${plural(count, 'file')}` : `Would change ${plural(count, 'file')}`,
  marked: 'TODO comments only',
  calls: (count: number) => plural(count, 'location'),
  manualHeading: (count: number) => `Manual changes needed: ${plural(count, 'location')}`,
  reportedHeading: (level: Level, apis: number, locations: number) =>
    `${level === 'required' ? 'Replacement required' : 'Replacement advised'}: ${plural(apis, 'deprecated API')}, ${plural(locations, 'location')}`,
  /** The replacement for an API that this run does not rewrite, or why there is none. */
  replacement: ({ data = {} }: Finding) => {
    const to = valueText(data.to ?? data.why, 'en', migrationMessages);
    return data.platforms === undefined ? to : `${to} (on ${valueText(data.platforms, 'en')} only)`;
  },
  problemHeading: (count: number) => `Not processed: ${plural(count, 'file')}`,
  adviceHeading: (count: number) => `Notes: ${plural(count, 'location')}`,
  ignoredHeading: (count: number) => `Ignored: ${plural(count, 'location')}`,
  nothing: (scanned: number) => `Nothing to do: no deprecated calls in ${plural(scanned, 'source file')}.`,
  summary: (parts: readonly string[], scanned: string) => `${parts.join(', ')}; ${scanned}`,
  count: {
    changed: (count: number, done: boolean) => `${plural(count, 'file')} ${done ? 'changed' : 'to change'}`,
    rewritten: (count: number, done: boolean) => `${count} ${done ? 'rewritten' : 'to rewrite'}`,
    manual: (count: number) => (count === 1 ? '1 needs a manual change' : `${count} need manual changes`),
    ignored: (count: number) => `${count} ignored`,
    errors: (count: number) => plural(count, 'error'),
    scanned: (count: number) => `${plural(count, 'source file')} scanned`,
  },
  runtime: {
    created: (folder: string, files: readonly string[], isCommitted: boolean) =>
      `Runtime copied to ${folder} (${isCommitted ? '' : 'commit it; '}you may edit it): ${files.join(', ')}`,
    upgraded: (path: string) => `Runtime upgraded: ${path}`,
    wouldCreate: (folder: string, files: readonly string[]) =>
      `Would copy the runtime to ${folder}: ${files.join(', ')}`,
    wouldUpgrade: (path: string) => `Would upgrade the runtime ${path}`,
    kept: (path: string, version: string) =>
      `${path} (runtime ${version}) was kept because you have edited it. To get the current version, delete it and run again.`,
    dependency: (path: string) => `Dependency added to ${path}`,
    wouldDependency: (path: string) => `Would add the dependency to ${path}`,
  },

  report: {
    title: 'taro-modernize report',
    file: 'File',
    place: 'Location',
    api: 'API',
    verdict: 'Verdict',
    code: 'Code',
    reason: 'Reason',
    next: 'Next step',
    problem: 'Problem',
    before: 'Before',
    after: 'After',
    chart: 'Findings by API',
    changes: 'Changes',
    totals: (done: boolean) => ({
      scanned: 'files scanned',
      changed: done ? 'files changed' : 'files to change',
      rewritten: done ? 'rewritten' : 'to rewrite',
      manual: 'need manual changes',
      ignored: 'ignored',
      errors: 'errors',
    }),
    none: 'No findings.',
  },

  /** The text of a pull request, in Markdown. */
  prBody: {
    intro: (done: boolean, locations: number, files: number, version: string) =>
      `${done ? 'Replaces' : 'Would replace'} deprecated mini program APIs with [taro-modernize](${HOME}) ${version}: ${plural(locations, 'location')} in ${plural(files, 'file')}.`,
    runtime: (folders: readonly string[]) =>
      `The rewritten code imports the runtime in ${folders.join(', ')}, which is a copy of source code from taro-modernize.`,
    replaced: (done: boolean, apis: readonly string[], files: number) =>
      `**${done ? 'Replaced' : 'To replace'}** in ${plural(files, 'file')}: ${apis.join(', ')}.`,
    /** @param isRequired whether one of the APIs has the level `required` */
    why: (isRequired: boolean, page: string, docs: string) =>
      `**Why**: ${isRequired ? 'their host has withdrawn these APIs or warns about them' : 'these APIs are deprecated; they still work and have a replacement'} ([what changes](${page}), [documentation of the host](${docs})).`,
    left: '**Needs manual changes**:',
    test: '**Test on a device**:',
    more: (count: number) =>
      `${plural(count, 'more location')}. To list all: \`npx taro-modernize scan --verbose\``,
  },
};

export type ReportText = typeof en;
