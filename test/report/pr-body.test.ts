import { expect, test } from 'vitest';
import { rewrite } from '../../src/project/rewrite';
import { toPrBody } from '../../src/report/pr-body';
import { type Report, totalsOf } from '../../src/report/result';
import { reportText } from '../../src/report/text';

const SOURCE = `import Taro from '@tarojs/taro';
Taro.startRecord({});
Taro.stopRecord();
export const profile = () => Taro.getUserProfile({ desc: 'a|b' });
export const width = () => Taro.getSystemInfoSync().windowWidth;
`;

function reportOn(files: number, source = SOURCE): Report {
  const { findings } = rewrite(source, { filename: 'a.ts' });
  const all = Array.from({ length: files }, (_, index) => {
    const shown = `src/file-${index}.ts`;
    return { path: `/app/${shown}`, shown, changed: true, findings };
  });
  return { version: '1.0.0', files: all, totals: totalsOf(all, files), done: true, cwd: '/app' };
}

const link = (path: string, line: number) => `https://h/${path}#L${line}`;
const facts = { runtimes: ['src/taro-modernize/'], link };

test('each migration says what changed and why, what is left, and what to test', () => {
  const body = toPrBody(reportOn(2), reportText('en'), facts);
  const sections = body.split(/^## /m);
  expect(sections[0]).toContain('6 locations in 2 files');
  expect(sections[0]).toContain('`src/taro-modernize/`');
  const recording = sections.find((one) => one.startsWith('startRecord'))!;
  expect(recording).toContain('**Replaced** in 2 files: `startRecord` (2), `stopRecord` (2).');
  expect(recording).toMatch(/\*\*Why\*\*: their host has withdrawn .+\/migrations\/.+\.md/);
  expect(recording).toContain('- [ ] make a recording');
  const others = sections.find((one) => one.includes('getUserProfile'))!;
  expect(others).toContain('- [ ] [`src/file-1.ts:4`](https://h//app/src/file-1.ts#L4) `getUserProfile`');
  expect(others).not.toContain('Test on a device');
});

test('without links, locations are text', () => {
  expect(toPrBody(reportOn(1), reportText('en'), { runtimes: [] })).toContain(
    '- [ ] `src/file-0.ts:4` `getUser',
  );
});

test('a plan does not say that something was replaced', () => {
  const body = toPrBody({ ...reportOn(1), done: false }, reportText('en'), facts);
  expect(body).toContain('Would replace');
  expect(body).not.toMatch(/Replaces|\*\*Replaced/);
});

test('the Chinese text has the same lines', () => {
  const [english, chinese] = (['en', 'zh'] as const).map((language) =>
    toPrBody(reportOn(2), reportText(language), facts),
  );
  expect(chinese!.split('\n').length).toBe(english!.split('\n').length);
  expect(chinese).not.toMatch(/Why|Replaced|Test on/);
});

test('a body is never longer than a pull request may be, and counts what it leaves out', () => {
  const body = toPrBody(reportOn(900), reportText('en'), facts);
  expect(body.length).toBeLessThan(65_536);
  const listed = body.match(/^- \[ \] \[`src\/.+`getUserProfile`/gm)!.length;
  expect(body).toContain(
    `- ${900 - listed} more locations. To list all: \`npx taro-modernize scan --verbose\``,
  );
});

test('files that were not processed are listed', () => {
  const report = reportOn(1);
  const files = [{ ...report.files[0]!, problem: { kind: 'read-only' as const } }];
  const body = toPrBody({ ...report, files }, reportText('en'), facts);
  expect(body).toMatch(/^## Not processed: 1 file\n\n- `src\/file-0.ts` is read-only\. Make it writable/m);
});
