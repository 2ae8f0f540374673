import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { spoilOutputs } from '../support/defect';
import { BIN, cleanEnvironment, cli, json } from './support/cli';
import { inProcess } from './support/in-process';
import { OLD, taroProject } from './support/projects';
import { snapshot, tree } from './support/tree';

afterEach(() => vi.restoreAllMocks());

const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
/** Root can read everything, so some tests run the bin as nobody, who must be able to reach it. */
const canBeNobody =
  isRoot &&
  spawnSync(process.execPath, ['-e', 'fs.accessSync(process.argv[1])', BIN], { uid: NOBODY, gid: NOBODY })
    .status === 0;
const gbk = Buffer.concat([Buffer.from(OLD), Buffer.from([0x2f, 0x2f, 0x20, 0xc2, 0xbc, 0xd2, 0xf4, 0x0a])]);

/** The error for one file. Also checks that the valid file beside it was processed. */
function errorOf(root: string, name: string, uid?: number): string {
  const before = snapshot(root)[`src/${name}`];
  const ended = cli(root, ['--json'], { uid });
  expect(ended.code).toBe(1);
  const report = json(ended);
  expect(report.summary).toMatchObject({ errors: 1, changed: 1 });
  expect(snapshot(root)['src/good.ts']).toContain('recorder.start');
  expect(snapshot(root)[`src/${name}`]).toBe(before);
  return report.files.find((file) => file.path === `src/${name}`)?.error ?? '';
}

describe('a file that cannot be processed is reported and kept, and stops no other file', () => {
  it('a syntax error is reported with its position', () => {
    const root = tree(
      taroProject({ 'good.ts': OLD, 'bad.ts': `import Taro from '@tarojs/taro';\nTaro.startRecord(;\n` }),
    );
    expect(errorOf(root, 'bad.ts')).toMatch(
      /^src\/bad\.ts:2:\d+: cannot be parsed: .+ taro-modernize src\/bad\.ts$/,
    );
  });

  it('a syntax error is shown on stderr', () => {
    const root = tree(taroProject({ 'good.ts': OLD, 'bad.ts': `Taro.startRecord(;\n` }));
    const ended = cli(root, ['--quiet']);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(/src\/bad\.ts:1:\d+: cannot be parsed/);
  });

  it('output that would not parse is reported as a bug in taro-modernize, and neither written nor printed', async () => {
    const bad = OLD.replace('vibrateShort();', 'vibrateShort(); // @broken');
    const root = tree(taroProject({ 'good.ts': OLD, 'bad.ts': bad }));
    const before = snapshot(root);
    spoilOutputs((text) => (text.includes('@broken') ? `${text})` : text));
    const shown = await inProcess(root, ['--dry-run', '--lang', 'zh']);
    expect(shown.code).toBe(1);
    expect(shown.stdout).toContain('+++ b/src/good.ts');
    expect(shown.stdout).not.toContain('bad.ts');
    expect(shown.stderr).toMatch(
      /src\/bad\.ts：改写后的代码无法解析（.+），这是 taro-modernize 的 bug\n.+反馈/,
    );
    expect(snapshot(root)).toEqual(before);
    const ended = await inProcess(root, []);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(
      /src\/bad\.ts: the rewritten code does not parse \(.+\), which is a bug in taro-modernize\n.+report/,
    );
    expect(snapshot(root)['src/bad.ts']).toBe(bad);
    expect(snapshot(root)['src/good.ts']).toContain('recorder.start');
  });

  it('a GBK file is reported and kept', () => {
    const root = tree(taroProject({ 'good.ts': OLD, 'old.js': gbk }));
    expect(errorOf(root, 'old.js')).toContain('iconv -f GBK -t UTF-8 src/old.js');
  });

  it.each([
    ['a lone surrogate', Buffer.from([0xed, 0xa0, 0xbd])],
    [
      'a lone surrogate beside Chinese',
      Buffer.concat([Buffer.from('录音'), Buffer.from([0xed, 0xb8, 0x80])]),
    ],
    ['a character cut in half', Buffer.from('开始录').subarray(0, 8)],
    [
      'a byte of another encoding',
      Buffer.concat([Buffer.from('开始录音'), Buffer.from([0xc2, 0xbc])]).fill(0xff, 12),
    ],
  ])('%s in UTF-8 is reported with its line and not taken for GBK', (_what, bytes) => {
    const text = Buffer.concat([Buffer.from(`${OLD}// `), bytes, Buffer.from('\n')]);
    const root = tree(taroProject({ 'good.ts': OLD, 'half.ts': text }));
    const error = errorOf(root, 'half.ts');
    expect(error).toMatch(/^src\/half\.ts:\d+:\d+: contains bytes that are not UTF-8/);
    expect(error).toContain(`:${OLD.split('\n').length}`);
    expect(error).not.toMatch(/GBK|iconv/);
  });

  it('a UTF-16 file is reported and kept', () => {
    const root = tree(taroProject({ 'good.ts': OLD, 'old.js': Buffer.from(`\uFEFF${OLD}`, 'utf16le') }));
    expect(errorOf(root, 'old.js')).toContain('UTF-16');
  });

  it('binary data is reported and kept', () => {
    const root = tree(taroProject({ 'good.ts': OLD, 'video.ts': Buffer.from(`G\0\0startRecord\0`) }));
    expect(errorOf(root, 'video.ts')).toContain('contains binary data');
  });

  it('a file above the size limit is reported, wherever it mentions an API', () => {
    const padding = '// padding\n'.repeat(450_000);
    for (const text of [OLD + padding, padding + OLD]) {
      const root = tree(taroProject({ 'good.ts': OLD, 'big.js': text }));
      expect(errorOf(root, 'big.js')).toContain('larger than 4 MB');
    }
  });

  it('a read-only file is reported and kept', () => {
    const root = tree(taroProject({ 'good.ts': OLD, 'locked.ts': OLD }));
    chmodSync(join(root, 'src/locked.ts'), 0o444);
    expect(errorOf(root, 'locked.ts')).toContain('chmod u+w src/locked.ts');
  });

  it.runIf(canBeNobody)('an unreadable file is reported', () => {
    const root = tree(taroProject({ 'good.ts': OLD, 'secret.ts': OLD }));
    giveAway(root);
    chmodSync(join(root, 'src/secret.ts'), 0o000);
    expect(errorOf(root, 'secret.ts', NOBODY)).toContain('EACCES');
  });

  it.runIf(canBeNobody)('a file in a read-only folder is reported and kept', () => {
    const root = tree(taroProject({ 'good.ts': OLD, 'locked/a.ts': OLD }));
    giveAway(root);
    chmodSync(join(root, 'src/locked'), 0o555);
    expect(errorOf(root, 'locked/a.ts', NOBODY)).toContain('could not be written (EACCES');
  });

  it.runIf(canBeNobody)('a folder without search permission is reported', () => {
    const root = tree(taroProject({ 'good.ts': OLD, 'closed/a.ts': 'export {};\n' }));
    giveAway(root);
    chmodSync(join(root, 'src/closed'), 0o000);
    expect(errorOf(root, 'closed', NOBODY)).toContain('EACCES');
  });
});

it.runIf(process.platform !== 'win32')('a full disk leaves every file either unchanged or complete', () => {
  const long = `${OLD}// ${'x'.repeat(200_000)}\n`;
  const root = tree(taroProject({ 'long.ts': long, 'taro-modernize/.keep': '' }));
  // A limit on the file size makes a write fail halfway without needing a separate disk.
  const ended = spawnSync('sh', ['-c', `ulimit -f 120; exec "$0" "$@"`, process.execPath, BIN, '--json'], {
    cwd: root,
    encoding: 'utf8',
    env: cleanEnvironment(),
  });
  expect(ended.status).toBe(1);
  expect(json({ code: 1, ...ended }).files[0]?.error).toContain('could not be written');
  const files = snapshot(root);
  expect(files['src/long.ts']).toBe(long);
  expect(Object.keys(files).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

describe('symbolic links', () => {
  it('symbolic links are not followed: no loops, no writes outside, no errors for broken ones', () => {
    const outside = tree({ 'lib/a.ts': OLD });
    const root = tree(taroProject({ 'good.ts': OLD }));
    symlinkSync('..', join(root, 'src/loop'));
    symlinkSync(join(outside, 'lib'), join(root, 'src/lib'));
    symlinkSync(join(outside, 'lib/a.ts'), join(root, 'src/linked.ts'));
    symlinkSync('nowhere.ts', join(root, 'src/broken.ts'));
    const ended = cli(root, ['--json']);
    expect(ended.code).toBe(0);
    expect(json(ended).files.map((file) => file.path)).toEqual(['src/good.ts']);
    expect(snapshot(outside)['lib/a.ts']).toBe(OLD);
    expect(readlinkSync(join(root, 'src/linked.ts'))).toBe(join(outside, 'lib/a.ts'));
  });

  it('a symbolic link given as a path is migrated through its target and stays a link', () => {
    const root = tree(taroProject({ 'real/good.ts': OLD }));
    symlinkSync('real/good.ts', join(root, 'src/link.ts'));
    expect(cli(root, ['src/link.ts']).code).toBe(0);
    expect(readlinkSync(join(root, 'src/link.ts'))).toBe('real/good.ts');
    expect(readFileSync(join(root, 'src/real/good.ts'), 'utf8')).toContain('recorder.start');
  });

  it('a symbolic link does not move the runtime out of the project', () => {
    const outside = tree({});
    const root = tree(taroProject({ 'good.ts': OLD }));
    symlinkSync(outside, join(root, 'src/taro-modernize'));
    const ended = cli(root, []);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('outside');
    expect(snapshot(outside)).toEqual({});
    expect(readFileSync(join(root, 'src/good.ts'), 'utf8')).toBe(OLD);
  });
});

it('given paths that are not sources are skipped with a notice', () => {
  const root = tree(
    taroProject({ 'good.ts': OLD, 'a.scss': '.startRecord {}', 'types.d.ts': 'declare const a: 1;' }),
  );
  const ended = cli(root, ['src/good.ts', 'src/a.scss', 'src/types.d.ts']);
  expect(ended.code).toBe(0);
  expect(ended.stderr).toContain('src/a.scss, src/types.d.ts');
});

it('a named pipe is skipped without blocking', () => {
  const root = tree(taroProject({ 'good.ts': OLD }));
  execFileSync('mkfifo', [join(root, 'src/pipe.ts')]);
  expect(json(cli(root, ['--json'])).summary).toMatchObject({ scanned: 1, errors: 0 });
});

it('file names with spaces, quotes, Chinese and line breaks work', () => {
  const names = ['a b.ts', '录音.ts', `it's.ts`, 'line\nbreak.ts', '[id].ts', '-dash.ts', '$x.ts'];
  const root = tree(taroProject(Object.fromEntries(names.map((name) => [name, OLD]))));
  const ended = cli(root, ['--json']);
  expect(json(ended).summary).toMatchObject({ changed: names.length, errors: 0 });
  for (const name of names) expect(snapshot(root)).toHaveProperty([`src/${name}`.normalize()]);
});

function giveAway(root: string): void {
  mkdirSync(join(root, 'src/taro-modernize'), { recursive: true });
  execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, root]);
  chownSync(root, NOBODY, NOBODY);
}
