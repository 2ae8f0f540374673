import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OLD, taroProject } from './support/projects';
import { hasTerminal, onTerminal } from './support/terminal';
import { add, committed, snapshot, tree } from './support/tree';

const project = (): string => committed(tree(taroProject({ 'a.ts': OLD, 'b.ts': OLD })));
const ENTER = '\r';

describe.runIf(hasTerminal)('on a terminal', { timeout: 30_000 }, () => {
  it('asks, and applies when told to', async () => {
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
  ])('takes %s for what it means', async (answer, isYes) => {
    const root = project();
    const before = snapshot(root);
    const ended = await onTerminal(root, [], [['Apply?', `${answer}${ENTER}`]]);
    expect(ended.code).toBe(0);
    if (isYes) expect(snapshot(root)['src/b.ts']).toContain('recorder.start');
    else expect(snapshot(root)).toEqual(before);
  });

  it('shows the diff and asks again; cancel writes nothing', async () => {
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
    expect(ended.stdout).toMatch(/the runtime, a new file of \d{3} lines/);
    expect(ended.stdout, 'its lines are not shown').not.toContain('@taro-modernize-runtime');
    expect(snapshot(root)).toEqual(before);
  });

  it('lets choose file by file, and puts the runtime there only for the chosen', async () => {
    const root = project();
    const answers = [
      ['Apply?', `c${ENTER}`],
      ['src/a.ts: change it?', `n${ENTER}`],
      ['src/b.ts: change it?', `y${ENTER}`],
    ] as const;
    const ended = await onTerminal(root, [], answers);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('1 file changed (2 rewritten)');
    const files = snapshot(root);
    expect(files['src/a.ts']).toBe(OLD);
    expect(files['src/b.ts']).toContain('recorder.start');
    expect(Object.keys(files)).toContain('src/taro-modernize/recorder.ts');
  });

  it('writes nothing at all when no file is chosen', async () => {
    const root = project();
    const before = snapshot(root);
    await onTerminal(
      root,
      [],
      [
        ['Apply?', `c${ENTER}`],
        ['src/a.ts: change it?', `n${ENTER}`],
        ['src/b.ts: change it?', `n${ENTER}`],
      ],
    );
    expect(snapshot(root)).toEqual(before);
  });

  it('ends with 130 on Ctrl-C and writes nothing', async () => {
    const root = project();
    const before = snapshot(root);
    const ended = await onTerminal(root, [], [['Apply?', '\u0003']]);
    expect(ended.code).toBe(130);
    expect(ended.stdout).toContain('Nothing was written');
    expect(snapshot(root)).toEqual(before);
  });

  it('takes the end of the input for cancel', async () => {
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
  ])('does not ask with %s', async (args) => {
    expect((await onTerminal(project(), args, [])).stdout).not.toContain('Apply?');
  });

  it('does not ask in CI, nor when the answer would be refused', async () => {
    expect((await onTerminal(project(), [], [], { CI: 'true' })).stdout).not.toContain('Apply?');
    const root = project();
    add(root, { 'src/a.ts': `${OLD}// mine\n` });
    const ended = await onTerminal(root, [], []);
    expect(ended.code).toBe(2);
    expect(ended.stdout).not.toContain('Apply?');
  });

  it('does not ask when nothing is to do', async () => {
    const root = tree(taroProject({ 'a.ts': 'export {};\n' }));
    expect((await onTerminal(join(root, 'src'), [], [])).stdout).toContain('Nothing to do');
  });
});
