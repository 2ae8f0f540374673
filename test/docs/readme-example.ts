/**
 * The example of a README as two whole files.
 * @param diff The block with the example.
 * @returns `before` and `after`; Taro is used elsewhere in both, so its import stays
 */
export function exampleOf(diff: string): { before: string; after: string } {
  const lines = diff.trimEnd().split('\n');
  const without = (mark: string) =>
    asFile(lines.filter((line) => !line.startsWith(mark)).map((line) => line.slice(1)));
  return { before: without('+'), after: without('-') };
}

/** Members of a class stand in one, below the imports. */
function asFile(lines: readonly string[]): string {
  const end = lines.indexOf('');
  const [imports, rest] = [lines.slice(0, end), lines.slice(end)];
  const isClass = rest.some((line) => /^ {2}\w+ = /.test(line));
  const body = isClass ? ['class Page {', ...rest, '}'] : rest;
  return [...imports, ...body, 'Taro.showToast({})', ''].join('\n');
}
