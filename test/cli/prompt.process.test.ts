import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli } from './support/cli';
import { olderCopy } from './support/copies';
import { OLD, taroProject } from './support/projects';
import { hasTerminal, onTerminal } from './support/terminal';
import { add, committed, snapshot, tree } from './support/tree';

const project = (): string => committed(tree(taroProject({ 'a.ts': OLD, 'b.ts': OLD })));
const VOICE = `import Taro from '@tarojs/taro';\nTaro.playVoice({ filePath: 'a' });\n`;
const ENTER = '\r';

describe.runIf(hasTerminal)('prompt in a terminal', { timeout: 30_000 }, () => {
  it('the prompt asks, and applies the changes when confirmed', async () => {
    const root = project();
    const ended = await onTerminal(root, [], [['Apply?', `a${ENTER}`]]);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('Would change 2 files');
    expect(ended.stdout).toContain('Changed 2 files');
    expect(snapshot(root)['src/b.ts']).toContain('recorder.start');
  });

  it.each([
    ['y', true],
    ['YES', true],
    ['ｙ', true],
    ['n', false],
    ['否', false],
  ])('the prompt understands the answer %s', async (answer, isYes) => {
    const root = project();
    const before = snapshot(root);
    const ended = await onTerminal(root, [], [['Apply?', `${answer}${ENTER}`]]);
    expect(ended.code).toBe(0);
    if (isYes) expect(snapshot(root)['src/b.ts']).toContain('recorder.start');
    else expect(snapshot(root)).toEqual(before);
  });

  it('the prompt shows the diff and asks again; cancel writes nothing', async () => {
    const root = project();
    const before = snapshot(root);
    const ended = await onTerminal(
      root,
      [],
      [
        ['Apply?', `d${ENTER}`],
        ['+++ b/src/b.ts', ''],
        ['Apply?', `what${ENTER}`],
        ['Apply?', `q${ENTER}`],
      ],
    );
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('Nothing was written');
    expect(ended.stdout).toContain('+++ b/src/taro-modernize/recorder.ts');
    expect(ended.stdout).toMatch(/the runtime: a new file, \d+ lines/);
    expect(ended.stdout, 'its lines are not shown').not.toContain('@taro-modernize-runtime');
    expect(snapshot(root)).toEqual(before);
  });

  it('Ctrl-C at the prompt exits with 130 and writes nothing', async () => {
    const root = project();
    const before = snapshot(root);
    const ended = await onTerminal(root, [], [['Apply?', '\u0003']]);
    expect(ended.code).toBe(130);
    expect(ended.stdout).toContain('Nothing was written');
    expect(snapshot(root)).toEqual(before);
  });

  it('end of input at the prompt cancels', async () => {
    const root = project();
    const before = snapshot(root);
    expect((await onTerminal(root, [], [['Apply?', '\u0004']])).code).toBe(0);
    expect(snapshot(root)).toEqual(before);
  });

  it.each([
    [['--yes']],
    [['-y']],
    [['--json']],
    [['--check']],
    [['--dry-run']],
    [['scan']],
  ])('no prompt with %s', async (args) => {
    expect((await onTerminal(project(), args, [])).stdout).not.toContain('Apply?');
  });

  it('no prompt in CI or when the run would refuse to write anyway', async () => {
    expect((await onTerminal(project(), [], [], { env: { CI: 'true' } })).stdout).not.toContain('Apply?');
    const root = project();
    add(root, { 'src/a.ts': `${OLD}// mine\n` });
    const ended = await onTerminal(root, [], []);
    expect(ended.code).toBe(2);
    expect(ended.stdout).not.toContain('Apply?');
  });

  it('no prompt when there is nothing to do', async () => {
    const root = tree(taroProject({ 'a.ts': 'export {};\n' }));
    expect((await onTerminal(join(root, 'src'), [], [])).stdout).toContain('Nothing to do');
  });
});

describe.runIf(hasTerminal)('prompt with redirected streams', { timeout: 30_000 }, () => {
  const inLog = (root: string) => snapshot(root).log ?? '';
  // A file that git ignores, so that the output does not change what the run sees.
  const logging = () =>
    committed(tree({ ...taroProject({ 'a.ts': OLD, 'b.ts': OLD }), '.gitignore': 'log\n' }));

  it.each([
    '> log',
    '| tee log > /dev/null',
  ])('the question, its summary and the diff are shown on stderr with %s', async (redirect) => {
    const root = logging();
    const answers = [
      ['Would change 2 files', ''],
      ['Apply?', `d${ENTER}`],
      ['+++ b/src/a.ts', ''],
      ['the runtime: a new file', ''],
      ['Apply?', `a${ENTER}`],
    ] as const;
    const ended = await onTerminal(root, [], answers, { redirect });
    expect(ended.code).toBe(0);
    expect(inLog(root)).toContain('Changed 2 files');
    expect(inLog(root)).not.toMatch(/Apply\?|Would change|\+\+\+/);
    expect(snapshot(root)['src/b.ts']).toContain('recorder.start');
  });

  it('cancelling with a redirected stdout writes nothing', async () => {
    const root = logging();
    const before = snapshot(root);
    const answers = [
      ['Apply?', `q${ENTER}`],
      ['Nothing was written', ''],
    ] as const;
    expect((await onTerminal(root, [], answers, { redirect: '> log' })).code).toBe(0);
    expect({ ...snapshot(root), log: undefined }).toEqual(before);
  });

  it.each([
    ['< /dev/null', {}, 'stdin or stderr is not a terminal'],
    ['2> log', {}, 'stdin or stderr is not a terminal'],
    ['', { CI: '1' }, 'CI is set'],
  ])('a run that cannot ask says so (%s %o)', async (redirect, env: Record<string, string>, why) => {
    const root = logging();
    const ended = await onTerminal(root, [], [], { redirect, env });
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain(`Writing without asking, because ${why}.`);
    expect(ended.stdout).not.toContain('Apply?');
    expect(snapshot(root)['src/b.ts']).toContain('recorder.start');
  });
});

describe.runIf(hasTerminal)('--dry-run in a terminal', { timeout: 30_000 }, () => {
  it('--dry-run shows the sources, and of new and upgraded runtimes only names and line counts', async () => {
    const root = project();
    cli(root, ['--yes']);
    const copy = join(root, 'src/taro-modernize/recorder.ts');
    writeFileSync(copy, olderCopy(readFileSync(copy, 'utf8')));
    add(root, { 'src/c.ts': OLD, 'src/d.ts': VOICE });
    const { stdout } = await onTerminal(root, ['--dry-run'], []);
    expect(stdout).toContain('+++ b/src/c.ts');
    expect(stdout).toMatch(
      /\+\+\+ b\/src\/taro-modernize\/recorder\.ts.*\r\n.*the runtime: upgraded, \d{3,} lines/,
    );
    expect(stdout).toMatch(
      /\+\+\+ b\/src\/taro-modernize\/voice\.ts.*\r\n.*the runtime: a new file, \d{3,} lines/,
    );
    expect(stdout).not.toContain('@taro-modernize-runtime');
    const verbose = (await onTerminal(root, ['--dry-run', '--verbose'], [])).stdout;
    expect(verbose).toContain('+// @taro-modernize-runtime');
    expect(verbose).not.toContain('the runtime: ');
    const redirected = await onTerminal(root, ['--dry-run'], [], { redirect: '| cat' });
    expect(redirected.stdout).toContain('+// @taro-modernize-runtime');
  });
});
