import type { Colors } from '../report/colors';

/**
 * A documentation page for a terminal: without Markdown's syntax, with indented code.
 * @param url address of the page, to which its links are relative
 */
export function pageText(markdown: string, url: string, colors: Colors): string {
  const parts = withoutComments(markdown).split(/^(```\w*\n.*?^```)$/ms);
  // A pattern with a group puts the code blocks at the odd places.
  return parts.map((part, index) => (index % 2 === 1 ? code(part) : prose(part, url, colors))).join('');
}

function withoutComments(markdown: string): string {
  return markdown.replace(/^<!--.*?-->\n+/gms, '');
}

function code(block: string): string {
  return block
    .split('\n')
    .slice(1, -1)
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}

function prose(text: string, url: string, colors: Colors): string {
  return (
    text
      .replace(/^#+ (.+)$/gm, (_all, heading: string) => colors.bold(heading))
      // Code has brackets of its own: `wx[name](options)`.
      .replace(/`[^`]*`|\[([^\]]+)\]\(([^)\s]+)\)/g, (all, words?: string, to?: string) =>
        words !== undefined && to !== undefined ? link(words, to, url) : all,
      )
  );
}

/** A link to another finding page as its code, which `explain` accepts, and any other with its address. */
function link(words: string, to: string, url: string): string {
  const [, page] = /^([A-Z]{0,3}\d{3})\.md/.exec(to) ?? [];
  if (page === words) return words;
  return `${words} (${page ?? decodeURI(new URL(to, url).href)})`;
}
