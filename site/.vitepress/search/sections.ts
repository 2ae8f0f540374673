import type { MarkdownRenderer } from 'vitepress';

type Token = ReturnType<MarkdownRenderer['parse']>[number];

/** The text below a heading. */
export interface Section {
  /** Empty for the title of the page. */
  anchor: string;
  /** The headings around it, from the title of the page on. */
  titles: string[];
  text: string;
}

/** Splits a page at its headings. */
export function sectionsOf(tokens: readonly Token[]): Section[] {
  const sections: Section[] = [];
  let titles: string[] = [];
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') {
      const depth = Number(token.tag.slice(1));
      titles = [...titles.slice(0, depth - 1), textOf(tokens[index + 1]!)];
      sections.push({ anchor: depth === 1 ? '' : (token.attrGet('id') ?? ''), titles, text: '' });
    } else if (tokens[index - 1]?.type !== 'heading_open') {
      const section = sections.at(-1);
      if (section) section.text += `${textOf(token)}\n`;
    }
  });
  return sections;
}

function textOf(token: Token): string {
  if (token.type === 'fence') return token.content;
  return (token.children ?? []).map(({ type, content }) => (type === 'softbreak' ? ' ' : content)).join('');
}
