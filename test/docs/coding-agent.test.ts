import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { BIN } from '../cli/support/cli';
import { blocksOf } from './markdown';

const ROOT = join(import.meta.dirname, '../..');
const { copyExample } = (await import(join(ROOT, 'scripts/example-copy.mjs'))) as { copyExample(): string };
const app = copyExample();
afterAll(() => rmSync(dirname(app), { recursive: true }));

const run = (...args: string[]) =>
  execFileSync(process.execPath, [BIN, ...args], {
    cwd: app,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
const PLATFORMS = ['--platform', 'weapp,h5'];
run('--yes', ...PLATFORMS);

test.each([
  ['docs/coding-agent.md', 'en'],
  ['docs/zh-CN/coding-agent.md', 'zh'],
])('%s shows a section of the list for the example', (page, lang) => {
  const file = join(ROOT, page);
  const sections = run('todo', '--lang', lang, ...PLATFORMS).split(/\n\n(?=\d+\. )/);
  const section = sections.find((text) => text.includes('[CAN122]'))!.trim();
  const text = readFileSync(file, 'utf8');
  const made = text.replace(/^```text\n[\s\S]*?^```$/m, () => `\`\`\`text\n${section}\n\`\`\``);
  if (process.env.UPDATE_DOCS === '1') writeFileSync(file, made);
  expect(readFileSync(file, 'utf8')).toBe(made);
});

test('the skill and the pages name only commands and options that exist', () => {
  const help = run('--help');
  const skill = readFileSync(join(ROOT, 'skills/taro-modernize/SKILL.md'), 'utf8');
  const pages = ['docs/coding-agent.md', 'docs/zh-CN/coding-agent.md'].map((page) =>
    readFileSync(join(ROOT, page), 'utf8'),
  );
  for (const text of [skill, ...pages]) {
    const named = [...text.matchAll(/npx taro-modernize([^`\n#]*)/g)].flatMap(([, rest]) =>
      rest!.trim().split(/\s+/),
    );
    for (const word of named.filter((one) => one.startsWith('--'))) expect(help).toContain(word);
    expect(named).toContain('todo');
  }
});

test('the skill begins with its name and a description, which agents read', () => {
  const skill = readFileSync(join(ROOT, 'skills/taro-modernize/SKILL.md'), 'utf8');
  const [, name, description] = /^---\nname: ([a-z-]+)\ndescription: (.+)\n---\n/.exec(skill)!;
  expect(name).toBe('taro-modernize');
  expect(description!.length).toBeLessThan(1024);
  expect(blocksOf(skill).map(({ language }) => language)).toEqual(['sh']);
});
