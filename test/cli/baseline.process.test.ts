import { chmodSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, json } from './support/cli';
import { OLD, taroProject } from './support/projects';
import { add, committed, git, snapshot, tree } from './support/tree';

const CALL = 'Taro.startRecord({});\n';
const IMPORT = "import Taro from '@tarojs/taro';\n";
/** A call that needs a manual change. */
const MANUAL = `${IMPORT}export async function record(options) { await Taro.startRecord(options); }\n`;
/** An API of the level advised. */
const ADVISED = `${IMPORT}Taro.saveFile({ tempFilePath: 'a' });\n`;

const FILE = 'lint/baseline.json';
const check = (root: string, ...args: string[]) =>
  cli(root, ['--check', '--baseline', FILE, '--no-types', ...args]);
const entriesOf = (root: string, file = FILE) =>
  (JSON.parse(readFileSync(join(root, file), 'utf8')) as { entries: Record<string, Record<string, number>> })
    .entries;

/** A project with a baseline of all its findings. */
function withBaseline(sources: Readonly<Record<string, string>> = { 'a.ts': OLD, 'b.ts': MANUAL }): string {
  const root = tree(taroProject(sources));
  expect(check(root, '--update-baseline').code).toBe(0);
  return root;
}

describe('--update-baseline', () => {
  it('writes what --check counts, sorted, with paths relative to the folder of the baseline', () => {
    const root = withBaseline({
      'b.ts': MANUAL,
      'a.ts': `${OLD}${CALL}`,
      'c.ts': ADVISED,
      'd.ts': 'export {};\n',
    });
    expect(readFileSync(join(root, FILE), 'utf8')).toBe(
      `${JSON.stringify(
        {
          version: 1,
          entries: {
            '../src/a.ts': { 'startRecord REC125': 2, 'stopRecord REC125': 1 },
            '../src/b.ts': { 'startRecord REC104': 1 },
          },
        },
        null,
        2,
      )}\n`,
    );
    check(root, '--update-baseline', '--level', 'advised');
    expect(Object.keys(entriesOf(root))).toEqual(['../src/a.ts', '../src/b.ts', '../src/c.ts']);
  });

  it('says what it wrote, and writes nothing else', () => {
    const root = tree(taroProject({ 'a.ts': OLD }));
    const before = snapshot(root);
    const ended = check(root, '--update-baseline');
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain(`Baseline: ${FILE} (2 findings)`);
    expect(ended.stdout).not.toContain('Nothing to do');
    const { [FILE]: _written, ...after } = snapshot(root);
    expect(after).toEqual(before);
  });

  it('keeps the entries of files that were not searched or not parsed', () => {
    const root = withBaseline({ 'a/a.ts': OLD, 'b/b.ts': OLD, 'c/c.ts': OLD, 'c/gone.ts': OLD });
    add(root, { 'src/a/a.ts': 'export {};\n', 'src/b/b.ts': 'Taro.startRecord(;\n' });
    rmSync(join(root, 'src/c/gone.ts'));
    check(root, '--update-baseline', 'src/b');
    expect(Object.keys(entriesOf(root))).toHaveLength(4);
    check(root, '--update-baseline', 'src/a', 'src/b');
    expect(Object.keys(entriesOf(root))).toEqual(['../src/b/b.ts', '../src/c/c.ts', '../src/c/gone.ts']);
    expect(check(root, '--update-baseline').code).toBe(1);
    expect(Object.keys(entriesOf(root))).toEqual(['../src/b/b.ts', '../src/c/c.ts']);
  });

  it('a baseline that cannot be written is an error', () => {
    const root = withBaseline();
    chmodSync(join(root, FILE), 0o444);
    add(root, { 'src/c.ts': OLD });
    const ended = check(root, '--update-baseline');
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain(`${FILE}: the baseline could not be written`);
    symlinkSync('nowhere', join(root, 'link'));
    const inLink = cli(root, ['--check', '--baseline', 'link/base.json', '--update-baseline']);
    expect(inLink.code).toBe(1);
    expect(inLink.stderr).toContain('link/base.json: the baseline could not be written');
  });
});

describe('--check --baseline', () => {
  const LINES = '// a line\n\n'.repeat(5);

  it.each<[what: string, change: (root: string) => void, code: number, shown: readonly string[]]>([
    ['nothing', () => {}, 0, []],
    ['lines that moved', (root) => add(root, { 'src/a.ts': LINES + OLD, 'src/b.ts': LINES + MANUAL }), 0, []],
    [
      'a new call in a file of the baseline',
      (root) => add(root, { 'src/b.ts': MANUAL + MANUAL.split('\n')[1]!.replace('record', 'more') }),
      1,
      ['src/b.ts', 'src/b.ts'],
    ],
    ['a new file', (root) => add(root, { 'src/c.ts': OLD }), 1, ['src/c.ts', 'src/c.ts']],
    [
      'another API in a file of the baseline',
      (root) => add(root, { 'src/b.ts': `${MANUAL}Taro.stopRecord();\n` }),
      1,
      ['src/b.ts'],
    ],
    ['fewer calls', (root) => add(root, { 'src/a.ts': `${IMPORT}${CALL}` }), 0, []],
    ['no calls', (root) => add(root, { 'src/a.ts': 'export {};\n' }), 0, []],
    ['a new call that has no level required', (root) => add(root, { 'src/c.ts': ADVISED }), 0, ['src/c.ts']],
  ])('%s', (_what, change, code, shown) => {
    const root = withBaseline();
    const before = readFileSync(join(root, FILE), 'utf8');
    change(root);
    expect(check(root).code).toBe(code);
    const left = json(check(root, '--json')).files.flatMap(({ path, findings }) =>
      findings.filter(({ verdict }) => verdict !== 'ignored').map(() => path),
    );
    expect(left).toEqual(shown);
    expect(readFileSync(join(root, FILE), 'utf8')).toBe(before);
  });

  it('a file that moved is new, and its old entries are no longer needed', () => {
    const root = withBaseline();
    renameSync(join(root, 'src/b.ts'), join(root, 'src/c.ts'));
    const ended = check(root);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain('src/c.ts');
    expect(ended.stdout).toContain('  src/b.ts: startRecord REC104 (1)\n');
  });

  it("the app's own manager, which only changes along with the calls, is not shown", () => {
    const manager = `${IMPORT}Taro.getRecorderManager().onStop(() => {});\n`;
    const root = withBaseline({ 'a.ts': OLD, 'm.ts': manager });
    expect(json(cli(root, ['--check', '--json'])).files.map(({ path }) => path)).toContain('src/m.ts');
    const ended = check(root);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('0 files to change');
    expect(ended.stdout).toContain('2 findings are in the baseline');
    expect(ended.stdout).not.toContain('Would copy');
  });

  it('a call that gets another code, because the one that stopped it is solved, is not new', () => {
    const root = withBaseline();
    expect(entriesOf(root)['../src/a.ts']).toHaveProperty('startRecord REC125');
    add(root, { 'src/b.ts': 'export {};\n' });
    const ended = check(root);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('  src/a.ts: startRecord REC125 (1)\n');
    add(root, { 'src/a.ts': `${OLD}${CALL}` });
    expect(check(root).code).toBe(1);
  });

  it('works from another folder, and for a project of a monorepo with a baseline of its own', () => {
    const app = (path: string, source: string) =>
      Object.fromEntries(
        Object.entries(taroProject({ 'a.ts': source })).map(([name, text]) => [`${path}/${name}`, text]),
      );
    const root = tree({
      'package.json': '{"workspaces":["apps/*"]}',
      ...app('apps/one', OLD),
      ...app('apps/two', OLD),
    });
    expect(cli(root, ['--check', 'apps/*', '--baseline', 'b.json', '--update-baseline']).code).toBe(0);
    expect(Object.keys(entriesOf(root, 'b.json'))).toEqual(['apps/one/src/a.ts', 'apps/two/src/a.ts']);
    expect(cli(join(root, 'apps/one'), ['--check', '--baseline', '../../b.json']).code).toBe(0);
    const own = cli(join(root, 'apps/one'), ['--check', '--baseline', '../../b.json']);
    expect(own.stdout).not.toContain('no longer exist');
  });

  it('names the entries that are no longer needed in a whole check only', () => {
    const root = committed(withBaseline());
    add(root, { 'src/a.ts': `${IMPORT}${CALL}` });
    rmSync(join(root, 'src/b.ts'));
    const whole = check(root);
    expect(whole.code).toBe(0);
    expect(whole.stdout).toContain(
      [
        `${FILE} accepts findings that no longer exist:`,
        '  src/a.ts: startRecord REC125 (1)',
        '  src/a.ts: stopRecord REC125 (1)',
        '  src/b.ts: startRecord REC104 (1)',
        `To remove them: npx taro-modernize --check --baseline ${FILE} --no-types --update-baseline`,
      ].join('\n'),
    );
    expect(check(root, 'src/a.ts').stdout).not.toContain('src/b.ts');
    expect(check(root, 'src/b.ts', 'src/a.ts').stdout).toContain('src/b.ts: startRecord REC104 (1)');
    expect(check(root, '--since', 'HEAD').stdout).not.toContain('no longer exist');
    expect(check(root, '--lang', 'zh').stdout).toContain(
      `${FILE} 中的以下结果已不存在：\n  src/a.ts: startRecord`,
    );
    expect(check(root, '--update-baseline').code).toBe(0);
    expect(check(root).stdout).not.toContain('no longer exist');
  });

  it('does not name entries of another level, or of a file that cannot be parsed', () => {
    const root = tree(taroProject({ 'a.ts': ADVISED, 'b.ts': OLD }));
    check(root, '--update-baseline', '--level', 'advised');
    add(root, { 'src/b.ts': 'Taro.startRecord(;\n' });
    const ended = check(root);
    expect(ended.code).toBe(1);
    expect(ended.stdout).not.toContain('no longer exist');
  });

  it('with --since, only new findings of changed files fail', () => {
    const root = committed(withBaseline());
    git(root, 'branch', '-M', 'main');
    add(root, { 'src/a.ts': `// moved\n${OLD}`, 'src/b.ts': MANUAL });
    expect(check(root, '--since', 'main').code).toBe(0);
    add(root, { 'src/a.ts': `${OLD}${CALL}` });
    expect(check(root, '--since', 'main').code).toBe(1);
  });

  it('says how many findings it accepts, and which command rewrites the new ones', () => {
    const root = withBaseline({ 'a.ts': `${OLD}${CALL}` });
    expect(check(root).stdout).toContain(`3 findings are in the baseline ${FILE} and not shown.`);
    expect(check(root).stdout).not.toContain('Would copy');
    expect(check(root, '--quiet').stdout).toBe('');
    add(root, { 'src/c.ts': OLD });
    expect(check(root).stdout).toContain('npx taro-modernize --no-types\n');
    const [, ...rest] = ['', '--check', `--baseline=${FILE}`, '--no-types'];
    expect(cli(root, rest).stdout).toContain('npx taro-modernize --no-types\n');
  });
});

describe('refused with exit code 2', () => {
  it.each([
    ['no check', ['--baseline', FILE], '--baseline requires --check'],
    ['no baseline', ['--check', '--update-baseline'], '--update-baseline requires --baseline FILE'],
    [
      'an update of changed files',
      ['--check', '--baseline', FILE, '--update-baseline', '--since', 'HEAD'],
      '--update-baseline and --since cannot be used together',
    ],
    [
      'a baseline that does not exist',
      ['--check', '--since', 'HEAD', '--baseline', 'none.json'],
      'Create it: npx taro-modernize --check --baseline none.json --update-baseline',
    ],
    ['a file that is no JSON', ['--check', '--baseline', 'src/a.ts'], 'src/a.ts: not a baseline'],
    [
      'a JSON file that is no baseline',
      ['--check', '--baseline', 'package.json'],
      'package.json: not a baseline',
    ],
    [
      'counts that are no numbers',
      ['--check', '--baseline', 'odd.json', '--update-baseline'],
      'odd.json: not a baseline',
    ],
    ['a folder', ['--check', '--baseline', 'src'], 'src: not a baseline'],
  ])('%s', (_what, args, message) => {
    const odd = '{"version":1,"entries":{"a.ts":{"startRecord REC001":"2"}}}';
    const root = committed(tree({ ...taroProject({ 'a.ts': OLD }), 'odd.json': odd }));
    const before = snapshot(root);
    const ended = cli(root, args);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain(message);
    expect(snapshot(root)).toEqual(before);
  });
});
