import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { inRepository } from '../../docs/user-pages';

const ROOT = join(import.meta.dirname, '../../..');

afterEach(() => vi.unstubAllEnvs());

it.each([
  ['en_US.UTF-8', 'docs/migrations/'],
  ['zh_CN.UTF-8', 'docs/zh-CN/migrations/'],
])('rules link the pages in the language of the locale: %s', async (locale, folder) => {
  vi.stubEnv('LC_ALL', locale);
  vi.resetModules();
  const { default: plugin } = await import('../../../src/integrations/eslint');
  const pages = Object.values(plugin.rules).map(({ meta }) => inRepository('.', meta.docs.url)!);
  expect(pages.length).toBeGreaterThan(5);
  expect(pages.filter((page) => !page.startsWith(folder) || !existsSync(join(ROOT, page)))).toEqual([]);
});
