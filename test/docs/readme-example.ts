/**
 * The example of a README as two complete files.
 * @param diff the code block with the example
 * @returns `before` and `after`. Both also use Taro elsewhere, so its import stays.
 */
export function exampleOf(diff: string): { before: string; after: string } {
  const lines = diff.trimEnd().split('\n');
  const without = (mark: string) =>
    asFile(lines.filter((line) => !line.startsWith(mark)).map((line) => line.slice(1)));
  return { before: without('+'), after: without('-') };
}

/** Puts class members into a class below the imports. */
function asFile(lines: readonly string[]): string {
  const end = lines.indexOf('');
  const [imports, rest] = [lines.slice(0, end), lines.slice(end)];
  const isClass = rest.some((line) => /^ {2}\w+ = /.test(line));
  const body = isClass ? ['class Page {', ...rest, '}'] : rest;
  return [...imports, ...body, 'Taro.showToast({})', ''].join('\n');
}
