import type { MarkdownRenderer } from 'vitepress';

/** Chinese characters and punctuation, after and before which no space is written. */
const CHINESE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF—…]/u;

/** Removes line breaks between Chinese sentences, which a browser would show as spaces. */
export function lineBreaks(md: MarkdownRenderer): void {
  md.core.ruler.push('chinese-line-breaks', ({ tokens }) => {
    for (const { children } of tokens)
      children?.forEach((token, index) => {
        if (token.type !== 'softbreak') return;
        const before = children[index - 1]?.content.at(-1) ?? '';
        const after = children[index + 1]?.content.at(0) ?? '';
        if (CHINESE.test(before) || (CHINESE.test(after) && before === '')) token.type = 'text';
      });
  });
}
