import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT } from '../../src/cli/exit';
import { migrations } from '../../src/migrations';
import { REPORT_ONLY } from '../../src/migrations/report-only';
import { blocksOf } from './markdown';

const ROOT = join(import.meta.dirname, '../..');
const text = readFileSync(join(ROOT, 'docs/many-repositories.md'), 'utf8');
const blocks = blocksOf(text);
const schema = JSON.parse(readFileSync(join(ROOT, 'src/report/report.schema.json'), 'utf8'));
const isWindows = process.platform === 'win32';

test('docs/many-repositories.md names only fields in the schema of the report', () => {
  const fields = [...text.matchAll(/^\| `([a-z[\].]+)` \|/gim)].map(([, field]) => field!);
  expect(fields.length).toBeGreaterThan(5);
  for (const field of fields) expect(fieldOf(field), field).toBeDefined();
});

test('docs/zh-CN/many-repositories.md has the same scripts', () => {
  const chinese = readFileSync(join(ROOT, 'docs/zh-CN/many-repositories.md'), 'utf8');
  const scripts = (page: string) =>
    blocksOf(page).map(({ code, file, language }) => ({ code, file, language }));
  expect(scripts(chinese)).toEqual(scripts(text));
});

/**
 * A stub that does what multi-gitter does with the repositories below the working directory, except for
 * cloning. It runs as a separate script, so it cannot use anything from this file.
 */
function multiGitter(): void {
  const { spawnSync: spawn } = require('node:child_process') as typeof import('node:child_process');
  const fs = require('node:fs') as typeof import('node:fs');
  const path = require('node:path') as typeof import('node:path');
  const { parseArgs } = require('node:util') as typeof import('node:util');
  const text = { type: 'string' } as const;
  const list = { type: 'string', multiple: true } as const;
  const common = { org: list, repo: list, 'log-level': text, 'log-file': text };
  const change = { branch: text, 'commit-message': text, 'dry-run': { type: 'boolean' } } as const;
  const options = {
    print: { ...common, concurrent: text, output: text, 'error-output': text },
    run: { ...common, ...change, concurrent: text, output: text },
    status: { ...common, branch: text, output: text },
    merge: { ...common, branch: text },
  };
  const [command, ...args] = process.argv.slice(2);
  const known = options[command as keyof typeof options];
  if (!known) throw new Error(`no command ${command}`);
  const { values, positionals } = parseArgs({ args, options: known, allowPositionals: true }) as {
    values: Record<string, string & string[]>;
    positionals: string[];
  };
  const names = [
    ...(values.repo ?? []),
    ...(values.org ?? []).flatMap((org) => fs.readdirSync(org).map((name) => `${org}/${name}`)),
  ];
  if (names.length === 0) throw new Error('no organization, user, repo, repo-search or code-search set');
  if (command !== 'print' && command !== 'run') return;
  if (command === 'run' && !values['commit-message']) {
    throw new Error('pull request title or commit message must be set');
  }
  const script = path.resolve(positionals[0]!);
  for (const file of [values.output, values['error-output']]) if (file) fs.writeFileSync(file, '');
  for (const name of names) {
    const env = { ...process.env, REPOSITORY: name };
    const { status, stdout, stderr } = spawn(script, { cwd: name, env, encoding: 'utf8' });
    if (values.output) fs.appendFileSync(values.output, stdout);
    if (values['error-output']) fs.appendFileSync(values['error-output'], stderr);
    const git = (...words: string[]) =>
      spawn('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words], { cwd: name });
    if (command !== 'run' || status !== 0) continue;
    git('add', '-A');
    if (values['dry-run']) git('reset', '-q', '--hard');
    else git('commit', '-qm', values['commit-message']!);
  }
}

/** The part of the schema for `files[].findings[].code`. */
function fieldOf(field: string): unknown {
  let part = schema;
  for (const name of field.split('.')) {
    part = part?.properties?.[name.replace('[]', '')];
    if (name.endsWith('[]')) part = part?.items;
    const reference = part?.$ref as string | undefined;
    if (reference) part = schema.definitions[reference.replace('#/definitions/', '')];
  }
  return part;
}

test('docs/many-repositories.md: the patterns of the scripts find every API that a run rewrites', () => {
  const patterns = [...text.matchAll(/^git grep -qE '(.+)'/gm)].map(([, pattern]) => new RegExp(pattern!));
  expect(patterns).toHaveLength(2);
  const rewritten = migrations.filter(({ optIn, runtime, results }) => !optIn && (runtime ?? results));
  const apis = rewritten
    .filter(({ name }) => name !== REPORT_ONLY)
    .flatMap(({ apis, results = {} }) => [...Object.keys(apis), ...Object.keys(results)]);
  expect(apis.length).toBeGreaterThan(15);
  for (const pattern of patterns) expect(apis.filter((api) => !pattern.test(api))).toEqual([]);
});

test('docs/many-repositories.md lists the exit codes of the CLI', () => {
  const codes = [...text.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  expect(codes).toEqual(Object.values(EXIT));
});

describe.skipIf(isWindows)(
  'the scripts of docs/many-repositories.md (not on Windows: need bash)',
  () => {
    let folder: string;
    const env = () => ({ ...process.env, PATH: join(folder, 'bin') + delimiter + process.env.PATH });

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'many-repositories-'));
      mkdirSync(join(folder, 'bin'));
      // Replaces npx, to run this build instead of the published version.
      const cli = join(ROOT, 'dist/cli/bin.js');
      const npx = `#!/usr/bin/env bash\n[ "$1" = --yes ] && [[ "$2" =~ ^taro-modernize@[0-9.]+$ ]] || exit 99\nshift 2\nexec "${process.execPath}" "${cli}" "$@"\n`;
      writeFileSync(join(folder, 'bin/npx'), npx);
      chmodSync(join(folder, 'bin/npx'), 0o755);
      for (const { file, code, language } of blocks)
        if (file && language === 'bash') writeFileSync(join(folder, file), code);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    /** A committed repository with one Taro app. */
    function repository(name: string, page: string): string {
      const path = join(folder, name);
      mkdirSync(join(path, 'config'), { recursive: true });
      mkdirSync(join(path, 'src'));
      writeFileSync(
        join(path, 'package.json'),
        JSON.stringify({ name, dependencies: { '@tarojs/taro': '4.2.0' } }),
      );
      writeFileSync(join(path, 'config/index.js'), "module.exports = { sourceRoot: 'src' }\n");
      writeFileSync(join(path, 'src/page.js'), page);
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: path });
      git('init', '-q');
      git('add', '-A');
      git('commit', '-qm', 'first');
      return path;
    }
    const run = (script: string, cwd: string) =>
      spawnSync('bash', [join(folder, script)], {
        cwd,
        env: { ...env(), REPOSITORY: 'my-org/app' },
        encoding: 'utf8',
      });

    const RECORDS = "import Taro from '@tarojs/taro'\nTaro.startRecord({})\nTaro.getUserProfile()\n";

    test('docs/many-repositories.md: all shell blocks parse', () => {
      const shell = blocks.filter(({ language }) => /^(ba)?sh$/.test(language));
      expect(shell.length).toBeGreaterThan(4);
      for (const { code, line } of shell) {
        const { status, stderr } = spawnSync('bash', ['-n'], { input: code, encoding: 'utf8' });
        expect(status, `docs/many-repositories.md:${line}: ${stderr}`).toBe(0);
      }
    });

    test('docs/many-repositories.md: the survey prints one line per repository with findings and writes nothing', () => {
      const path = repository('survey', RECORDS);
      const { stdout, stderr, status } = run('survey.sh', path);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(JSON.parse(stdout)).toEqual({
        repository: 'my-org/app',
        left: 1,
        manual: 1,
        manualByCode: { DEP120: 1 },
        errors: [],
      });
      expect(execFileSync('git', ['status', '--short'], { cwd: path, encoding: 'utf8' })).toBe('');
    });

    test('docs/many-repositories.md: the survey prints nothing for a repository without findings', () => {
      expect(run('survey.sh', repository('none', 'export default 1\n'))).toMatchObject({
        status: 0,
        stdout: '',
        stderr: '',
      });
    });

    test('docs/many-repositories.md: the run script rewrites and adds TODO marks', () => {
      const path = repository('run', RECORDS);
      expect(run('modernize.sh', path).status).toBe(0);
      const page = readFileSync(join(path, 'src/page.js'), 'utf8');
      expect(page).toContain('recorder.start({})');
      expect(page).toContain('TODO(taro-modernize)');
    });

    test('docs/many-repositories.md: the documented commands work with a multi-gitter stub that checks commands and options', () => {
      writeFileSync(join(folder, 'bin/multi-gitter'), `#!${process.execPath}\n(${multiGitter})()`);
      chmodSync(join(folder, 'bin/multi-gitter'), 0o755);
      mkdirSync(join(folder, 'my-org'));
      const one = repository('my-org/app-one', RECORDS);
      const two = repository('my-org/app-two', 'export default 1\n');
      const page = () => readFileSync(join(one, 'src/page.js'), 'utf8');
      const shell = blocks.filter(({ language }) => language === 'sh');
      const [survey, some, all, check] = shell.map(({ code }) => code);
      const bash = (code: string, cwd = folder) =>
        spawnSync('bash', ['-e', '-c', code], { cwd, env: env(), encoding: 'utf8' });

      expect(bash(survey!)).toMatchObject({ status: 0, stderr: '' });
      const rows = readFileSync(join(folder, 'survey.jsonl'), 'utf8').trim().split('\n');
      expect(rows.map((row) => JSON.parse(row))).toMatchObject([{ repository: 'my-org/app-one', left: 1 }]);
      expect(readFileSync(join(folder, 'survey-errors.txt'), 'utf8')).toBe('');
      expect(page()).toBe(RECORDS);

      // The first run is a dry run, so the second one still has everything to do.
      expect(bash(some!)).toMatchObject({ status: 0, stderr: '' });
      expect(page()).toContain('recorder.start({})');
      const subject = (cwd: string) =>
        execFileSync('git', ['log', '-1', '--format=%s'], { cwd, encoding: 'utf8' }).trim();
      expect(subject(one)).toBe('Replace deprecated mini program APIs');
      expect(subject(two)).toBe('first');

      expect(bash(all!)).toMatchObject({ status: 0, stderr: '' });
      expect(subject(two)).toBe('first');
      expect(bash(check!.replace('npx taro-modernize', 'npx --yes taro-modernize@0.2.0'), one).status).toBe(
        1,
      );
      expect(bash(check!.replace('npx taro-modernize', 'npx --yes taro-modernize@0.2.0'), two).status).toBe(
        0,
      );
    });

    test('docs/many-repositories.md: the loop pushes commits per migration to five bare repositories', () => {
      const pages = {
        records: RECORDS,
        two: `${RECORDS}export const { windowWidth } = Taro.getSystemInfoSync()\n`,
        broken: 'Taro.startRecord({\n',
        left: "import Taro from '@tarojs/taro'\nTaro.getUserProfile()\n",
        none: 'export default 1\n',
      };
      const work = join(folder, 'loop');
      const urls = Object.entries(pages).map(([name, page]) => {
        const bare = join(work, 'remotes', `${name}.git`);
        execFileSync('git', ['clone', '-q', '--bare', repository(`loop/sources/${name}`, page), bare]);
        return bare;
      });
      writeFileSync(join(work, 'repositories.txt'), `${urls.join('\n')}\n`);
      const { stderr } = spawnSync('bash', [join(folder, 'modernize-all.sh')], {
        cwd: work,
        env: {
          ...env(),
          ...Object.fromEntries(
            ['AUTHOR', 'COMMITTER'].flatMap((who) => [
              [`GIT_${who}_NAME`, 't'],
              [`GIT_${who}_EMAIL`, 't@example.com'],
            ]),
          ),
        },
        encoding: 'utf8',
      });
      const pushed = urls.map((cwd) => {
        const args = ['log', '--reverse', '--format=%s', 'HEAD..taro-modernize'];
        const { status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8' });
        return status === 0 ? stdout.trim().split('\n') : [];
      });
      const runtime = expect.stringMatching(/^Add the runtime of taro-modernize /);
      const mark = 'Mark getUserProfile for manual changes (1 location in 1 file)';
      const record = 'Replace startRecord (1 location in 1 file)';
      const system = 'Replace getSystemInfoSync (1 location in 1 file)';
      expect(pushed).toEqual([[runtime, record, mark], [runtime, record, system, mark], [], [mark], []]);
      expect(stderr).toContain('broken: not pushed');
      expect(readFileSync(join(work, 'bodies/two.md'), 'utf8')).toMatch(
        /getSystemInfoSync[\s\S]+make a rec|make a rec[\s\S]+getSystemInfoSync/,
      );
    });

    test('docs/many-repositories.md: a repository with an unreadable file fails instead of getting an incomplete pull request', () => {
      const { status, stderr } = run('modernize.sh', repository('broken', 'Taro.startRecord({\n'));
      expect(status).toBe(1);
      expect(stderr).toContain('my-org/app: a file could not be processed');
    });
  },
  120_000,
);
