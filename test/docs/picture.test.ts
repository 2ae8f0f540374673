import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

test.each([
  'en',
  'zh',
] as const)('the picture of a run matches the output of the command (%s); update it with npm run picture', async (lang) => {
  const { picture, PICTURES } = (await import(join(ROOT, 'scripts/picture.mjs'))) as {
    picture(lang: string): string;
    PICTURES: Record<string, string>;
  };
  expect(readFileSync(join(ROOT, PICTURES[lang]!), 'utf8')).toBe(picture(lang));
});
