import { describe, expect, it } from 'vitest';
import { cli, json } from './support/cli';
import { OLD, taroProject } from './support/projects';
import { add, committed, git, snapshot, tree } from './support/tree';

const MANUAL = `import Taro from '@tarojs/taro';\nTaro.startRecord = () => {};\n`;

describe('exit codes', () => {
  it('exits with 0 when there is nothing to do, also for scan and --check', () => {
    const root = tree(taroProject({ 'a.ts': 'export const a = 1;\n' }));
    for (const args of [[], ['scan'], ['--check'], ['--dry-run'], ['--json']])
      expect(cli(root, args).code).toBe(0);
  });

  it('--check exits with 1 while there are rewrites or manual findings, and writes nothing', () => {
    const root = tree(taroProject({ 'a.ts': OLD }));
    const before = snapshot(root);
    const ended = cli(root, ['--check']);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain('npx taro-modernize');
    expect(snapshot(root)).toEqual(before);
    expect(cli(root, []).code).toBe(0);
    expect(cli(root, ['--check']).code).toBe(0);
    add(root, { 'src/b.ts': MANUAL });
    expect(cli(root, ['--check']).code).toBe(1);
    expect(cli(root, []).code).toBe(0);
  });

  it.each([
    ['--dryrun', '--dryrun. Did you mean --dry-run?'],
    ['--dry_run', '--dry_run. Did you mean --dry-run?'],
    ['-check', '-check. Did you mean --check?'],
    ['--igonre=src', '--igonre. Did you mean --ignore?'],
    ['--frobnicate', '--frobnicate.'],
  ])('%s: one line suggests the intended option', (option, said) => {
    const root = tree(taroProject({ 'a.ts': OLD }));
    const ended = cli(root, [option]);
    expect(ended).toEqual({
      code: 2,
      stdout: '',
      stderr: `Unknown option ${said} See taro-modernize --help.\n`,
    });
  });

  it('scan never writes and exits with 0', () => {
    const root = tree(taroProject({ 'a.ts': OLD, 'b.ts': MANUAL }));
    const before = snapshot(root);
    const ended = cli(root, ['scan']);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(/src\/b\.ts:2:\d+/);
    expect(snapshot(root)).toEqual(before);
  });

  it('invalid usage exits with 2 and says how to correct it', () => {
    const root = tree(taroProject({ 'a.ts': OLD }));
    const cases: [string[], string][] = [
      [['--dry-rum'], 'Did you mean --dry-run?'],
      [['--no-such'], 'Unknown option --no-such'],
      [['--only', 'nothing'], 'All names: taro-modernize list'],
      [['--only'], '--only requires a value'],
      [['--json=1'], '--json does not take a value'],
      [['--runtime', 'cdn'], 'Use one of: file, package.'],
      [['--lang', 'fr'], 'Use one of: en, zh.'],
      [['--report', 'x.txt'], '.sarif'],
      [['--quiet', '--verbose'], 'cannot be used together'],
      [['list', 'src'], 'does not take a path'],
      [['scann'], 'Unknown command or path: scann. Did you mean "scan"?\n'],
      [['help'], 'Did you mean "--help"?\n'],
      [['--level', 'none'], 'Invalid value for --level: none. Use one of: required, advised.'],
      [['--target', 'new'], "new. Use a version of WeChat's base library, such as 2.20.1."],
      [['--only', 'x'], 'Unknown migration "x". All names: taro-modernize list\n'],
      [['--runtime-dir', '../elsewhere'], 'outside the project'],
    ];
    for (const [args, message] of cases) {
      const ended = cli(root, args);
      expect(ended, args.join(' ')).toMatchObject({ code: 2, stdout: '' });
      expect(ended.stderr).toContain(message);
    }
  });

  it.each([
    ['startRecord', 'start-record-to-recorder-manager'],
    ['setFillStyle', 'canvas-context-setters-to-properties'],
    ['start-record', 'start-record-to-recorder-manager'],
    ['start-recrod-to-recorder-manager', 'start-record-to-recorder-manager'],
    ['playVioce', 'play-voice-to-inner-audio-context'],
    ['getUserProfile', 'deprecated-apis'],
  ])('--only %s: one line suggests the intended migration, also for list', (given, meant) => {
    const root = tree(taroProject({ 'a.ts': OLD }));
    const stderr = `Unknown migration "${given}". Did you mean --only ${meant}? All names: taro-modernize list\n`;
    for (const args of [[], ['scan'], ['list']])
      expect(cli(root, [...args, '--only', given])).toEqual({ code: 2, stdout: '', stderr });
    expect(cli(root, ['--only', given, '--lang', 'zh']).stderr).toContain(`是不是想用 --only ${meant}？`);
  });

  it.each([
    ['--platform', 'wepp', 'weapp'],
    ['--level', 'require', 'required'],
    ['--runtime', 'packages', 'package'],
  ])('%s %s: one line suggests the intended value', (option, given, meant) => {
    const ended = cli(tree(taroProject({ 'a.ts': OLD })), [option, given]);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain(
      `Invalid value for ${option}: ${given}. Did you mean ${meant}? Use one of: `,
    );
  });

  it('a nonexistent path exits with 2, and the other paths are processed', () => {
    const root = tree(taroProject({ 'a.ts': OLD }));
    const ended = cli(root, ['--json', 'src', 'nowhere']);
    expect(ended.code).toBe(2);
    expect(json(ended).files.find((file) => file.path === 'nowhere')?.error).toContain(
      'no such file or folder',
    );
    expect(snapshot(root)['src/a.ts']).toContain('recorder.start');
  });

  it('a nonexistent path alone gets no summary', () => {
    const { code, stdout, stderr } = cli(tree(taroProject({ 'a.ts': OLD })), ['src/nowhere.ts']);
    expect(code).toBe(2);
    expect(stderr).toContain('src/nowhere.ts: no such file or folder');
    expect(stdout).not.toContain('scanned');
  });

  it('a folder whose name resembles a command is a path', () => {
    const root = tree({ ...taroProject({}), 'scans/a.ts': OLD });
    expect(cli(root, ['scans']).code).toBe(0);
    expect(snapshot(root)['scans/a.ts']).toContain('recorder.start');
  });

  it('an empty folder exits with 0 and a notice', () => {
    const root = tree(taroProject({ 'a.css': '' }));
    const ended = cli(root, ['src']);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('src: no source files');
  });

  it('--version, --help and list exit with 0', () => {
    const root = tree({});
    expect(cli(root, ['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(cli(root, ['--help']).stdout).toContain('--dry-run');
    expect(cli(root, ['--help', '--lang', 'zh']).stdout).toContain('退出码');
    expect(cli(root, ['list']).stdout).toContain('https://');
    expect(JSON.parse(cli(root, ['list', '--json']).stdout)).toMatchObject({ version: 1 });
  });

  it('messages use the language of the locale', () => {
    const root = tree({});
    expect(cli(root, ['--help'], { env: { LANG: 'zh_CN.UTF-8' } }).stdout).toContain('用法');
    expect(cli(root, ['--nope'], { env: { LC_ALL: 'zh_CN.UTF-8' } }).stderr).toContain('未知选项');
  });
});

describe('uncommitted changes', () => {
  const dirty = (): string => {
    const root = committed(tree(taroProject({ 'a.ts': OLD, 'b.ts': OLD })));
    add(root, { 'src/a.ts': `${OLD}// mine\n` });
    return root;
  };

  it('uncommitted changes make a run stop before it writes', () => {
    const root = dirty();
    const before = snapshot(root);
    const ended = cli(root, []);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('src/a.ts');
    expect(ended.stderr).toContain('--allow-dirty');
    expect(snapshot(root)).toEqual(before);
    expect(cli(root, ['--json'])).toMatchObject({ code: 2, stdout: '' });
  });

  it('staged changes count as uncommitted', () => {
    const root = dirty();
    git(root, 'add', '-A');
    expect(cli(root, []).code).toBe(2);
  });

  it('uncommitted changes are accepted with --allow-dirty and by commands that do not write', () => {
    const root = dirty();
    expect(cli(root, ['--dry-run']).code).toBe(0);
    expect(cli(root, ['scan']).code).toBe(0);
    expect(cli(root, ['--check']).code).toBe(1);
    expect(cli(root, ['--allow-dirty']).code).toBe(0);
    expect(snapshot(root)['src/a.ts']).toContain('recorder.start');
  });
});
