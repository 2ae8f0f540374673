import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanEnvironment, cli, json } from './support/cli';
import { OLD, taroProject } from './support/projects';
import { add, committed, git, tree } from './support/tree';

/** The paths with findings of a scan. */
function found(root: string, ...args: string[]): string[] {
  const ended = cli(root, ['scan', '--json', '--no-types', ...args]);
  expect(ended.stderr).toBe('');
  return json(ended).files.map(({ path }) => path);
}

/** A repository with old calls in every file, and a branch `work` beside `main`. */
function branched(names: readonly string[] = ['a.ts', 'b.ts', 'c.ts']): string {
  const root = committed(tree(taroProject(Object.fromEntries(names.map((name) => [name, OLD])))));
  git(root, 'branch', '-M', 'main');
  git(root, 'checkout', '-q', '-b', 'work');
  return root;
}

function commitAll(root: string): void {
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '-m', 'change');
}

describe('--since searches the files changed since the merge base', () => {
  const CHANGED = `${OLD}// changed\n`;

  it.each<[what: string, change: (root: string) => void, expected: string[]]>([
    ['nothing', () => {}, []],
    [
      'a commit',
      (root) => {
        add(root, { 'src/a.ts': CHANGED });
        commitAll(root);
      },
      ['src/a.ts'],
    ],
    [
      'a staged change',
      (root) => {
        add(root, { 'src/a.ts': CHANGED });
        git(root, 'add', '-A');
      },
      ['src/a.ts'],
    ],
    ['a change in the working tree', (root) => add(root, { 'src/a.ts': CHANGED }), ['src/a.ts']],
    ['an untracked file', (root) => add(root, { 'src/new/d.ts': OLD }), ['src/new/d.ts']],
    ['a deleted file', (root) => rmSync(join(root, 'src/a.ts')), []],
    [
      'a deleted file in a commit',
      (root) => {
        rmSync(join(root, 'src/a.ts'));
        commitAll(root);
      },
      [],
    ],
    [
      'a renamed file',
      (root) => {
        renameSync(join(root, 'src/a.ts'), join(root, 'src/z.ts'));
        commitAll(root);
      },
      ['src/z.ts'],
    ],
    [
      'names with spaces, quotes and Chinese',
      (root) => {
        add(root, { 'src/录音 "1".ts': OLD });
        commitAll(root);
      },
      ['src/录音 "1".ts'],
    ],
    [
      'a commit on the other branch',
      (root) => {
        git(root, 'checkout', '-q', 'main');
        add(root, { 'src/b.ts': CHANGED });
        commitAll(root);
        git(root, 'checkout', '-q', 'work');
        add(root, { 'src/c.ts': CHANGED });
        commitAll(root);
      },
      ['src/c.ts'],
    ],
    [
      'a file that git ignores',
      (root) => {
        add(root, { '.gitignore': 'src/gen\n', 'src/gen/d.ts': OLD });
      },
      [],
    ],
  ])('%s', (_what, change, expected) => {
    const root = branched();
    change(root);
    expect(found(root, '--since', 'main')).toEqual(expected);
  });

  it('paths, tags and commits, below a folder of the repository and through a link to it', () => {
    const root = branched();
    git(root, 'tag', 'v1');
    add(root, { 'src/a.ts': CHANGED, 'src/pages/b.ts': OLD });
    for (const ref of ['v1', 'HEAD', git(root, 'rev-parse', 'HEAD').trim()])
      expect(found(root, '--since', ref), ref).toEqual(['src/a.ts', 'src/pages/b.ts']);
    expect(found(root, '--since', 'v1', 'src/pages')).toEqual(['src/pages/b.ts']);
    expect(found(join(root, 'src'), '--since', 'v1', 'pages', 'a.ts')).toEqual(['a.ts', 'pages/b.ts']);
    const linked = join(tree({}), 'linked');
    symlinkSync(root, linked);
    expect(found(linked, '--since', 'v1')).toEqual(['src/a.ts', 'src/pages/b.ts']);
  });

  it('files that git ignores are not among them, even if they are searched', () => {
    const root = branched();
    add(root, { '.gitignore': 'src/gen\n', 'src/gen/d.ts': OLD });
    expect(found(root, '--no-gitignore')).toContain('src/gen/d.ts');
    expect(found(root, '--no-gitignore', '--since', 'main')).toEqual([]);
  });

  it('a run writes only those files, and --check fails only on them', () => {
    const root = branched();
    expect(cli(root, ['--check', '--since', 'main']).code).toBe(0);
    add(root, { 'src/a.ts': CHANGED });
    const checked = cli(root, ['--check', '--since', 'main']);
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain('npx taro-modernize --since main\n');
    commitAll(root);
    expect(cli(root, ['--since', 'main', '--yes']).code).toBe(0);
    expect(git(root, 'status', '--porcelain').trim().split('\n')).toEqual([
      'M src/a.ts',
      '?? src/taro-modernize/',
    ]);
  });

  it('a file that cannot be parsed counts only if it has changed, and a missing path always', () => {
    const root = branched();
    add(root, { 'src/broken.ts': 'Taro.startRecord(;\n' });
    expect(cli(root, ['scan', '--since', 'main']).code).toBe(1);
    commitAll(root);
    expect(cli(root, ['scan', '--since', 'HEAD']).code).toBe(0);
    expect(cli(root, ['scan', '--since', 'HEAD', 'src/gone.ts']).code).toBe(2);
  });

  it('the variables of a git hook do not lead to another repository', () => {
    const root = branched();
    add(root, { 'src/a.ts': CHANGED });
    const other = committed(tree({ 'x.txt': '' }));
    const ended = cli(root, ['scan', '--json', '--since', 'main'], {
      env: { GIT_DIR: join(other, '.git'), GIT_WORK_TREE: other },
    });
    expect(json(ended).files.map(({ path }) => path)).toEqual(['src/a.ts']);
  });
});

describe('a clone without the merge base', () => {
  /** A clone of `work` with one commit, as in CI. */
  function shallow(...fetched: string[]): string {
    const origin = branched();
    add(origin, { 'src/a.ts': `${OLD}// changed\n` });
    commitAll(origin);
    git(origin, 'checkout', '-q', 'main');
    add(origin, { 'src/b.ts': `${OLD}// on main\n` });
    commitAll(origin);
    const folder = tree({});
    git(folder, 'clone', '-q', '--depth', '1', '--branch', 'work', `file://${origin}`, 'app');
    const root = join(folder, 'app');
    if (fetched.length > 0) git(root, 'fetch', '-q', '--depth', '1', 'origin', ...fetched);
    return root;
  }

  /** The command on the last line of a refusal. */
  const commandIn = (text: string) => /^ {2}(git .+)$/m.exec(text)![1]!;

  it.each([
    ['the branch is unknown', [], 'origin/main'],
    ['the branch has one commit', ['+refs/heads/main:refs/remotes/origin/main'], 'origin/main'],
    ['a commit without a branch', ['main'], 'FETCH_HEAD'],
  ])('exits with 2 and names the command that fixes it: %s', (_what, fetched, ref) => {
    const root = shallow(...fetched);
    const given = ref === 'FETCH_HEAD' ? git(root, 'rev-parse', ref).trim() : ref;
    for (const command of ['scan', '--check', '--yes']) {
      const ended = cli(root, [command, '--since', given]);
      expect(ended.code, command).toBe(2);
      expect(ended.stdout, command).toBe('');
    }
    const { stderr } = cli(root, ['scan', '--since', given]);
    execFileSync('sh', ['-c', commandIn(stderr)], { cwd: root, env: cleanEnvironment(), stdio: 'pipe' });
    expect(found(root, '--since', given)).toEqual(['src/a.ts']);
    expect(cli(shallow(...fetched), ['scan', '--since', given, '--lang', 'zh']).stderr).toContain(
      commandIn(stderr),
    );
  });

  it('a branch that was never fetched, in a whole clone', () => {
    const origin = branched();
    git(origin, 'checkout', '-q', 'main');
    const folder = tree({});
    git(folder, 'clone', '-q', '--single-branch', '--branch', 'main', `file://${origin}`, 'app');
    const root = join(folder, 'app');
    const { code, stderr } = cli(root, ['scan', '--since', 'origin/work']);
    expect(code).toBe(2);
    execFileSync('sh', ['-c', commandIn(stderr)], { cwd: root, env: cleanEnvironment(), stdio: 'pipe' });
    expect(found(root, '--since', 'origin/work')).toEqual([]);
  });
});

describe('--since refuses', () => {
  it.each<[what: string, prepare: () => string, ref: string, message: string]>([
    ['an unknown name', branched, 'nothing', 'git branch --all'],
    ['an option for git', branched, '--all', 'requires a value'],
    ['a folder that is no commit', branched, 'src', 'git branch --all'],
    [
      'a branch without a common commit',
      () => {
        const root = branched();
        git(root, 'checkout', '-q', '--orphan', 'other');
        git(root, 'commit', '-q', '-m', 'other');
        return root;
      },
      'main',
      'no common commit',
    ],
    [
      'a repository without a commit',
      () => {
        const root = tree(taroProject({ 'a.ts': OLD }));
        git(root, 'init', '-q');
        return root;
      },
      'HEAD',
      'git branch --all',
    ],
    [
      'a folder without a repository',
      () => tree(taroProject({ 'a.ts': OLD })),
      'main',
      'not in a git repository',
    ],
  ])('%s', (_what, prepare, ref, message) => {
    const ended = cli(prepare(), ['scan', '--since', ref]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(message);
  });

  it('a repository that git cannot be asked about', () => {
    const root = branched();
    writeFileSync(join(root, '.git/config'), '[broken\n');
    const ended = cli(root, ['scan', '--since', 'main']);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('git failed');
    const empty = join(tree({}), 'bin');
    mkdirSync(empty);
    const without = cli(root, ['scan', '--since', 'main'], { env: { PATH: empty } });
    expect(without.code).toBe(2);
    expect(without.stderr).toContain('Install git');
  });
});
