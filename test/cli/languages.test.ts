import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CliText, cliText } from '../../src/cli/text';
import { buildText } from '../../src/integrations/text';
import { zh as build } from '../../src/integrations/text/zh';
import type { Problem } from '../../src/project/types';
import { describeProblem } from '../../src/report/problem';
import { reportText } from '../../src/report/text';
import { inProcess } from './support/in-process';
import { OLD, taroProject } from './support/projects';
import { committed, git, identify, tree } from './support/tree';

const HAN = /\p{Script=Han}/u;
/** Three English words in a row. Options, paths and names do not match. */
const ENGLISH = /(?<![-\w/.])[a-z]+ [a-z]+ [a-z]+(?![-\w/]|\.\w)/i;
/** Commands and comments that users copy. */
const CODE =
  /(?:npx |\/\/ )?taro-modernize(?: (?:list|scan|--?[\w-]+(?: [\w-]+)?|\S*\/\S*))*|git \w+(?: -\w+)?(?: && git commit)?|npm install \S+/g;

function expectChinese(text: string): void {
  expect(text).toMatch(HAN);
  expect(text.replace(CODE, '')).not.toMatch(ENGLISH);
}

interface Failure {
  args: readonly string[];
  files?: Readonly<Record<string, string>>;
  /** The working directory below the project. */
  at?: string;
  spoil?(root: string): void;
}

const project = (files = {}) => taroProject({ 'a.ts': OLD, ...files });

/** Every error that stops the command or a file, by its name. */
const failures: Readonly<Record<string, Failure>> = {
  'an unknown option': { args: ['--no-such'] },
  'a misspelled option': { args: ['--dryrun'] },
  'an option without its value': { args: ['--only'] },
  'a value for a flag': { args: ['--json=1'] },
  'an unknown level': { args: ['--level', 'none'] },
  'a misspelled level': { args: ['--level', 'require'] },
  'an unknown platform': { args: ['--platform', 'symbian'] },
  'an unknown runtime': { args: ['--runtime', 'cdn'] },
  'an unknown ending of a report': { args: ['--report', 'x.txt'] },
  'an invalid version': { args: ['--target', 'latest'] },
  'a path for list': { args: ['list', 'src'] },
  'options that exclude each other': { args: ['--quiet', '--verbose'] },
  'an option without the one it requires': { args: ['--baseline', 'a.json'] },
  'a baseline that does not exist': { args: ['--check', '--baseline', 'a.json'] },
  'a file that is no baseline': { args: ['--check', '--baseline', 'package.json'] },
  'a commit outside a repository': { args: ['scan', '--since', 'main'] },
  'an unknown migration': { args: ['--only', 'nothing'] },
  'a misspelled migration': { args: ['--only', 'startRecord'] },
  'a misspelled command': { args: ['scann'] },
  'the command help': { args: ['help'] },
  'a path that does not exist': { args: ['nowhere/at/all'] },
  'a folder without sources': { args: ['scan', 'src/css'], files: { 'css/a.css': '' } },
  'a file that is no source': { args: ['scan', 'src/css/a.css'], files: { 'css/a.css': '' } },
  'a glob that matches nothing': { args: ['scan', '--include', '*.coffee'] },
  'a runtime folder outside the project': { args: ['--runtime-dir', '../elsewhere'] },
  'no project': { args: ['scan'], at: '..' },
  'a syntax error': { args: ['scan'], files: { 'b.ts': 'Taro.startRecord(;\n' } },
  'a file that git could not restore': {
    args: [],
    spoil: (root) => writeFileSync(join(root, 'src/a.ts'), `${OLD}// mine\n`),
  },
  'commits without a repository': {
    args: ['--commit'],
    spoil: (root) => rmSync(join(root, '.git'), { recursive: true }),
  },
  'commits with changes of the user': {
    args: ['--commit'],
    spoil: (root) => writeFileSync(join(root, 'tsconfig.json'), '{ }\n'),
  },
  'commits during a merge': {
    args: ['--commit'],
    spoil: (root) => writeFileSync(join(root, '.git/MERGE_HEAD'), git(root, 'rev-parse', 'HEAD')),
  },
  'a git hook that fails': {
    args: ['--commit'],
    spoil: (root) => {
      identify(root);
      writeFileSync(join(root, '.git/hooks/pre-commit'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    },
  },
  'a git hook that changes a file': {
    args: ['--commit'],
    spoil: (root) => {
      identify(root);
      const script = '#!/bin/sh\necho >> tsconfig.json\n';
      writeFileSync(join(root, '.git/hooks/pre-commit'), script, { mode: 0o755 });
    },
  },
  'a repository URL that is no web page': { args: ['--repo-url', 'github'] },
  'a report that cannot be written': {
    args: ['scan', '--report', 'x.json'],
    spoil: (root) => mkdirSync(join(root, 'x.json')),
  },
};

async function fail({ args, files, at = '.', spoil }: Failure, lang: string): Promise<string> {
  const top = tree({});
  const root = committed(tree(project(files)));
  spoil?.(root);
  const { code, stdout, stderr } = await inProcess(at === '..' ? top : root, [...args, '--lang', lang]);
  expect(stderr, `exit code ${code}, and on stdout:\n${stdout}`).not.toBe('');
  return stderr.replaceAll(root, 'app').replaceAll(top, 'top').replace(cliText('zh').seeHelp, '');
}

describe.each(Object.entries(failures))('%s', (name, failure) => {
  test(`${name}: the error is Chinese with --lang zh`, async () => {
    const text = await fail(failure, 'zh');
    // Babel's errors are English.
    expectChinese(name === 'a syntax error' ? text.replace(/(?<=无法解析：).*/, '') : text);
  });

  test(`${name}: the error is English with --lang en, and a sentence`, async () => {
    const text = await fail(failure, 'en');
    expect(text).not.toMatch(HAN);
    expect(text).not.toMatch(/undefined|\[object/);
  });
});

/** Kinds of problems that a test cannot cause, or causes slowly, are shown like the others. */
const PROBLEMS: Readonly<Record<Problem['kind'], string | undefined>> = {
  missing: undefined,
  vanished: undefined,
  'not-a-file': undefined,
  unreadable: 'EACCES',
  binary: undefined,
  encoding: 'GBK',
  'broken-utf8': undefined,
  'too-large': undefined,
  syntax: 'Unexpected token (1:2)',
  internal: 'RangeError',
  defect: 'Unexpected token (1:2)',
  'read-only': undefined,
  'read-only-mount': undefined,
  'too-deep': undefined,
  'name-encoding': undefined,
  'changed-meanwhile': undefined,
  outside: '../lib',
  'write-failed': 'ENOSPC',
  'runtime-foreign': 'src/taro-modernize/recorder.ts',
  'runtime-project': 'Taro 2',
  'package-json': 'missing',
};

test.each(Object.entries(PROBLEMS))('the problem %s is Chinese, with Chinese punctuation', (kind, detail) => {
  const problem = { kind, ...(detail !== undefined && { detail }) } as Problem;
  const { what, next, line } = describeProblem(problem, 'src/a.ts', reportText('zh'));
  expectChinese(what);
  expectChinese(next);
  expect(line).toMatch(/^src\/a\.ts：/);
  expect(describeProblem(problem, 'src/a.ts', reportText('en')).line).toMatch(/^src\/a\.ts: .+\. .+/);
});

type Texts = readonly [name: string, text: string][];

/** All texts of a table, with sample values for those that are functions. */
function textsOf(table: object, path = ''): Texts {
  return Object.entries(table).flatMap(([key, value]): Texts => {
    const name = `${path}${key}`;
    if (typeof value === 'string') return [[name, value]];
    if (typeof value === 'object' && value !== null) return textsOf(value, `${name}.`);
    return [];
  });
}

const NAMES = /^(list\.columns\.0|seeHelp|list\.actions\..*|prompt\.\w*[cC]hoices\.\d+\.0|language|comma)$/;

test.each(
  textsOf(cliText('zh'))
    .concat(textsOf(build))
    .filter(([name, text]) => text !== '' && !NAMES.test(name)),
)('the text %s is Chinese', (_, text) => expectChinese(text));

const TALKS: readonly ((text: CliText) => string)[] = [
  (text) => text.crash('at main.ts:1:1'),
  (text) => text.sourceRootOutside('../shared', 'npx taro-modernize ../shared'),
  (text) => text.gone(['a.ts']),
  (text) => text.unborn('app'),
  (text) => text.gitFailed('app', ''),
  (text) => text.gitFailed('app', 'fatal'),
  (text) => text.nestedRepositories(['lib']),
  (text) => text.untyped(2),
  (text) => text.notAsked('ci'),
  (text) => text.interrupted(0, 2),
  (text) => text.interrupted(1, 2),
  (text) => text.installed(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name, apis: ['a', 'b'] }))),
  (text) => text.prompt.edit(['a', 'b', 'c', 'd', 'e', 'f'], 1, 2),
  (text) => text.commit.repositories(['app', 'lib']),
  (text) => text.commit.impossible('fatal'),
  (text) => text.commit.made('1234567', text.commit.replaced(['a', 'b'])),
  (text) => text.commit.changed('1234567', ['a', 'b', 'c', 'd', 'e', 'f'], true, null),
  (text) => text.commit.interrupted(1, 2),
  (text) => text.commit.runtime(['a', 'b'], '1.0.0'),
  (text) => text.commit.dependency('1.0.0'),
  (text) => text.commit.subject({ apis: ['a', 'b', 'c', 'd'], isMarked: false, locations: 4, inFiles: 2 }),
  (text) => text.commit.subject({ apis: [], folder: '.', isMarked: true, locations: 1, inFiles: 1 }),
  (text) => text.commit.manual(2, true),
  (text) => text.commit.trials([text.commit.page('https://a')]),
  (text) => text.leftOut('app', 2, ['h5', 'weapp']),
];

test.each(
  TALKS.map((talk, index) => [index, talk] as const),
)('rare message %i is Chinese with --lang zh', (_, talk) => {
  expectChinese(talk(cliText('zh')));
  expect(talk(cliText('en'))).not.toMatch(HAN);
});

test('a build after jscodeshift says in the language of the locale that the runtime is missing', () => {
  expectChinese(build.installRuntime);
  expect(buildText().installRuntime).toContain('npm install taro-modernize');
});
