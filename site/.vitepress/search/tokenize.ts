/**
 * Splits a text into what is searched for: words, and of Chinese each pair of neighboring characters, so that a word
 * is found wherever it stands in a sentence. The index then does not depend on the dictionary of a browser.
 * Self-contained, because VitePress hands its source text to the page.
 */
export function tokenize(text: string): string[] {
  return (text.match(/\p{Script=Han}+|[^\s\p{P}\p{S}\p{Script=Han}]+/gu) ?? []).flatMap((word) => {
    if (!/\p{Script=Han}/u.test(word))
      return [word.toLowerCase(), ...(word.match(/[A-Z]?[a-z]+/g) ?? []).slice(1)];
    const characters = [...word];
    return [...characters.slice(0, -1).map((one, at) => one + characters[at + 1]), characters.at(-1)!];
  });
}

/** Splits a query. The pairs across two words, which `Intl.Segmenter` finds, need not be in the text. */
export function tokenizeQuery(text: string): string[] {
  const words = (run: string) =>
    typeof Intl.Segmenter === 'function'
      ? [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(run)].map(({ segment }) => segment)
      : [run];
  return (text.match(/\p{Script=Han}+|[^\s\p{P}\p{S}\p{Script=Han}]+/gu) ?? []).flatMap((run) => {
    if (!/\p{Script=Han}/u.test(run)) return [run.toLowerCase()];
    return words(run).flatMap((word) => {
      const characters = [...word];
      if (characters.length === 1) return characters;
      return characters.slice(0, -1).map((one, at) => one + characters[at + 1]);
    });
  });
}

/** Names may be misspelled. Pairs of Chinese characters may not: one wrong character is another word. */
export function fuzzy(term: string): number | false {
  return /\p{Script=Han}/u.test(term) ? false : 0.2;
}
