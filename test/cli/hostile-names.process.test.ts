import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, cleanEnvironment, cli, json } from './support/cli';
import { OLD, taroProject } from './support/projects';
import { committed, git, snapshot, tree } from './support/tree';

const isPosix = process.platform !== 'win32';
/** Linux accepts any bytes as a file name; other systems require UTF-8. */
const takesAnyName = process.platform === 'linux';
const ESCAPES = 'a\u001b[31m\u0007\n\u009bb\u202e.ts';
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to be found
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;
const ASSIGNED = "import Taro from '@tarojs/taro';\nTaro.startRecord = () => {};\n";
const BROKEN = 'Taro.startRecord(;\n';

describe.runIf(isPosix)('control characters in a file name', () => {
  const project = (source: string): string => tree(taroProject({ [ESCAPES]: source }));
  const commands: [name: string, source: string, args: string[]][] = [
    ['a change', OLD, []],
    ['a finding', ASSIGNED, ['scan', '--verbose']],
    ['an error', BROKEN, []],
    ['a diff', OLD, ['--dry-run']],
    ['JSON', BROKEN, ['--json']],
  ];
  it.each(
    commands,
  )('control characters in file names do not reach the terminal with %s', (_name, source, args) => {
    const ended = cli(project(source), [...args, '--no-color']);
    expect(ended.stdout + ended.stderr).not.toMatch(CONTROLS);
    expect(ended.stdout + ended.stderr).toMatch(/a(\\u001b|\\033)\[31m/);
  });

  it('control characters in file names do not reach the terminal when a run refuses to write', () => {
    const root = committed(project(OLD));
    writeFileSync(join(root, 'src', ESCAPES), `${OLD}\n`);
    const ended = cli(root, []);
    expect(ended.stderr).toContain('src/a\\u001b[31m\\u0007\\u000a\\u009bb\\u202e.ts');
    expect(ended.stderr).not.toMatch(CONTROLS);
  });

  it('control characters in file names are kept in JSON and in the suggested command', () => {
    const root = project(BROKEN);
    expect(json(cli(root, ['--json'])).files[0]?.path).toBe(`src/${ESCAPES}`);
    const advice = /run: taro-modernize (.+)/.exec(cli(root, []).stderr)![1]!;
    const printed = execFileSync('bash', ['-c', `printf %s ${advice}`], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    expect(printed).toBe(`src/${ESCAPES}`);
  });

  it('control characters in file names are quoted in a patch as git quotes them', () => {
    const root = committed(project(OLD));
    const patch = cli(root, ['--dry-run']).stdout;
    writeFileSync(join(root, 'p.patch'), patch);
    git(root, 'apply', 'p.patch');
    expect(readFileSync(join(root, 'src', ESCAPES), 'utf8')).toContain('recorder.start');
  });
});

it.runIf(takesAnyName)(
  'a file name that is not UTF-8 is reported as such, and the other files are processed',
  () => {
    const root = tree(taroProject({ 'good.ts': OLD }));
    writeFileSync(
      Buffer.concat([Buffer.from(join(root, 'src/m')), Buffer.from([0xff]), Buffer.from('.ts')]),
      OLD,
    );
    mkdirSync(Buffer.concat([Buffer.from(join(root, 'src/f')), Buffer.from([0xfe])]));
    const ended = cli(root, []);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/src\/m\uFFFD\.ts: has a name that is not UTF-8.+\n.+Rename it/);
    expect(ended.stderr).toMatch(/src\/f\uFFFD: has a name that is not UTF-8/);
    expect(ended.stderr).not.toContain('readable');
    expect(readFileSync(join(root, 'src/good.ts'), 'utf8')).toContain('recorder.start');
    expect(cli(root, ['--lang', 'zh']).stderr).toContain('文件名不是 UTF-8 编码');
  },
);

describe.runIf(isPosix)('a named pipe', () => {
  const withPipe = (name: string): string => {
    const root = tree(taroProject({ 'good.ts': OLD }));
    execFileSync('mkfifo', [join(root, name)]);
    return root;
  };
  // A blocked run is killed; its exit code is then null.
  const bounded = (root: string, args: string[]) =>
    spawnSync(process.execPath, [BIN, ...args], {
      cwd: root,
      encoding: 'utf8',
      env: cleanEnvironment(),
      timeout: 20_000,
    });

  it('a named pipe given as a path is reported, and the other paths are processed', () => {
    const root = withPipe('src/x.js');
    const ended = bounded(root, ['src/x.js', 'src/good.ts']);
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain('src/x.js: not a regular file');
    expect(readFileSync(join(root, 'src/good.ts'), 'utf8')).toContain('recorder.start');
  });

  it('a named pipe is rejected as a report file', () => {
    const root = withPipe('r.json');
    const ended = bounded(root, ['scan', '--report', 'r.json']);
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain('r.json: the report could not be written (not a regular file)');
  });
});

const canMount =
  takesAnyName &&
  spawnSync('unshare', ['-m', 'sh', '-c', 'd=$(mktemp -d) && mount -t tmpfs none $d']).status === 0;

describe.runIf(canMount)('a read-only file system', () => {
  const frozen = (root: string, args: string) =>
    spawnSync(
      'unshare',
      [
        '-m',
        'sh',
        '-c',
        `mount --bind . . && mount -o remount,ro,bind . && cd . && "$0" "$1" ${args}`,
        process.execPath,
        BIN,
      ],
      { cwd: root, encoding: 'utf8', env: cleanEnvironment() },
    );

  it('a read-only file system is reported for files, and no runtime is copied for them', () => {
    const root = tree(taroProject({ 'a.ts': OLD }));
    const ended = frozen(root, root);
    expect(ended.status).toBe(1);
    expect(ended.stderr).toMatch(/src\/a\.ts: is on a read-only file system\n.+Remount/);
    expect(ended.stderr).not.toContain('ENOENT');
    expect(existsSync(join(root, 'src/taro-modernize'))).toBe(false);
  });

  it('a read-only file system is reported for the folder of a runtime to restore', () => {
    const root = tree(taroProject({ 'a.ts': OLD }));
    cli(root, []);
    rmSync(join(root, 'src/taro-modernize'), { recursive: true });
    const ended = frozen(root, root);
    expect(ended.status).toBe(1);
    expect(ended.stderr).toMatch(
      /src\/taro-modernize\/recorder\.ts: is on a read-only file system\n.+Remount/,
    );
    expect(ended.stderr).not.toContain('ENOENT');
  });

  it('a read-only file system is reported for a report in a new folder', () => {
    const root = tree(taroProject({ 'a.ts': OLD }));
    expect(frozen(root, `scan ${root} --report ${root}/new/r.json`).stderr).toContain(
      'EROFS: read-only file system',
    );
  });
});

it('code nested too deeply for the parser is not reported as a syntax error', () => {
  const deep = `Taro.startRecord(${'['.repeat(100_000)}${']'.repeat(100_000)});\n`;
  const root = tree(taroProject({ 'deep.js': deep, 'good.ts': OLD }));
  const ended = cli(root, []);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(
    /src\/deep\.js: is nested too deeply to be processed\n.+--ignore src\/deep\.js/,
  );
  expect(snapshot(root)['src/good.ts']).toContain('recorder.start');
});

describe('a repository inside the migrated one', () => {
  const nested = (): string => {
    const library = committed(
      tree({ 'a.ts': OLD, 'package.json': '{"dependencies":{"@tarojs/taro":"4.2.0"}}' }),
    );
    const root = committed(tree(taroProject({ 'b.ts': OLD })));
    git(root, '-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', library, 'src/lib');
    git(root, 'commit', '-q', '-m', 'submodule');
    return root;
  };

  it('a nested repository is named before files in it are written', () => {
    const root = nested();
    const ended = cli(root, []);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toMatch(/nested git repositories \(submodules\): src\/lib\.\nCommit .+ --ignore/);
    expect(snapshot(root)['src/lib/a.ts']).toContain('recorder.start');
  });

  it('a nested repository is not named when the run starts inside it or writes nothing there', () => {
    const root = nested();
    expect(cli(root, ['--ignore', 'src/lib']).stderr).not.toContain('submodules');
    expect(cli(join(root, 'src/lib'), []).stderr).not.toContain('submodules');
  });
});
