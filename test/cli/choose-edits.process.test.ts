import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { cli } from './support/cli';
import { NEW, OLD, taroProject } from './support/projects';
import { hasTerminal, onTerminal } from './support/terminal';
import { committed, snapshot, tree } from './support/tree';

const ENTER = '\r';
const CTRL_C = '\u0003';
const CHOOSE = ['Apply?', `c${ENTER}`] as const;

/** A file with two changes that do not need each other. */
const two = (first: string, second: string) => `import Taro from '@tarojs/taro';

export const wide = () => ${first};

export const narrow = () => {
  const height = 1;
  return height;
};

export const high = () => ${second};
`;
const WIDTH = 'Taro.getSystemInfoSync().windowWidth';
const HEIGHT = 'Taro.getSystemInfoSync().windowHeight';
const NEW_WIDTH = 'getWindowInfo().windowWidth';
const NEW_HEIGHT = 'getWindowInfo().windowHeight';

const files = { 'a.ts': two(WIDTH, HEIGHT), 'b.ts': two(WIDTH, HEIGHT) };
const project = (sources: Record<string, string> = files): string => committed(tree(taroProject(sources)));

/** The changes in the two files: which of their lines are new. */
function madeIn(root: string): string[] {
  const texts = snapshot(root);
  return ['a', 'b'].flatMap((name) =>
    [NEW_WIDTH, NEW_HEIGHT]
      .filter((part) => texts[`src/${name}.ts`]!.includes(part))
      .map((part) => `${name} ${part}`),
  );
}

const question = (index: number, file: string) => `(${index}/4) src/${file}.ts: apply this change?`;
/** Answers to the questions that appear in this order. */
const dialogue = (...answers: readonly (readonly [number, string, string])[]) => [
  CHOOSE,
  ...answers.map(([index, file, key]) => [question(index, file), `${key}${ENTER}`] as const),
];

const [AW, AH, BW, BH] = ['a', 'b'].flatMap((file) =>
  [NEW_WIDTH, NEW_HEIGHT].map((part) => `${file} ${part}`),
) as [string, string, string, string];

describe.runIf(hasTerminal)('choosing changes one by one in a terminal', { timeout: 60_000 }, () => {
  it.each([
    [
      'y and n: single changes',
      [
        [1, 'a', 'y'],
        [2, 'a', 'n'],
        [3, 'b', 'n'],
        [4, 'b', 'y'],
      ],
      [AW, BH],
    ],
    [
      'a: the rest of the file',
      [
        [1, 'a', 'a'],
        [3, 'b', 'n'],
        [4, 'b', 'n'],
      ],
      [AW, AH],
    ],
    [
      'a in the middle of a file',
      [
        [1, 'a', 'n'],
        [2, 'a', 'a'],
        [3, 'b', 'a'],
      ],
      [AH, BW, BH],
    ],
    [
      'd: nothing of the rest of the file',
      [
        [1, 'a', 'd'],
        [3, 'b', 'y'],
        [4, 'b', 'd'],
      ],
      [BW],
    ],
    [
      'q: only what was accepted',
      [
        [1, 'a', 'y'],
        [2, 'a', 'q'],
      ],
      [AW],
    ],
    [
      'b: answers again',
      [
        [1, 'a', 'y'],
        [2, 'a', 'b'],
        [1, 'a', 'n'],
        [2, 'a', 'd'],
        [3, 'b', 'a'],
      ],
      [BW, BH],
    ],
    [
      'b: back to the question that a answered for the rest of the file',
      [
        [1, 'a', 'a'],
        [3, 'b', 'b'],
        [1, 'a', 'n'],
        [2, 'a', 'n'],
        [3, 'b', 'a'],
      ],
      [BW, BH],
    ],
    [
      'full-width letters',
      [
        [1, 'a', 'ａ'],
        [3, 'b', 'ｄ'],
      ],
      [AW, AH],
    ],
    [
      'words',
      [
        [1, 'a', 'yes'],
        [2, 'a', '是'],
        [3, 'b', '否'],
        [4, 'b', 'NO'],
      ],
      [AW, AH],
    ],
  ] as const)('%s', async (_, answers, made) => {
    const root = project();
    const ended = await onTerminal(root, [], dialogue(...answers));
    expect(ended.code).toBe(0);
    expect(madeIn(root)).toEqual(made);
    expect(Object.keys(snapshot(root))).toContain('src/taro-modernize/system.ts');
  });

  it('accepting all writes what --yes writes', async () => {
    const [asked, told] = [project(), project()];
    await onTerminal(asked, [], dialogue([1, 'a', 'y'], [2, 'a', 'y'], [3, 'b', 'y'], [4, 'b', 'y']));
    cli(told, ['--yes']);
    expect(snapshot(asked)).toEqual(snapshot(told));
  });

  it('imports follow from what was accepted, and a question shows what it adds', async () => {
    const root = project({ 'a.ts': two(WIDTH, HEIGHT) });
    const ended = await onTerminal(
      root,
      [],
      [
        CHOOSE,
        ["+import { getWindowInfo } from './taro-modernize/system'", ''],
        ['(1/2) src/a.ts: apply this change?', `n${ENTER}`],
        ["+import { getWindowInfo } from './taro-modernize/system'", ''],
        ['(2/2) src/a.ts: apply this change?', `b${ENTER}`],
        ['(1/2) src/a.ts: apply this change?', `y${ENTER}`],
        ["-import Taro from '@tarojs/taro'", ''],
        ['(2/2) src/a.ts: apply this change?', `n${ENTER}`],
        ['1 file changed (1 rewritten)', ''],
      ],
    );
    expect(ended.code).toBe(0);
    const { 'src/a.ts': text } = snapshot(root);
    expect(text).toBe(
      two(NEW_WIDTH, HEIGHT).replace(
        "from '@tarojs/taro';\n",
        "from '@tarojs/taro';\nimport { getWindowInfo } from './taro-modernize/system';\n",
      ),
    );
  });

  it('? and unknown keys show the keys; b at the first question stays there', async () => {
    const root = project();
    const ended = await onTerminal(
      root,
      [],
      [
        CHOOSE,
        [`${question(1, 'a')} [y,n,a,d,q,b,?]`, `?${ENTER}`],
        ['y - apply this change', ''],
        ['b - back to the previous question', ''],
        [question(1, 'a'), `x${ENTER}`],
        ['? - help', ''],
        [question(1, 'a'), `b${ENTER}`],
        ['This is the first question.', ''],
        [question(1, 'a'), `d${ENTER}`],
        [question(3, 'b'), `d${ENTER}`],
        ['No changes accepted. Nothing was written.', ''],
      ],
    );
    expect(ended.code).toBe(0);
    expect(madeIn(root)).toEqual([]);
  });

  it('questions and diffs have colors unless NO_COLOR is set', async () => {
    const answers = dialogue([1, 'a', 'q']);
    const { stdout } = await onTerminal(project(), [], answers);
    expect(stdout).toContain(`\u001b[32m+export const wide = () => ${NEW_WIDTH};`);
    expect(stdout).toContain(`\u001b[1m${question(1, 'a')}`);
    const plain = await onTerminal(project(), [], answers, { env: { NO_COLOR: '1' } });
    expect(plain.stdout).toContain(question(1, 'a'));
    expect(plain.stdout).not.toContain('\u001b[32m');
  });

  it.each([
    ['Ctrl-C', CTRL_C, 130],
    ['end of input', '\u0004', 0],
  ])('%s writes nothing, whatever was accepted before', async (_, key, code) => {
    const root = project();
    const before = snapshot(root);
    const ended = await onTerminal(root, [], [...dialogue([1, 'a', 'y']), [question(2, 'a'), key]]);
    expect(ended.code).toBe(code);
    expect(ended.stdout).toContain('Nothing was written');
    expect(snapshot(root)).toEqual(before);
  });

  it('calls that share state are one question, with all files', async () => {
    const start = "import Taro from '@tarojs/taro';\nexport const start = () => Taro.startRecord({});\n";
    const sources = { 'a.ts': OLD, 'b.ts': start, 'c.ts': two(WIDTH, HEIGHT) };
    const together = '(1/3) src/a.ts, src/b.ts: apply these changes together?';
    const no = project(sources);
    await onTerminal(
      no,
      [],
      [CHOOSE, ['+++ b/src/b.ts', ''], [together, `n${ENTER}`], ['(2/3)', `a${ENTER}`]],
    );
    expect(snapshot(no)).toMatchObject({ 'src/a.ts': OLD, 'src/b.ts': start });
    expect(snapshot(no)['src/c.ts']).toContain(NEW_HEIGHT);
    expect(Object.keys(snapshot(no))).not.toContain('src/taro-modernize/recorder.ts');
    const yes = project(sources);
    await onTerminal(yes, [], [CHOOSE, [together, `y${ENTER}`], ['(2/3)', `d${ENTER}`]]);
    expect(snapshot(yes)['src/a.ts']).toBe(NEW);
    expect(snapshot(yes)['src/b.ts']).toContain('recorder.start({})');
    expect(snapshot(yes)['src/c.ts']).toBe(two(WIDTH, HEIGHT));
  });

  it('the TODO comments of a file are one question', async () => {
    const manual = `import Taro from '@tarojs/taro';\n\nTaro[name]();\nexport const wide = () => ${WIDTH};\n`;
    const source = manual.replace('Taro[name]()', "Taro[yes ? 'startRecord' : 'login']()");
    const root = project({ 'a.ts': source });
    const ended = await onTerminal(
      root,
      [],
      [CHOOSE, ['(1/2)', `y${ENTER}`], ['+// TODO(taro-modernize)', ''], ['(2/2)', `n${ENTER}`]],
    );
    expect(ended.code).toBe(0);
    expect(snapshot(root)['src/a.ts']).toContain(NEW_WIDTH);
    expect(snapshot(root)['src/a.ts']).not.toContain('TODO');
  });

  it('--commit commits what was accepted, and no other change', async () => {
    const root = project({ ...files, 'c.ts': OLD });
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
    const answers = [
      CHOOSE,
      ['(1/5) src/a.ts', `y${ENTER}`],
      ['(2/5) src/a.ts', `n${ENTER}`],
      ['(3/5) src/b.ts', `d${ENTER}`],
      ['(5/5) src/c.ts', `y${ENTER}`],
    ] as const;
    const ended = await onTerminal(root, ['--commit'], answers);
    expect(ended.code).toBe(0);
    expect(git('log', '--format=%s').trim().split('\n').slice(0, -1)).toEqual([
      'Replace getSystemInfoSync (1 location in 1 file)',
      'Replace startRecord, stopRecord (2 locations in 1 file)',
      expect.stringContaining('Add the runtime of taro-modernize'),
    ]);
    expect(git('status', '--porcelain')).toBe('');
    expect(madeIn(root)).toEqual([AW]);
    expect(snapshot(root)['src/c.ts']).toBe(NEW);
  });

  it('a later run asks about the rest', async () => {
    const root = project();
    await onTerminal(root, [], dialogue([1, 'a', 'y'], [2, 'a', 'd'], [3, 'b', 'd']));
    const told = project();
    cli(told, ['--yes']);
    cli(root, ['--yes', '--allow-dirty']);
    expect(snapshot(root)).toEqual(snapshot(told));
  });
});
