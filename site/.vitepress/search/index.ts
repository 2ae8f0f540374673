import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import type { Plugin } from 'vite';
import { createMarkdownRenderer, type MarkdownOptions } from 'vitepress';
import { BASE, languageOf, pageOf, ROOT, sources } from '../pages';
import { type Section, sectionsOf } from './sections';
import { tokenize } from './tokenize';

/** The module that VitePress's search dialog loads, and the prefix of those with an index. */
const MODULE = '/@localSearchIndex';
/** VitePress's names of the languages. */
const LOCALES = { root: 'zh', en: 'en' } as const;

/**
 * The indexes for VitePress's search dialog. VitePress cannot make them: it takes the language from the path of the
 * file, before rewrites.
 */
export function searchIndex(markdown: MarkdownOptions): Plugin {
  return {
    name: 'search-index',
    enforce: 'pre',
    async load(id) {
      if (id === MODULE) {
        const loaders = Object.keys(LOCALES).map((one) => `${one}: () => import('@localSearchIndex${one}')`);
        return `export default { ${loaders.join(', ')} }`;
      }
      const locale = id.startsWith(MODULE) && id.slice(MODULE.length);
      if (locale !== 'root' && locale !== 'en') return undefined;
      const index = new MiniSearch({
        fields: ['title', 'titles', 'text'],
        storeFields: ['title', 'titles'],
        tokenize,
      });
      index.addAll(await documents(locale, markdown));
      return `export default ${JSON.stringify(JSON.stringify(index))}`;
    },
  };
}

async function documents(locale: keyof typeof LOCALES, markdown: MarkdownOptions) {
  // Highlighting is not searched for.
  const renderer = await createMarkdownRenderer(ROOT, { ...markdown, highlight: (code) => code }, BASE);
  return sources().flatMap((file) => {
    const page = pageOf(file)!;
    if (languageOf(page) !== LOCALES[locale]) return [];
    const address = BASE + page.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '');
    const tokens = renderer.parse(readFileSync(join(ROOT, file), 'utf8'), {
      path: join(ROOT, file),
      relativePath: page,
    });
    return sectionsOf(tokens).map(({ anchor, titles, text }: Section) => ({
      id: anchor === '' ? address : `${address}#${anchor}`,
      title: titles.at(-1),
      titles: titles.slice(0, -1),
      text,
    }));
  });
}
