import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, type Ended, json } from './support/cli';
import { builtFor, OLD, taroProject } from './support/projects';
import { add, committed, git, identify, snapshot, tree } from './support/tree';

/** A page that several migrations change, and that needs a manual change. */
const PAGE = `import Taro, { saveFile } from '@tarojs/taro';

export const width = () => Taro.getSystemInfoSync().windowWidth;

export function start() {
  Taro.startRecord({ success: (res) => saveFile({ tempFilePath: res.tempFilePath }) });
}

export const all = (name: string) => Taro.getUserProfile({ desc: name });
`;

const SIZES = `import { getSystemInfoSync } from '@tarojs/taro';

export const height = () => getSystemInfoSync().windowHeight;
`;

const SOURCES = { 'pages/talk.ts': PAGE, 'pages/home.ts': SIZES, 'utils/sizes.ts': SIZES, 'app.ts': OLD };

/** A repository in which everything is committed, with an author. */
function repository(files: Readonly<Record<string, string>> = {}): string {
  return identify(committed(tree({ ...taroProject(SOURCES), ...builtFor('weapp', 'h5'), ...files })));
}

/** What a run without commits writes. */
const plain = (() => {
  const root = repository();
  cli(root, []);
  return snapshot(root);
})();

const subjects = (root: string): string[] =>
  git(root, 'log', '--reverse', '--format=%s').trim().split('\n').slice(1);
const isClean = (root: string): boolean => git(root, 'status', '--porcelain') === '';
const filesIn = (root: string, commit: string): string[] =>
  git(root, 'show', '--format=', '--name-only', commit).trim().split('\n');

const SUBJECTS = [
  expect.stringMatching(/^Add the runtime of taro-modernize \S+: \w+, \w+, \w+$/),
  'Replace saveFile (2 locations in 1 file)',
  'Replace startRecord, stopRecord (3 locations in 2 files)',
  'Replace getSystemInfoSync (5 locations in 3 files)',
  'Mark getUserProfile for manual changes (1 location in 1 file)',
];

function hook(root: string, name: string, script: string): void {
  const path = join(root, '.git/hooks', name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

/** Runs the commands that a stopped run has printed. */
function goOn(root: string, { stderr }: Ended): Ended {
  for (const [, command] of stderr.matchAll(/^ {2}git (.+)$/gm)) git(root, ...command!.split(' '));
  expect(stderr).toContain('npx taro-modernize --commit');
  return cli(root, ['--commit']);
}

describe('one commit per migration', () => {
  it('the commits together are the run; the runtime has the first one', () => {
    const root = repository();
    const ended = cli(root, ['--commit']);
    expect(ended.code).toBe(0);
    expect(subjects(root)).toEqual(SUBJECTS);
    expect(isClean(root)).toBe(true);
    expect(snapshot(root)).toEqual(plain);
    expect(filesIn(root, 'HEAD~4').filter((path) => !path.startsWith('src/taro-modernize/'))).toEqual([]);
    expect(filesIn(root, 'HEAD~3')).toEqual(['src/pages/talk.ts']);
    expect(filesIn(root, 'HEAD~2')).toEqual(['src/app.ts', 'src/pages/talk.ts']);
  });

  it('a step changes only what its migration does, and the imports fit', () => {
    const root = repository();
    cli(root, ['--commit']);
    const page = git(root, 'show', 'HEAD~3:src/pages/talk.ts');
    expect(page).toBe(
      PAGE.replace(
        "Taro, { saveFile } from '@tarojs/taro';",
        "Taro from '@tarojs/taro';\nimport { saveFile } from '../taro-modernize/files';",
      ),
    );
    expect(git(root, 'show', 'HEAD:src/pages/home.ts')).toBe(git(root, 'show', 'HEAD~1:src/pages/home.ts'));
  });

  it('reverted newest first, each commit restores the text before it; without shared files, any one alone', () => {
    const root = repository();
    cli(root, ['--commit']);
    for (let count = 1; count <= 5; count++) {
      git(root, 'revert', '--no-edit', `HEAD~${2 * (count - 1)}`);
      expect(git(root, 'diff', '--stat', 'HEAD', `HEAD~${2 * count}`)).toBe('');
    }
    const apart = committed(tree({ ...taroProject({ 'a.ts': OLD, 'b.ts': SIZES }), ...builtFor('weapp') }));
    identify(apart);
    cli(apart, ['--commit']);
    git(apart, 'revert', '--no-edit', 'HEAD~1');
    expect(readFileSync(join(apart, 'src/a.ts'), 'utf8')).toBe(OLD);
    expect(readFileSync(join(apart, 'src/b.ts'), 'utf8')).toContain('getWindowInfo');
  });

  it('the message says what is replaced, what is left and what to test', () => {
    const root = repository();
    cli(root, ['--commit']);
    const body = git(root, 'show', '-s', '--format=%b', 'HEAD~2');
    expect(body).toContain('startRecord / stopRecord → RecorderManager\n');
    expect(body).toContain('Replaced: startRecord (2), stopRecord (1).');
    expect(body).toContain('Test on a device: make a recording.');
    expect(body).toMatch(/What changes: https:\S+\/migrations\/\S+\.md/);
    expect(git(root, 'show', '-s', '--format=%b', 'HEAD')).toContain(
      '1 location needs a manual change, marked with TODO(taro-modernize).',
    );
  });

  it('the summary names the command that shows the commits; --json prints only JSON', () => {
    const { stdout } = cli(repository(), ['--commit']);
    expect(stdout).toMatch(/^Committed \w{7,} Replace saveFile \(2 locations in 1 file\)$/m);
    expect(stdout).toContain('review git log -p -5');
    expect(stdout).not.toContain('commit it');
    const root = repository();
    expect(json(cli(root, ['--commit', '--json'])).summary.changed).toBe(4);
    expect(subjects(root)).toEqual(SUBJECTS);
  });

  it('a second run has nothing to commit', () => {
    const root = repository();
    cli(root, ['--commit']);
    expect(cli(root, ['--commit']).code).toBe(0);
    expect(subjects(root)).toHaveLength(5);
  });

  it('untracked files stay untracked, and an ignored runtime is committed', () => {
    const root = repository({ '.gitignore': 'taro-modernize\n' });
    add(root, { 'src/note.ts': 'export const a = 1;\n' });
    expect(cli(root, ['--commit']).code).toBe(0);
    expect(git(root, 'status', '--porcelain')).toBe('?? src/note.ts\n');
    expect(filesIn(root, 'HEAD~4')).toContain('src/taro-modernize/recorder.ts');
  });

  it('with --runtime package, the dependency has the first commit', () => {
    const root = repository();
    expect(cli(root, ['--commit', '--runtime', 'package']).code).toBe(0);
    expect(subjects(root)[0]).toMatch(/^Add the dependency taro-modernize /);
    expect(filesIn(root, 'HEAD~4')).toEqual(['package.json']);
  });
});

it('--commit=folder makes one commit per top folder of the sources', () => {
  const root = repository();
  expect(cli(root, ['--commit=folder']).code).toBe(0);
  expect(subjects(root)).toEqual([
    SUBJECTS[0],
    'Replace deprecated APIs in src (2 locations in 1 file)',
    'Replace deprecated APIs in src/pages (6 locations in 2 files)',
    'Replace deprecated APIs in src/utils (2 locations in 1 file)',
  ]);
  expect(snapshot(root)).toEqual(plain);
});

describe('hooks', () => {
  it('a hook that fails stops the run, nothing is lost, and the printed commands complete it', () => {
    const root = repository();
    hook(
      root,
      'pre-commit',
      'git diff --cached --name-only | grep -q pages/home.ts || exit 0\necho no homes >&2; exit 1',
    );
    const ended = cli(root, ['--commit']);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('Stopped after 3 of 5 commits');
    expect(ended.stderr).toContain('no homes');
    expect(subjects(root)).toEqual(SUBJECTS.slice(0, 3));
    expect(readFileSync(join(root, 'src/pages/home.ts'), 'utf8')).toBe(plain['src/pages/home.ts']);
    rmSync(join(root, '.git/hooks/pre-commit'));
    expect(goOn(root, ended).code).toBe(0);
    expect(subjects(root)).toEqual(SUBJECTS);
    expect(snapshot(root)).toEqual(plain);
    expect(isClean(root)).toBe(true);
  });

  it('a hook that fails for the runtime: the printed commands add it', () => {
    const root = repository();
    hook(root, 'commit-msg', 'exit 1');
    const ended = cli(root, ['--commit']);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('Stopped after 0 of 5 commits');
    rmSync(join(root, '.git/hooks/commit-msg'));
    expect(goOn(root, ended).code).toBe(0);
    expect(subjects(root)).toEqual(SUBJECTS);
    expect(snapshot(root)).toEqual(plain);
  });

  it('a locked index: the printed commands add the runtime, which git does not know yet', () => {
    const root = repository();
    writeFileSync(join(root, '.git/index.lock'), '');
    const ended = cli(root, ['--commit']);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('index.lock');
    rmSync(join(root, '.git/index.lock'));
    expect(goOn(root, ended).code).toBe(0);
    expect(subjects(root)).toEqual(SUBJECTS);
    expect(snapshot(root)).toEqual(plain);
  });

  /** As lint-staged does: formats the staged files and adds them again. */
  const FORMAT = `for file in $(git diff --cached --name-only -- src/app.ts); do
  sed -i 's/;$//' "$file"; git add "$file"; done`;

  it('a hook that formats files stops the run, and the same command completes it', () => {
    const root = repository();
    hook(root, 'pre-commit', FORMAT);
    const ended = cli(root, ['--commit']);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/^Files changed while commit \w+ was made, .+: src\/app\.ts$/m);
    expect(subjects(root)).toEqual(SUBJECTS.slice(0, 3));
    expect(isClean(root)).toBe(true);
    expect(goOn(root, ended).code).toBe(0);
    expect(subjects(root)).toEqual(SUBJECTS);
    expect({ ...snapshot(root), 'src/app.ts': '' }).toEqual({ ...plain, 'src/app.ts': '' });
  });

  it('a hook that changes files without adding them: the run says that they are not committed', () => {
    const root = repository();
    hook(root, 'pre-commit', "echo '// formatted' >> src/app.ts");
    const ended = cli(root, ['--commit']);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('not committed');
    expect(subjects(root)).toHaveLength(1);
    expect(git(root, 'status', '--porcelain')).toBe(' M src/app.ts\n');
  });

  it('after the last commit, changes by a hook are named, and the run is complete', () => {
    const root = committed(tree({ ...taroProject({ 'app.ts': OLD }), ...builtFor('weapp') }));
    identify(root);
    hook(root, 'pre-commit', FORMAT);
    const ended = cli(root, ['--commit']);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('Files changed while commit');
    expect(ended.stderr).not.toContain('To continue');
  });

  it('Ctrl-C between commits: finished commits stay, and the same command completes the run', () => {
    const root = repository();
    hook(root, 'post-commit', 'kill -INT $(ps -o ppid= -p $PPID)');
    const ended = cli(root, ['--commit']);
    expect(ended.code).toBe(130);
    expect(ended.stderr).toContain('Interrupted after 1 of 5 commits');
    expect(subjects(root)).toHaveLength(1);
    expect(isClean(root)).toBe(true);
    rmSync(join(root, '.git/hooks/post-commit'));
    expect(cli(root, ['--commit']).code).toBe(0);
    expect(snapshot(root)).toEqual(plain);
  });

  it('the report of a stopped run counts only files with all their changes', () => {
    const root = repository();
    hook(root, 'pre-commit', 'git diff --cached --name-only | grep -q pages/home.ts && exit 1; exit 0');
    const report = json(cli(root, ['--commit', '--json']));
    expect(report.files.filter(({ changed }) => changed).map(({ path }) => path)).toEqual(['src/app.ts']);
  });

  it('a file that cannot be written does not stop the other commits', () => {
    const root = repository();
    hook(
      root,
      'post-commit',
      'echo "// mine" >> src/utils/sizes.ts; git update-index --assume-unchanged src/utils/sizes.ts',
    );
    const ended = cli(root, ['--commit']);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('src/utils/sizes.ts');
    expect(subjects(root)).toHaveLength(5);
    expect(readFileSync(join(root, 'src/utils/sizes.ts'), 'utf8')).toMatch(/getSystemInfoSync[\s\S]+mine/);
  });

  it('hooks see paths and patterns as usual', () => {
    const root = repository();
    hook(root, 'pre-commit', "git diff --cached --name-only -- '*.ts' >> .git/seen-by-hook");
    const seen = join(root, '.git/seen-by-hook');
    cli(root, ['--commit']);
    expect(readFileSync(seen, 'utf8')).toContain('src/app.ts');
  });
});

describe('refused before anything is written', () => {
  it.each<[state: string, said: string, prepare: (root: string) => void]>([
    [
      'a changed file that the run would not write',
      'requires a clean working tree. Commit or stash these files first: package.json',
      (root) => add(root, { 'package.json': `${builtFor('weapp', 'h5')['package.json']}\n` }),
    ],
    [
      'a staged file',
      'clean working tree',
      (root) => {
        add(root, { 'note.md': '' });
        git(root, 'add', 'note.md');
      },
    ],
    [
      'a merge in progress',
      'git merge --abort',
      (root) => writeFileSync(join(root, '.git/MERGE_HEAD'), git(root, 'rev-parse', 'HEAD')),
    ],
    [
      'no author',
      'git cannot make commits here',
      (root) => void git(root, 'config', 'user.useConfigOnly', 'true'),
    ],
    ['no repository', 'requires a git repository', (root) => rmSync(join(root, '.git'), { recursive: true })],
  ])('%s', (_state, said, prepare) => {
    const root = repository();
    prepare(root);
    if (said.includes('cannot')) git(root, 'config', '--unset', 'user.email');
    const before = snapshot(root);
    const ended = cli(root, ['--commit'], { env: { HOME: '/nonexistent' } });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(said);
    expect(snapshot(root)).toEqual(before);
  });

  it('files in two repositories', () => {
    const root = repository();
    add(root, { 'lib/a.ts': OLD });
    committed(join(root, 'lib'));
    const ended = cli(root, ['--commit', 'src', 'lib']);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('not all in one git repository');
  });

  it.each(['--dry-run', '--check', '--allow-dirty', 'scan'])('with %s', (other) => {
    const { code, stderr } = cli(repository(), other === 'scan' ? ['scan', '--commit'] : ['--commit', other]);
    expect(code).toBe(2);
    expect(stderr).toContain(`--commit and ${other} cannot be used together.`);
  });

  it('a value that is no group', () => {
    expect(cli(repository(), ['--commit=folders']).stderr).toContain('Did you mean folder?');
  });
});
