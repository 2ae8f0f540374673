import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/report/text/columns';
import { inProcess } from './support/in-process';

// To update the expected screens, run `UPDATE_FIXTURES=1 npx vitest run --project unit test/cli/many-kinds`
// and read the diff.
const APP = join(import.meta.dirname, 'apps/deprecated');
let root: string;

beforeAll(() => {
  root = join(mkdtempSync(join(tmpdir(), 'many-kinds-')), 'deprecated');
  cpSync(APP, root, { recursive: true });
});
afterAll(() => rmSync(dirname(root), { recursive: true }));

const run = (...args: string[]) => inProcess(root, args);
const findingsOf = async (...args: string[]) => {
  const { files } = JSON.parse((await run('--json', ...args)).stdout) as {
    files: { findings: { api: string; level: string; verdict: string }[] }[];
  };
  return files.flatMap(({ findings }) => findings);
};

describe('an app with more than thirty kinds of deprecated calls', () => {
  test('the many-kinds app has more than thirty kinds of deprecated calls', async () => {
    const found = (await findingsOf('scan')).filter(({ verdict }) => verdict !== 'ignored');
    expect(new Set(found.map(({ api }) => api)).size).toBeGreaterThan(40);
  });

  test.each(['en', 'zh'])('a scan of many kinds fits on one screen of 80 columns (%s)', async (lang) => {
    const { stdout } = await run('scan', '--lang', lang);
    const file = join(APP, `scan.${lang}.txt`);
    if (process.env.UPDATE_FIXTURES === '1') writeFileSync(file, stdout);
    expect(stdout).toBe(readFileSync(file, 'utf8'));
    const lines = stdout.split('\n');
    // Links and sentences may be longer: a terminal wraps them.
    const listed = lines.filter((line) => /^ {2}(?!\S+:\d)[^ →]/.test(line));
    expect(listed.length).toBeGreaterThan(25);
    expect(listed.filter((line) => columnsOf(line) > 80)).toEqual([]);
    expect(lines.length).toBeLessThan(75);
  });

  test('--check reports the required changes, and advisory ones on request', async () => {
    const { stdout, code } = await run('--check');
    expect(code).toBe(1);
    expect(stdout).toContain('getUserProfile');
    expect(stdout).not.toContain('createCanvasContext');
    expect(stdout).toMatch(
      /^\d+ more findings are about APIs that still work but have a replacement \(level advised\)\. To include them: --level advised$/m,
    );
    expect((await run('--check', '--level', 'advised')).stdout).toContain('createCanvasContext');
    expect((await run('scan', '--level', 'required')).stdout).not.toContain('createCanvasContext');
  });

  test('the long form lists every position with its reasons', async () => {
    const { stdout } = await run('scan', '--verbose');
    expect(stdout).toMatch(
      /src\/pages\/poster\.jsx:8:\d+ {2}createCanvasContext .*\[DEP120\]\n {4}→ Name the migration /,
    );
    expect(stdout.match(/ {2}setFillStyle {2}/g)).toHaveLength(2);
  });

  test('JSON has the level of each finding, whatever the terminal shows', async () => {
    const all = await findingsOf('scan');
    expect(await findingsOf('--check')).toEqual(all);
    const levelOf = (name: string) => all.find(({ api }) => api === name)!.level;
    expect(levelOf('getUserProfile')).toBe('required');
    expect(levelOf('createCanvasContext')).toBe('advised');
    expect(levelOf('startRecord')).toBe('required');
  });

  test('an older base library has fewer deprecated calls', async () => {
    const apis = new Set((await findingsOf('scan', '--target', '2.9.0')).map(({ api }) => api));
    expect(apis).toContain('createCanvasContext');
    expect(apis).toContain('startRecord');
    for (const api of ['chooseImage', 'getSystemInfoSync', 'getUserProfile', 'reportAnalytics'])
      expect(apis).not.toContain(api);
  });

  test('advisory findings are not marked in the sources', async () => {
    const before = readFileSync(join(root, 'src/pages/poster.jsx'), 'utf8');
    expect((await run('--yes', '--runtime', 'package')).code).toBe(0);
    const after = readFileSync(join(root, 'src/pages/poster.jsx'), 'utf8');
    expect(after).not.toBe(before);
    expect(after).not.toContain('TODO');
    expect(readFileSync(join(root, 'src/pages/mine.jsx'), 'utf8')).toContain(
      'TODO(taro-modernize): getUserProfile',
    );
    await run('--yes', '--runtime', 'package', '--level', 'advised', '--allow-dirty');
    expect(readFileSync(join(root, 'src/pages/poster.jsx'), 'utf8')).toContain(
      'TODO(taro-modernize): createCanvasContext',
    );
  });
});

test('an app with only advisory findings passes --check, and the output mentions them', async () => {
  const other = mkdtempSync(join(tmpdir(), 'advised-'));
  cpSync(APP, other, { recursive: true });
  for (const page of ['poster', 'mine', 'talk']) rmSync(join(other, `src/pages/${page}.jsx`));
  rmSync(join(other, 'src/utils/files.js'));
  const { code, stdout } = await inProcess(other, ['--check']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+ more findings are about APIs/m);
  expect((await inProcess(other, ['--check', '--level', 'advised'])).code).toBe(1);
  rmSync(other, { recursive: true });
});

test.each([
  ['--target', 'latest'],
  ['--target', '2'],
  ['--level', 'all'],
])('%s %s is rejected', async (option, value) => {
  const { code, stderr } = await inProcess('/', ['scan', option, value]);
  expect(code).toBe(2);
  expect(stderr).toContain(option);
});
