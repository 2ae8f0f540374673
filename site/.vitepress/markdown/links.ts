import { relative } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';
import { ROOT, targetOf } from '../pages';

/** Leads links between files of the repository to pages of the site, or else to the repository. */
export function links(md: MarkdownRenderer): void {
  md.core.ruler.push('repository-links', ({ tokens, env }) => {
    for (const token of tokens)
      for (const child of token.children ?? []) {
        const href = child.type === 'link_open' ? child.attrGet('href') : null;
        if (href !== null) child.attrSet('href', targetOf(fileOf(env), href));
      }
  });
}

/** The file in the repository, with `/`. A text that is no page has none. */
export function fileOf({ realPath, path }: { realPath?: string; path?: string }): string {
  return relative(ROOT, realPath ?? path ?? ROOT).replace(/\\/g, '/');
}
