import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

test('docs/api-surface.md matches the exports of the build; update it with npm run api', async () => {
  const { apiSurface } = (await import(join(ROOT, 'scripts/api.mjs'))) as { apiSurface(): string };
  expect(readFileSync(join(ROOT, 'docs/api-surface.md'), 'utf8')).toBe(apiSurface());
});
