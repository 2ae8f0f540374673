/** Code in a table. Bars would end the cell. */
export function code(text: string): string {
  return codeSpan(text).replace(/\|/g, '\\|');
}

/** Code outside tables, in one line. Backticks in code cannot be escaped, only delimited by a longer run. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${flat(text)}${pad}${fence}`;
}

export function inline(text: string): string {
  return flat(text).replace(/[\\`*_{}[\]<>|#]/g, '\\$&');
}

function flat(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
