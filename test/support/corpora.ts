import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { type ParserPlugin, parse } from '@babel/parser';

const MODULES = join(import.meta.dirname, '../../node_modules');

/** A file of a corpus. */
export interface Sample {
  name: string;
  text: string;
  isModule: boolean;
}

/** A program with added API calls. It is as valid as the original. */
export interface Mention {
  how: string;
  text: string;
}

/** test262's parser test programs, in both forms. */
export function test262(): Sample[] {
  return ['pass', 'pass-explicit'].flatMap((folder) =>
    filesIn(join(MODULES, 'test262-parser-tests', folder), /\.js$/),
  );
}

/** Scripts and modules of installed packages, except packages that only some platforms install. */
export function packageFiles(): Sample[] {
  return filesIn(MODULES, /(?<!\.d)\.([cm]?js|ts|jsx)$/, 100_000).filter(
    ({ name }) => !/(^|\/)(test262-parser-tests|\.[^/]+)\/|(linux|darwin|win32)/.test(name),
  );
}

/** The components of an installed library, or of one that npm downloads: `element-ui@2.15.14`. */
export function components(library: string): Sample[] {
  const [, name, version] = /^(.+?)(?:@([\d.]+))?$/.exec(library)!;
  return filesIn(version ? download(library) : join(MODULES, name!), /\.vue$/);
}

function download(library: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'taro-modernize-corpus-'));
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, library], {
    cwd: folder,
  });
  execFileSync('tar', ['-xf', packed.toString().trim(), '-C', folder], { cwd: folder });
  return folder;
}

function filesIn(root: string, pattern: RegExp, maxSize = Number.POSITIVE_INFINITY): Sample[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => statSync(path).size <= maxSize)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((path) => ({
      name: relative(root, path).split(sep).join('/'),
      text: readFileSync(path, 'utf8'),
      isModule: /\.module\.js$|\.mjs$/.test(path),
    }));
}

/** A number of samples, evenly spread. */
export function some<T>(samples: readonly T[], count: number): T[] {
  const step = Math.max(1, samples.length / count);
  return Array.from({ length: Math.min(count, samples.length) }, (_, at) => samples[Math.floor(at * step)]!);
}

function isProgram(code: string, sourceType: 'module' | 'unambiguous', plugins: ParserPlugin[]) {
  try {
    return parse(code, { sourceType, plugins });
  } catch {
    return undefined;
  }
}

/** Adds API calls to a program in several ways. Returns none if the program cannot be parsed. */
export function mentions({ text, name, isModule }: Sample): Mention[] {
  const plugins: ParserPlugin[] = /\.ts$/.test(name) ? ['typescript'] : ['jsx', 'flow'];
  const isValid = (code: string) => isProgram(code, isModule ? 'module' : 'unambiguous', plugins);
  const program = isValid(text)?.program;
  if (!program) return [];
  const first = program.body[0]?.start ?? text.length;
  const around = (before: string, after: string) =>
    // A program without statements may end with a comment.
    `${text.slice(0, first)}${program.body.length > 0 ? '' : '\n'}${before}${text.slice(first)}\n${after}`;
  const ways = {
    'a call at the start': around('wx.startRecord({});', ''),
    'a call at the end': around('', ';wx.stopRecord()'),
    'a destructured name of wx': around(
      'var { startRecord: mentioned, login: other } = wx;',
      ';mentioned({}), other()',
    ),
    'a function around a call': around('', ';(function () { return wx.startRecord({ success() {} }) })()'),
    ...(program.sourceType === 'module' && {
      'a named import': around(
        "import { startRecord as mentioned, login as other } from '@tarojs/taro';\n",
        ';mentioned(other)',
      ),
      'a default import': around('', "\n;mentioned.startRecord({})\nimport mentioned from '@tarojs/taro'"),
      're-exports': around(
        "export { stopRecord as mentioned, startRecord as delete } from '@tarojs/taro';\n",
        '',
      ),
    }),
    ...(program.sourceType === 'script' && {
      'a require': around("var mentioned = require('@tarojs/taro');", ';mentioned.startRecord({})'),
    }),
  };
  // One program ends with a regular expression and another declares `wx`, so only valid results count.
  return Object.entries(ways).flatMap(([how, code]) => (isValid(code) ? [{ how, text: code }] : []));
}

/** Adds API calls to a component: to its first script and to its template. */
export function componentMentions({ text }: Sample): Mention[] {
  const opening = /<script\b[^>]*>/.exec(text);
  if (!opening) return [];
  const at = opening.index + opening[0].length;
  // Some components declare a name once per platform, between preprocessor comments.
  const code = text.slice(at, text.indexOf('</script>', at));
  if (!isProgram(code, 'module', ['typescript'])) return [];
  const imported =
    "\nimport { startRecord as mentioned } from '@tarojs/taro'\nfunction mention() { mentioned({}); wx.stopRecord() }\n";
  const script = text.slice(0, at) + imported + text.slice(at);
  const closing = script.lastIndexOf('</template>');
  const inTemplate = `${script.slice(0, closing)}<view @tap="mentioned({}), Taro.stopRecord()" />${script.slice(closing)}`;
  return [
    { how: 'in the script', text: script },
    ...(closing < 0 ? [] : [{ how: 'in the template', text: inTemplate }]),
  ];
}
