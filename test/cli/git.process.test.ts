import { chmodSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, json } from './support/cli';
import { OLD, taroProject } from './support/projects';
import { add, committed, git, snapshot, tree } from './support/tree';

const CLEAN = 'src/clean.ts';

/** A repository with a committed file to rewrite, and `src/a.ts` in some other state. */
function repository(prepare: (root: string) => void, files: Record<string, string> = {}): string {
  const root = committed(tree({ ...taroProject({ 'clean.ts': OLD }), ...files }));
  prepare(root);
  return root;
}

const A = 'src/a.ts';
const MINE = `${OLD}// mine\n`;

/** What git knows about a file, the states that it could not give back, and options that make a run write it. */
const STATES: [state: string, root: () => string, said: string, ...options: string[]][] = [
  ['untracked', () => repository((root) => add(root, { [A]: OLD })), 'not tracked by git'],
  [
    'in an untracked folder',
    () => repository((root) => add(root, { 'src/new/b.ts': OLD })),
    'src/new/b.ts: not tracked by git',
  ],
  [
    'ignored',
    () => repository((root) => add(root, { [A]: OLD }), { '.gitignore': 'src/a.ts\n' }),
    'not tracked by git',
    '--no-gitignore',
  ],
  ['modified', () => repository((root) => add(root, { [A]: MINE }), { [A]: OLD }), 'uncommitted changes'],
  [
    'staged',
    () =>
      repository((root) => {
        add(root, { [A]: OLD });
        git(root, 'add', A);
      }),
    'uncommitted changes',
  ],
  [
    'added with intent only',
    () =>
      repository((root) => {
        add(root, { [A]: OLD });
        git(root, 'add', '-N', A);
      }),
    'uncommitted changes',
  ],
  [
    'removed from the index',
    () => repository((root) => void git(root, 'rm', '-q', '--cached', A), { [A]: OLD }),
    A,
  ],
  [
    'assume-unchanged',
    () =>
      repository(
        (root) => {
          git(root, 'update-index', '--assume-unchanged', A);
          add(root, { [A]: MINE });
        },
        { [A]: OLD },
      ),
    'git update-index --no-assume-unchanged',
  ],
  [
    'skip-worktree',
    () =>
      repository(
        (root) => {
          git(root, 'update-index', '--skip-worktree', A);
          add(root, { [A]: MINE });
        },
        { [A]: OLD },
      ),
    'git update-index --no-skip-worktree',
  ],
  [
    'a name that git would read as a pattern',
    () => repository((root) => add(root, { 'src/[a].ts': MINE }), { 'src/[a].ts': OLD }),
    'src/[a].ts: uncommitted changes',
  ],
];

describe('files that git could not give back', () => {
  it.each(
    STATES,
  )('%s: refused before anything is written, and written with --allow-dirty', (_state, root, said, ...options) => {
    const folder = root();
    const before = snapshot(folder);
    const refused = cli(folder, options);
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Refused: 1 file to be written'),
    });
    expect(refused.stderr).toContain(said);
    expect(refused.stderr).not.toContain(CLEAN);
    expect(snapshot(folder)).toEqual(before);
    expect(cli(folder, ['--json', ...options])).toMatchObject({ code: 2, stdout: '' });
    for (const harmless of [['scan'], ['--check'], ['--dry-run']]) {
      const ended = cli(folder, [...harmless, ...options]);
      expect(ended.stderr, harmless[0]).not.toContain('Refused');
      expect(ended.code, harmless[0]).toBe(harmless[0] === '--check' ? 1 : 0);
    }
    expect(cli(folder, ['--allow-dirty', ...options]).code).toBe(0);
    expect(snapshot(folder)[CLEAN]).toContain('recorder.start');
    expect(Object.values(snapshot(folder)).filter((text) => text.includes('Taro.startRecord({'))).toEqual([]);
  });

  it('a copied runtime that would be upgraded and package.json count too', () => {
    const root = committed(tree({ ...taroProject({ 'clean.ts': OLD }), '.gitignore': 'package.json\n' }));
    const ended = cli(root, ['--runtime', 'package']);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('package.json: not tracked by git');
  });

  it('at most five are named', () => {
    const names = [1, 2, 3, 4, 5, 6, 7].map((n) => `src/n${n}.ts`);
    const root = repository((top) => add(top, Object.fromEntries(names.map((name) => [name, OLD]))));
    const { stderr } = cli(root, []);
    expect(stderr).toContain('7 files');
    expect(stderr.match(/src\/n/g)).toHaveLength(5);
    expect(stderr).toContain('and 2 more');
    expect(cli(root, ['--lang', 'zh']).stderr).toMatch(
      /拒绝执行：有 7 个.+\n(.+未被 git 跟踪\n){5} {2}等 7 个\n/,
    );
  });

  it('files that the run would not write do not matter', () => {
    const root = repository(
      (top) => {
        add(top, {
          'src/new.ts': 'export const a = 1;\n',
          'src/other.ts': 'export const b = 2;\n',
          'note.md': '',
        });
        git(top, 'update-index', '--assume-unchanged', 'src/hidden.ts');
      },
      { 'src/other.ts': 'export const b = 1;\n', 'src/hidden.ts': 'export const c = 1;\n' },
    );
    expect(cli(root, []).code).toBe(0);
    expect(snapshot(root)[CLEAN]).toContain('recorder.start');
  });

  it('more paths than fit one command are found too', () => {
    const names = Array.from({ length: 300 }, (_, n) => `${'long-folder-name/'.repeat(6)}file-${n}.ts`);
    const root = committed(tree(taroProject(Object.fromEntries(names.map((name) => [name, OLD])))));
    add(root, { [`src/${names[150]}`]: MINE, 'src/new.ts': OLD });
    const { code, stderr } = cli(root, []);
    expect(code).toBe(2);
    expect(stderr).toContain('Refused: 2 files');
    expect(stderr).toContain('file-150.ts: uncommitted changes');
    expect(stderr).toContain('src/new.ts: not tracked');
  });
});

describe('repositories that git cannot be asked about', () => {
  const project = () => committed(tree(taroProject({ 'clean.ts': OLD })));

  it('a repository without a commit: one line names the command', () => {
    const root = tree(taroProject({ 'clean.ts': OLD }));
    git(root, 'init', '-q');
    for (const prepare of [() => {}, () => git(root, 'add', '-A')]) {
      prepare();
      const ended = cli(root, []);
      expect(ended.code).toBe(2);
      expect(ended.stderr).toMatch(/^Refused: .+ no commit.+git add -A && git commit.+\n$/);
    }
    expect(cli(root, ['--lang', 'zh']).stderr).toContain('git add -A && git commit');
    expect(cli(root, ['--allow-dirty']).code).toBe(0);
    expect(snapshot(root)[CLEAN]).toContain('recorder.start');
  });

  it.each([
    ['no git in PATH', () => {}, { PATH: '/nonexistent' }, 'git was not found'],
    ['a broken index', (root: string) => writeFileSync(join(root, '.git/index'), 'broken'), {}, 'git status'],
    [
      'a folder .git without a repository',
      (root: string) => rmSync(join(root, '.git/HEAD')),
      {},
      'git status',
    ],
    [
      'dubious ownership',
      () => {},
      { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1', HOME: '/nonexistent' },
      'dubious ownership',
    ],
  ])('%s: refused with the error, and --allow-dirty goes on', (_what, prepare, env: Record<
    string,
    string
  >, said) => {
    const root = project();
    prepare(root);
    const before = snapshot(root);
    const ended = cli(root, [], { env });
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('Refused') });
    expect(ended.stderr).toContain(said);
    expect(ended.stderr).toContain('--allow-dirty');
    expect(snapshot(root)).toEqual(before);
    for (const [harmless, code] of [
      ['scan', 0],
      ['--check', 1],
      ['--dry-run', 0],
    ] as const)
      expect(cli(root, [harmless], { env }).code, harmless).toBe(code);
    expect(cli(root, ['--allow-dirty'], { env }).code).toBe(0);
    expect(snapshot(root)[CLEAN]).toContain('recorder.start');
  });

  it('outside a repository, a run warns and goes on', () => {
    const root = tree(taroProject({ 'a.ts': OLD }));
    const ended = cli(root, []);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('Not a git repository');
  });
});

it('git is asked only by a run that writes, and only about the files to be written', () => {
  const root = repository(() => {}, { 'src/untouched.ts': 'export const a = 1;\n' });
  const bin = tree({
    git: '#!/bin/sh\necho "$@" >> "$GIT_CALLS"\nexec /usr/bin/env -i PATH="$REAL_PATH" git "$@"\n',
  });
  chmodSync(join(bin, 'git'), 0o755);
  const calls = join(bin, 'calls');
  const env = {
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    REAL_PATH: process.env.PATH!,
    GIT_CALLS: calls,
  };
  const asked = (...args: string[]) => {
    writeFileSync(calls, '');
    cli(root, args, { env });
    return readFileSync(calls, 'utf8').split('\n').filter(Boolean);
  };
  for (const args of [['scan'], ['--check'], ['--dry-run'], ['--json', '--check']])
    expect(asked(...args)).toEqual([]);
  const lines = asked();
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).toMatch(/ -- \.\/src\/clean\.ts$/);
  expect(asked(), 'nothing is left to write').toEqual([]);
});

describe('a sourceRoot outside the repository', () => {
  const config = (sourceRoot: string) =>
    `export default { sourceRoot: '${sourceRoot}', outputRoot: 'dist' };\n`;

  function outside(sourceRoot: string, isRepository: boolean): { top: string; app: string } {
    const top = realpathSync(
      tree({
        'x/a.ts': OLD,
        'repo/x/a.ts': OLD,
        'repo/app/package.json': '{ "dependencies": { "@tarojs/taro": "4.2.0" } }',
        'repo/app/config/index.ts': config(sourceRoot),
      }),
    );
    if (isRepository) committed(join(top, 'repo'));
    return { top, app: join(top, 'repo/app') };
  }

  it.each([
    true,
    false,
  ])('is refused, and rewritten when its path is given (in a repository: %s)', (isRepository) => {
    const { top, app } = outside('../../x', isRepository);
    const before = snapshot(top);
    const ended = cli(app, []);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toBe(
      'The sourceRoot ../../x is outside the repository. To rewrite it anyway, pass its path: npx taro-modernize ../../x\n',
    );
    expect(cli(app, ['--lang', 'zh']).stderr).toContain('sourceRoot ../../x 在仓库之外');
    expect(snapshot(top)).toEqual(before);
    expect(json(cli(app, ['scan', '--json'])).summary.rewritten).toBe(2);
    expect(cli(app, ['../../x']).code).toBe(0);
    expect(snapshot(top)['x/a.ts']).toContain('recorder.start');
  });

  it('a link that leads out of the repository is refused too', () => {
    const { top, app } = outside('../linked', true);
    symlinkSync(join(top, 'x'), join(top, 'repo/linked'));
    expect(cli(app, []).code).toBe(2);
  });

  it('beside the app but in its repository is fine', () => {
    const { top, app } = outside('../x', true);
    expect(cli(app, []).code).toBe(0);
    expect(snapshot(top)['repo/x/a.ts']).toContain('recorder.start');
  });
});
