import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT } from '../../src/cli/exit';
import { blocksOf } from './markdown';

const ROOT = join(import.meta.dirname, '../..');
const text = readFileSync(join(ROOT, 'docs/many-repositories.md'), 'utf8');
const blocks = blocksOf(text);
const schema = JSON.parse(readFileSync(join(ROOT, 'src/report/report.schema.json'), 'utf8'));
const isWindows = process.platform === 'win32';

test('every field that the page names is in the schema of the report', () => {
  const fields = [...text.matchAll(/^\| `([a-z[\].]+)` \|/gim)].map(([, field]) => field!);
  expect(fields.length).toBeGreaterThan(5);
  for (const field of fields) expect(fieldOf(field), field).toBeDefined();
});

/** The part of the schema that `files[].findings[].code` leads to. */
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

test('the exit codes are those of the command line', () => {
  const codes = [...text.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  expect(codes).toEqual(Object.values(EXIT));
});

describe.skipIf(isWindows)(
  'the scripts (not on Windows: they need bash)',
  () => {
    let folder: string;
    const env = () => ({ ...process.env, PATH: join(folder, 'bin') + delimiter + process.env.PATH });

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'many-repositories-'));
      mkdirSync(join(folder, 'bin'));
      // Stands for npx: this build in place of the published version.
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

    const RECORDS = "import Taro from '@tarojs/taro'\nTaro.startRecord({})\nTaro.startRecord = null\n";

    test('all shell blocks parse', () => {
      const shell = blocks.filter(({ language }) => /^(ba)?sh$/.test(language));
      expect(shell.length).toBeGreaterThan(4);
      for (const { code, line } of shell) {
        const { status, stderr } = spawnSync('bash', ['-n'], { input: code, encoding: 'utf8' });
        expect(status, `docs/many-repositories.md:${line}: ${stderr}`).toBe(0);
      }
    });

    test('the survey prints one line about a repository with something, and writes nothing', () => {
      const path = repository('survey', RECORDS);
      const { stdout, stderr, status } = run('survey.sh', path);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(JSON.parse(stdout)).toEqual({
        repository: 'my-org/app',
        left: 1,
        manual: 1,
        byHand: { REC101: 1 },
        errors: [],
      });
      expect(execFileSync('git', ['status', '--short'], { cwd: path, encoding: 'utf8' })).toBe('');
    });

    test('the survey says nothing about a repository without any', () => {
      expect(run('survey.sh', repository('none', 'export default 1\n'))).toMatchObject({
        status: 0,
        stdout: '',
        stderr: '',
      });
    });

    test('the run rewrites, and marks what is left', () => {
      const path = repository('run', RECORDS);
      expect(run('modernize.sh', path).status).toBe(0);
      const page = readFileSync(join(path, 'src/page.js'), 'utf8');
      expect(page).toContain('recorder.start({})');
      expect(page).toContain('TODO(taro-modernize)');
    });

    test('a repository with a broken file fails, so that it gets no pull request unseen', () => {
      const { status, stderr } = run('modernize.sh', repository('broken', 'Taro.startRecord({\n'));
      expect(status).toBe(1);
      expect(stderr).toContain('my-org/app: a file could not be processed');
    });
  },
  120_000,
);
