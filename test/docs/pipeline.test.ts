import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pipeline } from './pipeline';

// To draw the picture again, run `UPDATE_DOCS=1 npx vitest run test/docs/pipeline`.
const UPDATE = process.env.UPDATE_DOCS === '1';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'docs/architecture.md');
const text = readFileSync(PAGE, 'utf8');
const DECISIONS = join(ROOT, 'docs/adr');
const decisions = readdirSync(DECISIONS).map((name) => ({
  name,
  text: readFileSync(join(DECISIONS, name), 'utf8'),
}));

test('docs/architecture.md shows the way of a text through the engine as the code has it', () => {
  const picture = `\`\`\`\n${pipeline()}\`\`\`\n`;
  const made = text.replace(/(<!-- written by .*-->\n\n)```\n[\s\S]*?```\n/, (_, mark) => mark + picture);
  if (UPDATE) writeFileSync(PAGE, made);
  expect(readFileSync(PAGE, 'utf8'), 'UPDATE_DOCS=1 npx vitest run test/docs/pipeline draws it').toBe(made);
});

test('docs/architecture.md has at most 250 short lines', () => {
  const lines = text.split('\n');
  expect(lines.length).toBeLessThanOrEqual(250);
  expect(lines.filter((line) => line.length > 125)).toEqual([]);
});

test('the decisions name only existing files', () => {
  const paths = decisions.flatMap(({ text: page }) =>
    [...page.matchAll(/`((?:src|scripts|test|docs|bench|transforms)\/[\w./-]+)`/g)].map(([, path]) => path!),
  );
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('docs/architecture.md lists every decision with its title, and each has a number and a date', () => {
  expect(
    [...text.matchAll(/^- \[(.+)\]\(adr\/(.+)\)$/gm)].map(([, title, name]) => `${name}: ${title}`),
  ).toEqual(decisions.map((one) => `${one.name}: ${/^# (.+)$/m.exec(one.text)?.[1]?.replace(' ·', '')}`));
  decisions.forEach((one, index) => {
    expect(one.name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z-]+\\.md$`));
    expect(one.text, one.name).toMatch(/^Date: \d{4}-\d{2}-\d{2}\./m);
  });
});
