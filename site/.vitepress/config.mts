import { fileURLToPath } from 'node:url';
import { defineConfig, type MarkdownOptions } from 'vitepress';
import { locales } from './locales';
import { lineBreaks } from './markdown/line-breaks';
import { links } from './markdown/links';
import { slug } from './markdown/slug';
import { tryIt } from './markdown/try-it';
import { BASE, pageOf, REPOSITORY } from './pages';
import { searchIndex } from './search/index';
import { fuzzy, tokenize, tokenizeQuery } from './search/tokenize';

const markdown: MarkdownOptions = {
  anchor: { slugify: slug },
  // With enough contrast on the background of code.
  theme: { light: 'github-light-high-contrast', dark: 'github-dark' },
  // Shiki has no grammar of WeChat's templates.
  languageAlias: { wxml: 'html' },
  config(md) {
    md.use(lineBreaks);
    md.use(links);
    md.use(tryIt);
  },
};

/**
 * What pages are rendered without: Vue, which is not found from pages outside the folder with the dependencies, and
 * the playground, which only browsers load.
 */
const external = {
  name: 'external',
  enforce: 'pre' as const,
  resolveId: (id: string, _from: unknown, { ssr }: { ssr?: boolean }) =>
    ssr && /^vue(\/server-renderer)?$|\/PlaygroundApp\.vue$/.test(id) ? { id, external: true } : undefined,
};

export default defineConfig({
  base: BASE,
  cleanUrls: true,
  // The pages are the files of the repository. Nothing is copied.
  srcDir: '..',
  srcExclude: ['!(docs|site)/**/*.md', '!(CONTRIBUTING*).md', 'site/!(pages)/**'],
  rewrites: (file) => pageOf(file) ?? file,
  outDir: 'dist',
  cacheDir: '.cache',
  title: 'taro-modernize',
  locales,
  markdown,
  // A page loads nothing but itself.
  router: { prefetchLinks: false },
  head: [['link', { rel: 'icon', href: `${BASE}icon.svg`, type: 'image/svg+xml' }]],
  themeConfig: {
    socialLinks: [{ icon: 'github', link: REPOSITORY }],
    search: {
      provider: 'local',
      options: {
        // The plugin below makes the indexes.
        _render: () => '',
        miniSearch: { options: { tokenize }, searchOptions: { tokenize: tokenizeQuery, fuzzy } },
      },
    },
  },
  vite: {
    publicDir: fileURLToPath(new URL('../public', import.meta.url)),
    plugins: [external, searchIndex(markdown)],
    worker: { format: 'es' },
    // The playground is loaded when it is used.
    build: { chunkSizeWarningLimit: 1500 },
  },
});
