/** The width of a text in terminal columns. Chinese characters and punctuation take two each. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text)
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1;
  return columns;
}

/** Pads a text to a column. A text that is too long is followed by a space. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(1, columns - columnsOf(text)));
}

/** Splits a text into lines of at most this many columns. */
export function wrapped(parts: readonly string[], columns: number, separator = ', '): string[] {
  const lines: string[] = [];
  for (const [index, part] of parts.entries()) {
    const text = index < parts.length - 1 ? part + separator : part;
    const longer = (lines.at(-1) ?? '') + text;
    if (lines.length > 0 && columnsOf(longer.trimEnd()) <= columns) lines[lines.length - 1] = longer;
    else lines.push(text);
  }
  return lines.map((line) => line.trimEnd());
}

/** Shortens a text to at most this many columns. */
export function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = '';
  for (const character of text) {
    if (columnsOf(kept + character) >= columns) break;
    kept += character;
  }
  return `${kept}…`;
}
