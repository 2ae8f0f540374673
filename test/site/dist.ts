import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPosix } from '../../src/project/paths';

export const ROOT = join(import.meta.dirname, '../..');

/** The built site. `npm run test:site` builds it first. */
export const DIST = join(ROOT, 'site/dist');

/** The HTML files, relative to the folder of the site, with `/`. */
export function htmlFiles(): string[] {
  return (readdirSync(DIST, { recursive: true }) as string[])
    .map(toPosix)
    .filter((file) => file.endsWith('.html'));
}

export function html(file: string): string {
  return readFileSync(join(DIST, file), 'utf8');
}

/** The attributes of a kind in a page, without HTML's escapes. */
export function attributes(file: string, name: 'href' | 'src' | 'id'): string[] {
  return [...html(file).matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value]) =>
    value!
      .replace(/&amp;/g, '&')
      .replace(/&#39;/g, "'")
      .replace(/&quot;/g, '"'),
  );
}

/** The fragments of the links to the playground in a page. */
export function tryItFragments(file: string): string[] {
  return attributes(file, 'href').flatMap((href) => /playground(#code=.+)$/.exec(href)?.[1] ?? []);
}
