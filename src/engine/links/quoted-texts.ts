/** Not the names of classes, event handlers and tags, which identify no element. */
const QUOTED =
  /(?<!(?:class(?:name)?|(?:bind|catch):?\w+|@[\w:.-]+)\s*=\s*\{*|\bcreateElement\(\s*)(["'`])([\w-]{1,80})\1/gi;

/** The short texts in quotes that may identify an element, with their offsets. Does not need a parser. */
export function* quotedTexts(text: string): Generator<{ value: string; start: number; end: number }> {
  for (const { index, 0: quoted, 2: value } of text.matchAll(QUOTED))
    yield { value: value!, start: index, end: index + quoted.length };
}

/** A template with spaces instead of its comments. */
export function withoutComments(template: string): string {
  return template.replace(/<!--.*?-->/gs, (comment) => ' '.repeat(comment.length));
}
