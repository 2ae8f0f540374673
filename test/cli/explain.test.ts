import { describe, expect, test } from 'vitest';
import { pageText } from '../../src/cli/page-text';
import { plain } from '../../src/report/colors';
import { codes, readPage } from '../docs/pages';
import { inProcess } from './support/in-process';
import { tree } from './support/tree';

const explain = (...args: string[]) => inProcess(tree({}), ['explain', ...args]);

describe.each(['en', 'zh'] as const)('every finding page is explained (%s)', (lang) => {
  test.each(codes().map(({ page }) => page))(`%s (${lang})`, async (name) => {
    const { code, stdout, stderr } = await explain(name, '--lang', lang);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const page = readPage(name, lang);
    expect(stdout.split('\n')[0]).toBe(page.title);
    for (const heading of page.headings) expect(stdout).toContain(`\n\n${heading}\n\n`);
    // No Markdown syntax and no comments for the tests.
    expect(stdout).not.toMatch(/^```|^#|^<!-- |\]\([^)]*\.md/m);
    for (const [, block] of page.text.matchAll(/^```\w*\n(.*?)^```/gms))
      for (const line of block!.split('\n').filter(Boolean)) expect(stdout).toContain(`\n    ${line}\n`);
    const folder = lang === 'zh' ? 'docs/zh-CN' : 'docs';
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(new RegExp(`/${folder}/findings/${name}\\.md$`));
  });
});

test.each([
  ['SYS115', '115'],
  ['sys115', '115'],
  ['115', '115'],
  ['REC151', 'REC151'],
  ['rec151', 'REC151'],
])('%s is explained by the page %s', async (given, page) => {
  const { code, stdout } = await explain(given);
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^${page} · `));
});

test('several codes are explained in turn', async () => {
  const { stdout } = await explain('REC105', '201');
  expect(stdout).toMatch(/^105 · .*^201 · /ms);
});

test('links name finding pages by their code and others by their address', async () => {
  const { stdout } = await explain('115');
  expect(stdout).toContain('this table (https://github.com/');
  expect(stdout).toContain('/docs/migrations/get-system-info.md#fields) has the function');
  expect((await explain('115', '--lang', 'zh')).stdout).toContain(
    '/docs/zh-CN/migrations/get-system-info.md#字段)',
  );
});

test.each([
  ['see [204](204.md)', 'see 204'],
  ['see [the page](REC151.md#after)', 'see the page (REC151)'],
  ['see [options](../plugin.md#options)', 'see options (https://example.com/docs/plugin.md#options)'],
  ['see [WeChat](https://weixin.qq.com/x)', 'see WeChat (https://weixin.qq.com/x)'],
  ['## Why\n\n`a[0](1)`', '<Why>\n\n`a[0](1)`'],
  ['```ts\n[a](b.md)\n# c\n```', '    [a](b.md)\n    # c'],
])('a page in the terminal: %s', (markdown, text) => {
  const colors = { ...plain, bold: (heading: unknown) => `<${heading}>` };
  expect(pageText(markdown, 'https://example.com/docs/findings/115.md', colors)).toBe(text);
});

test('colors mark the headings of a terminal only', async () => {
  expect((await explain('115')).stdout).not.toContain('\u001b[');
});

test.each([
  ['SYS15', ['SYS105', 'SYS115', 'SYS125']],
  ['REC161', ['REC101', 'REC151']],
  ['ABC115', ['115']],
  ['BGA152', ['BGA122', 'BGA112']],
])('%s is unknown, and similar codes are named', async (given, similar) => {
  const { code, stdout, stderr } = await explain(given);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(new RegExp(`^Unknown finding code ${given}\\. Similar codes: .*\\n$`));
  for (const one of similar) expect(stderr).toMatch(new RegExp(`[ ,]${one}[,.]`));
});

test.each([
  'nothing',
  '999',
  '../../package',
  '__proto__',
  'constructor',
])('%s is unknown, and the list of all codes is named', async (given) => {
  const { code, stderr } = await explain(given);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^Unknown finding code \S+\. All codes: https:.*\/findings\/README\.md\n$/);
  expect((await explain(given, '--lang', 'zh')).stderr).toMatch(/^没有结果编号 \S+。全部编号：https:/);
});

test('an unknown code among others stops the command before it prints', async () => {
  expect(await explain('115', '999')).toMatchObject({ code: 2, stdout: '' });
});

test('without a code, the error has an example', async () => {
  const { code, stderr } = await explain();
  expect(code).toBe(2);
  expect(stderr).toContain('explain requires a finding code, such as taro-modernize explain SYS115.');
});
