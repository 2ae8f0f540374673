import type { Finding } from '../../engine/types';
import { valueText } from '../../messages/format';
import type { Language, Template } from '../../messages/message';
import { type Level, migrationMessages } from '../../migrations';
import { isPrintable, printable } from '../../project/printable';
import { MAX_SOURCE_BYTES, SOURCE_EXTENSIONS } from '../../project/source-files';
import type { Problem } from '../../project/types';

const megabytes = MAX_SOURCE_BYTES / 1024 / 1024;

function problem({ kind, detail = '' }: Problem, path: string): { what: string; next: string } {
  const quoted = quote(path);
  switch (kind) {
    case 'missing':
      return {
        what: 'no such file or folder',
        next: 'Check the path; without a path the project around the working directory is taken.',
      };
    case 'not-a-file':
      return { what: 'not a regular file', next: 'Name a regular file or a folder.' };
    case 'unreadable':
      return {
        what: `cannot be read (${detail})`,
        next: `Make it readable, or leave it out with --ignore ${quoted}.`,
      };
    case 'binary':
      return { what: 'holds binary data', next: `Leave it out with --ignore ${quoted}.` };
    case 'encoding':
      return {
        what: `is not UTF-8${detail ? ` (it looks like ${detail})` : ''}`,
        next: `Convert it, for instance: iconv -f ${detail || 'GBK'} -t UTF-8 ${quoted} > converted, then run again.`,
      };
    case 'too-large':
      return {
        what: `is larger than ${megabytes} MB`,
        next: `If it is generated, leave it out with --ignore ${quoted}; else change it by hand.`,
      };
    case 'syntax':
      return { what: `cannot be parsed: ${detail}`, next: `Correct it, then run: taro-modernize ${quoted}` };
    case 'internal':
      return {
        what: `made taro-modernize fail: ${detail}`,
        next: 'Nothing was changed in it. Please report it with the file, and change it by hand.',
      };
    case 'defect':
      return {
        what: `the rewritten code does not parse (${detail}), which is a defect of taro-modernize`,
        next: 'The file is unchanged. Please report the defect with this file, and change its calls manually.',
      };
    case 'read-only':
      return { what: 'is read-only', next: `Make it writable (chmod u+w ${quoted}) and run again.` };
    case 'read-only-mount':
      return {
        what: 'is on a read-only file system',
        next: 'Mount the file system writable and run again, or run in a copy of the project.',
      };
    case 'too-deep':
      return {
        what: 'is nested too deeply to be processed',
        next: `If it is generated, leave it out with --ignore ${quoted}; otherwise change its calls manually.`,
      };
    case 'name-encoding':
      return {
        what: 'has a name that is not UTF-8, so it cannot be opened',
        next: 'Rename it (convmv can convert names), then run again.',
      };
    case 'changed-meanwhile':
      return {
        what: 'was changed by someone else during the run',
        next: 'Nothing was overwritten; run again.',
      };
    case 'outside':
      return {
        what: `would be written outside the given folders (${detail})`,
        next: 'Name the real folder, or choose another one with --runtime-dir.',
      };
    case 'write-failed':
      return {
        what: `could not be written (${detail})`,
        next: 'The old file is untouched; free space or correct the permissions and run again.',
      };
    case 'runtime-foreign':
      return {
        what: `needs the runtime, but ${detail} is a file of yours`,
        next: 'Move that file, or choose another folder with --runtime-dir.',
      };
    case 'runtime-project':
      return {
        what: `needs a runtime that does not exist yet for ${detail} projects`,
        next: 'Change it by hand.',
      };
    case 'package-json':
      return {
        what:
          detail === 'missing'
            ? 'its project has no package.json'
            : 'the package.json of its project is no valid JSON',
        next: 'Put it in order, or use --runtime file.',
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
  finding: ({ reason, hint }: Finding): Template => ({ reason, ...(hint !== undefined && { hint }) }),
  /** An explanation of the preceding words. */
  aside: (text: string) => ` (${text})`,
  /** A finding as one sentence, for a comment or a log. */
  sentence: ({ reason, code, hint }: Pick<Finding, 'reason' | 'code' | 'hint'>) =>
    `${reason} (${code}).${hint ? ` ${hint}` : ''}`,
  /** A name with a statement about it. */
  about: (name: string, sentence: string) => `${name}: ${sentence}`,
  verdictOf: (verdict: string, reason: string) => `${verdict}, ${reason}`,
  leftAsIs: (api: string) => `${api} is left as it is`,
  verdict: { rewritten: 'rewritten', manual: 'by hand', ignored: 'left alone' },
  sourceKinds: SOURCE_EXTENSIONS.join(' '),

  changedHeading: (count: number, done: boolean) =>
    done ? `Changed ${plural(count, 'file')}` : `Would change ${plural(count, 'file')}`,
  marked: 'TODO comments only',
  calls: (count: number) => plural(count, 'place'),
  manualHeading: (count: number) => `Left for you: ${plural(count, 'place')}`,
  reportedHeading: (level: Level, apis: number, places: number) =>
    `${level === 'required' ? 'To replace' : 'Advised'}: ${plural(apis, 'deprecated API')}, ${plural(places, 'place')}`,
  /** The replacement for a report-only API, or why there is none. */
  replacement: ({ data = {} }: Finding) => valueText(data.to ?? data.why, 'en', migrationMessages),
  problemHeading: (count: number) => `Not processed: ${plural(count, 'file')}`,
  adviceHeading: (count: number) => `Good to know: ${plural(count, 'place')}`,
  ignoredHeading: (count: number) => `Rightly left alone: ${plural(count, 'place')}`,
  skippedHeading: (count: number) => `Not chosen: ${plural(count, 'file')}`,
  nothing: (scanned: number) => `Nothing to do: no deprecated call in ${plural(scanned, 'source file')}.`,
  summary: (parts: readonly string[]) => parts.join(', '),
  count: {
    changed: (count: number, done: boolean) => `${plural(count, 'file')} ${done ? 'changed' : 'to change'}`,
    rewritten: (count: number, done: boolean) => `${count} ${done ? 'rewritten' : 'to rewrite'}`,
    manual: (count: number) => `${count} by hand`,
    ignored: (count: number) => `${count} left alone`,
    errors: (count: number) => plural(count, 'error'),
    scanned: (count: number) => `${plural(count, 'source file')} searched`,
  },
  runtime: {
    created: (path: string) => `Runtime copied to ${path} (commit it; it is yours to read and change)`,
    upgraded: (path: string) => `Runtime upgraded: ${path}`,
    wouldCreate: (path: string) => `Would copy the runtime to ${path}`,
    wouldUpgrade: (path: string) => `Would upgrade the runtime ${path}`,
    removed: (path: string) =>
      `Removed ${path}, an unchanged copy of an earlier version, which is no longer needed`,
    wouldRemove: (path: string) =>
      `Would remove ${path}, an unchanged copy of an earlier version, which is no longer needed`,
    kept: (path: string, version: string) =>
      `${path} (runtime ${version}) has changes of yours and was kept. To take the current one, delete it and run again.`,
    dependency: (path: string) => `Dependency added to ${path}`,
    wouldDependency: (path: string) => `Would add the dependency to ${path}`,
  },

  report: {
    title: 'taro-modernize report',
    file: 'File',
    place: 'Place',
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
    totals: {
      scanned: 'searched',
      changed: 'changed',
      rewritten: 'rewritten',
      manual: 'by hand',
      ignored: 'left alone',
      errors: 'errors',
    },
    none: 'Nothing was found.',
  },
};

export type ReportText = typeof en;
