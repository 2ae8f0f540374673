import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import manifest from '../../package.json';
import { attributes, DIST, html, htmlFiles, ROOT } from './dist';
import { fileFor } from './serve';

const BASE = 'https://site.test/taro-modernize/';
const REPOSITORY = manifest.homepage.replace(/#.*/, '');
const files = htmlFiles();
const ids = new Map(files.map((file) => [file, new Set(attributes(file, 'id'))]));

test('every page of docs/ is a page of the site, Chinese at / and English at /en/', () => {
  expect(files).toEqual(
    expect.arrayContaining([
      'index.html',
      'en/index.html',
      'findings/105.html',
      'en/findings/105.html',
      'contributing.html',
    ]),
  );
  expect(html('codemod.html')).toContain('<html lang="zh-CN"');
  expect(html('en/codemod.html')).toContain('<html lang="en-US"');
});

test('every page has a counterpart in the other language, which may say that it is in English only', () => {
  const pages = files.filter((file) => file !== '404.html');
  const other = (file: string) => (file.startsWith('en/') ? file.slice(3) : `en/${file}`);
  expect(pages.filter((file) => !files.includes(other(file)))).toEqual([]);
});

test('no link of the site is broken, and no anchor', () => {
  const broken = files.flatMap((file) => {
    const page = new URL(file.replace(/(index)?\.html$/, ''), BASE);
    return attributes(file, 'href').flatMap((href) => {
      const url = new URL(href, page);
      if (url.origin !== page.origin) return [];
      const target = fileFor(DIST, decodeURIComponent(url.pathname));
      if (!target) return [`${file}: ${href}`];
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (anchor === '' || anchor.startsWith('code=') || anchor === 'VPContent') return [];
      const name = target.slice(DIST.length + 1).replace(/\\/g, '/');
      return ids.get(name)?.has(anchor) ? [] : [`${file}: ${href}`];
    });
  });
  expect([...new Set(broken)]).toEqual([]);
});

test('links to files that are no pages lead to existing files of the repository', () => {
  const start = `${REPOSITORY}/`;
  const links = new Set(
    files.flatMap((file) => attributes(file, 'href')).filter((href) => href.startsWith(start)),
  );
  const paths = [...links].flatMap(
    (href) => /^(?:blob|tree|edit)\/main\/([^#?]+)/.exec(href.slice(start.length))?.[1] ?? [],
  );
  expect(paths.length).toBeGreaterThan(20);
  const missing = paths.filter((path) => {
    try {
      readFileSync(join(ROOT, decodeURIComponent(path)));
      return false;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code !== 'EISDIR';
    }
  });
  expect(missing).toEqual([]);
});

test('pages load nothing from other sites', () => {
  for (const file of files) {
    const loaded = [...html(file).matchAll(/<(?:script|link|img|iframe)[^>]*\s(?:src|href)="([^"]+)"/g)];
    const others = loaded.map(([, address]) => address!).filter((address) => /^(https?:)?\/\//.test(address));
    expect(others, file).toEqual([]);
  }
});

test('Markdown marks are not left in the text', () => {
  const left = files.filter((file) =>
    /\*\*/.test(html(file).replace(/<(pre|script|code)[\s\S]*?<\/\1>/g, '')),
  );
  expect(left).toEqual([]);
});

test.each(['index.html', 'en/index.html'])('%s is small, and readable without JavaScript', (file) => {
  const text = html(file);
  const loaded = [...text.matchAll(/(?:href|src)="\/taro-modernize\/([^"]+\.(?:js|css))"/g)].map(
    ([, path]) => path!,
  );
  const sizes = [...new Set(loaded)].map((path) => gzipSync(readFileSync(join(DIST, path))).length);
  const total = sizes.reduce((sum, size) => sum + size, gzipSync(text).length);
  expect(total).toBeLessThan(110_000);
  expect(loaded.some((path) => /woff|worker|Playground/.test(path))).toBe(false);
  const visible = text.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, '');
  for (const part of [
    'wx.getSystemInfoSync is deprecated.',
    'npx taro-modernize --dry-run',
    'recorder.start(',
    'getWindowInfo()',
  ])
    expect(visible).toContain(part);
});

test('the figures of the start pages are those of docs/evidence.json', () => {
  const { repositories } = JSON.parse(readFileSync(join(ROOT, 'docs/evidence.json'), 'utf8'));
  for (const file of ['index.html', 'en/index.html'])
    expect(html(file)).toContain(`<strong>${repositories.length}</strong>`);
});

test('the package does not contain the site', () => {
  expect(manifest.files.filter((path) => path.startsWith('site') || path === 'docs')).toEqual([]);
});

test('the built site does not contain paths of the machine that built it', () => {
  for (const file of files) expect(html(file), file).not.toContain(ROOT);
});
