import { type Range, scanMarkup } from './scan';

/** Whether a rewritten template has the same tags with the same values, apart from new attributes. */
export function isSameMarkup(
  input: string,
  output: string,
  before: Range = { start: 0, end: input.length },
  after: Range = { start: 0, end: output.length },
): boolean {
  const [old, now] = [valuesIn(input, before), valuesIn(output, after)];
  return (
    old.isWhole === now.isWhole &&
    old.tags.length === now.tags.length &&
    old.tags.every((values, index) => isIn(values, now.tags[index]!))
  );
}

/** For each tag, its name and the values of its attributes. */
function valuesIn(text: string, { start, end }: Range) {
  const { tags, error } = scanMarkup(text, start, end);
  return {
    isWhole: error === undefined,
    tags: tags.map(({ name, attributes }) => [
      name,
      // An attribute without a value may get one.
      ...attributes.flatMap(({ value }) => (value ? [text.slice(value.start, value.end)] : [])),
    ]),
  };
}

/** Whether a list has all values of another one, in its order. */
function isIn(values: readonly unknown[], list: readonly unknown[]): boolean {
  let at = 0;
  for (const value of list) if (at < values.length && value === values[at]) at++;
  return at === values.length;
}
