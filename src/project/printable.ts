/** Characters that control a terminal or reorder its text, which a file name may contain. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to be found
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** A name as one line of text: `\u001b` represents an escape character. */
export function printable(name: string): string {
  return name.replace(UNPRINTABLE, escaped);
}

export function isPrintable(name: string): boolean {
  return printable(name) === name;
}

/** Writes a character as JavaScript, JSON and shells (in `$'…'`) do. */
function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
