import { expect, test } from 'vitest';
import { isSameMarkup } from '../../../src/engine/markup/same-markup';

const INPUT = '<a b="1" c><d e="2">text</d></a>';

test.each([
  ['the same', INPUT, true],
  ['a renamed attribute', '<a x="1" c><d e="2">text</d></a>', true],
  ['new attributes', '<a n b="1" m="3" c><d e="2" o="4">text</d></a>', true],
  ['a value for an attribute without one', '<a b="1" c="3"><d e="2">text</d></a>', true],
  ['another value', '<a b="3" c><d e="2">text</d></a>', false],
  ['values in another order', '<a b="1" c><d e="3" f="2"></d><d></d></a>', false],
  ['a removed attribute', '<a c><d e="2">text</d></a>', false],
  ['another tag', '<a b="1" c><x e="2">text</x></a>', false],
  ['a new tag', '<a b="1" c><d e="2">text</d><d /></a>', false],
  ['text at its end', `${INPUT}<`, true],
  ['a tag without an end', `${INPUT}<b`, false],
  ['an attribute without an end', '<a b="1" c><d e="2>text</d></a>', false],
])('a rewritten template with %s', (_, output, isSame) => {
  expect(isSameMarkup(INPUT, output)).toBe(isSame);
});
