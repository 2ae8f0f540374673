import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/engine/types';
import { readPages } from '../../src/report/finding-pages';
import { changedLines } from '../../src/report/left/changed-lines';
import { excerptAt, offsetAfter } from '../../src/report/left/excerpt';
import { helpOf } from '../../src/report/left/help';
import { inWorkingOrder } from '../../src/report/left/order';
import { pageSteps } from '../../src/report/left/page-steps';
import { sectionsOf } from '../../src/report/left/sections';
import { type FileReport, type Report, totalsOf } from '../../src/report/result';
import { reportText } from '../../src/report/text';
import { ROOT } from '../cli/support/cli';

const en = reportText('en');

const finding = (messageId: string, extra: Partial<Finding> = {}): Finding => ({
  migration: 'get-system-info-to-window-info',
  api: 'getSystemInfo',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 5,
  start: 0,
  end: 4,
  verdict: 'manual',
  level: 'required',
  reason: messageId,
  code: 'SYS105',
  messageId,
  ...extra,
});

const fileOf = (shown: string, findings: Finding[] = []): FileReport => ({
  path: `/nowhere/${shown}`,
  shown,
  changed: false,
  findings,
});

const reportOf = (files: FileReport[], extra: Partial<Report> = {}): Report => ({
  version: '1.0.0',
  files,
  totals: totalsOf(files, files.length),
  done: false,
  cwd: '/nowhere',
  ...extra,
});

describe('the working order', () => {
  const from = (source: string) => ({
    data: { cause: { id: 'cause/imported', data: { name: 'a', source } } },
  });
  const ROWS: readonly (readonly [what: string, first: [string, Finding], second: [string, Finding]])[] = [
    [
      'a setting before other code',
      ['z.js', finding('manual/no-platform')],
      ['a.js', finding('manual/undecided')],
    ],
    [
      'a required change before an advised one',
      ['z.js', finding('manual/undecided')],
      ['a.js', finding('manual/undecided', { level: 'advised' })],
    ],
    [
      'what others wait for before what waits',
      ['z.js', finding('manual/undecided')],
      ['a.js', finding('manual/held-back')],
    ],
    [
      'a wrapper before other code',
      ['z.js', finding('manual/computed')],
      ['a.js', finding('manual/undecided')],
    ],
    [
      'the module that an object comes from before its user',
      ['src/z.ts', finding('manual/undecided')],
      ['src/a.ts', finding('manual/undecided', from('./z'))],
    ],
    [
      'a folder that an object comes from before its user',
      ['src/z/index.ts', finding('manual/undecided')],
      ['src/b/a.ts', finding('manual/undecided', from('../z'))],
    ],
  ];
  for (const [what, first, second] of ROWS)
    it(`has ${what}`, () => {
      const placed = [second, first].map(([shown, one]) => ({ file: fileOf(shown), finding: one }));
      expect(inWorkingOrder(placed).map(({ file }) => file.shown)).toEqual([first[0], second[0]]);
    });

  it('keeps the order of files that import each other', () => {
    const placed = [
      { file: fileOf('a.ts'), finding: finding('manual/undecided', from('./b')) },
      { file: fileOf('b.ts'), finding: finding('manual/undecided', from('./a')) },
    ];
    expect(inWorkingOrder(placed)).toHaveLength(2);
  });
});

describe('an excerpt', () => {
  const text = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`).join('\r\n');

  it('has ten lines, with that of the location marked', () => {
    const { line, column, lines } = excerptAt(text, text.indexOf('line 15') + 5);
    expect([line, column]).toEqual([15, 6]);
    expect(lines.map(({ number }) => number)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    expect(lines.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual(['line 15']);
  });

  it('has the part of a long line around the location', () => {
    const long = `${'a'.repeat(5000)}startRecord${'b'.repeat(5000)}`;
    const { lines } = excerptAt(long, 5000);
    expect(lines[0]!.text).toMatch(/^…a{60}startRecordb+…$/);
    expect(lines[0]!.text.length).toBeLessThan(200);
  });

  it('a byte order mark is no column', () => {
    expect(excerptAt('\uFEFFab', 2).column).toBe(2);
  });

  it('an offset moves with the edits before it only', () => {
    const edits = [
      { start: 0, end: 2, text: 'long' },
      { start: 10, end: 10, text: 'later' },
    ];
    expect(offsetAfter(edits, 5)).toBe(7);
  });
});

it('changed lines are those of each edit, without lines that stay the same', () => {
  const text = 'one\ntwo\nthree\nfour\n';
  const edits = [
    { start: 0, end: 0, text: 'import\n' },
    { start: 4, end: 7, text: 'TWO' },
    { start: 14, end: 18, text: 'FOUR\nmore' },
  ];
  expect(changedLines(text, edits)).toBe('+ import\n- two\n+ TWO\n- four\n+ FOUR\n+ more');
});

describe('the steps of a page', () => {
  const pages = readPages(ROOT);

  it('leave out what is about builds and ESLint, and have the code of the finding', () => {
    const steps = pageSteps(finding('manual/undecided', { code: 'MED105' }), pages['105']!.en, 'en');
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.join()).not.toContain('ESLint');
    expect(steps.join()).toContain('taro-modernize-ignore MED105');
    expect(steps.join()).not.toContain('REC105');
  });

  it('of a replacement for some platforms say that the check needs the platforms, too', () => {
    for (const language of ['en', 'zh'] as const) {
      const page = readPages(ROOT)['123']![language];
      const steps = pageSteps(finding('manual/other-platforms', { code: 'CAN123' }), page, language);
      expect(steps[0]).toMatch(/`npx taro-modernize --platform weapp,h5`.*`--platform weapp,h5`/);
    }
  });

  it('of an API that no migration rewrites are those about it, with those below', () => {
    const stepsFor = (api: string) =>
      pageSteps(
        finding('manual/reported', { code: 'DEP120', api, migration: 'deprecated-apis' }),
        pages['120']!.en,
        'en',
      );
    expect(stepsFor('getUserInfo').length).toBeGreaterThan(3);
    expect(stepsFor('getUserInfo').join()).not.toContain('reportAnalytics');
    expect(stepsFor('setTopBarText')).toEqual([]);
  });

  it('of an event are those of its host, whose names are in camelCase', () => {
    const one = { code: 'DEP130', api: 'button.getuserinfo', migration: 'deprecated-apis' };
    const steps = pageSteps(finding('manual/markup', one), pages['130']!.en, 'en');
    expect(steps.join('\n')).toContain('change the code that uses the wrapper');
    expect(steps.join('\n')).not.toContain('`report-submit`');
  });

  it('have absolute links', () => {
    const steps = pageSteps(finding('manual/derived', { code: 'SYS115' }), pages['115']!.en, 'en').join();
    expect(steps).toMatch(/\]\(https:\/\/\S+\/docs\/migrations\/get-system-info\.md#fields\)/);
  });
});

describe('the command of a finding', () => {
  const verifyOf = (one: Finding, extra: Partial<Report> = {}) => {
    const file = fileOf('src/a.ts', [one]);
    return helpOf(one, file, () => '', reportOf([file], extra), en).verify;
  };
  const START = 'npx taro-modernize --check --only get-system-info-to-window-info';

  it('checks the file, with the level of the finding', () => {
    expect(verifyOf(finding('manual/derived'))).toBe(`${START} src/a.ts`);
    expect(verifyOf(finding('manual/derived', { level: 'advised' }))).toBe(
      `${START.replace('--only', '--level advised --only')} src/a.ts`,
    );
  });

  it('to run again stands in each step, with the paths and options of the run', () => {
    const place = { data: { place: 'b.ts:1:1', tag: 'canvas' } };
    const stepsOf = (one: Finding, language: 'en' | 'zh', extra: Partial<Report> = {}) => {
      const file = fileOf('src/a.ts', [one]);
      const pages = () => readPages(ROOT);
      const { steps } = helpOf(
        one,
        file,
        () => '',
        reportOf([file], { pages, ...extra }),
        reportText(language),
      );
      return steps.join('\n');
    };
    const settings = { paths: ['src', 'my lib'], options: ['--platform', 'weapp'] };
    for (const [language, again] of [
      ['en', /\brun `([^`]+)` again\b/g],
      ['zh', /重新运行 `([^`]+)`/g],
    ] as const) {
      const steps = stepsOf(finding('manual/script', { code: 'SYS106' }), language, settings);
      const commands = [...steps.matchAll(again)].map(([, command]) => command);
      expect(commands.length).toBeGreaterThan(1);
      expect(new Set(commands)).toEqual(new Set(["npx taro-modernize --platform weapp src 'my lib'"]));
      expect(steps).not.toMatch(/run again|重新运行[^ ]/);
      const canvas = { ...place, code: 'CVS132', migration: 'create-canvas-context-to-canvas-2d' };
      expect(stepsOf(finding('manual/linked-stays', canvas), language)).toContain(
        '`npx taro-modernize --only create-canvas-context-to-canvas-2d`',
      );
    }
  });

  it('checks all paths of the run if other files matter', () => {
    expect(verifyOf(finding('manual/open-host'))).toBe(START);
    expect(verifyOf(finding('manual/open-host'), { paths: ['src', 'lib'] })).toBe(`${START} src lib`);
  });
});

it('a step to copy the runtime is only for a change that is made by hand', () => {
  const edits = [{ start: 0, end: 0, text: "import { getWindowInfo } from './taro-modernize/system'\n" }];
  const stepsOf = (messageId: string) => {
    const file: FileReport = { ...fileOf('a.ts'), editsAt: () => edits };
    return helpOf(finding(messageId), file, () => 'code\n', reportOf([file]), en).steps.join();
  };
  expect(stepsOf('manual/derived')).toContain('it copies the runtime');
  expect(stepsOf('manual/no-platform')).not.toContain('it copies the runtime');
});

it('an example is shown once, and later sections refer to it', () => {
  const pages = () => readPages(ROOT);
  const one = (api: string) => finding('manual/undecided', { api, reason: api });
  const files = [fileOf('a.ts', [one('a'), one('b'), one('b')])];
  const sections = sectionsOf(reportOf(files, { pages }), en);
  expect(sections.map(({ sameAs, exampleAs }) => [sameAs, exampleAs])).toEqual([
    [undefined, undefined],
    [undefined, 1],
    [2, 1],
  ]);
});
