/** The tokenizer of htmlparser2 reads the same names, values and comments, at the same offsets. */
import fc from 'fast-check';
import { QuoteType, Tokenizer } from 'htmlparser2';
import { expect, test } from 'vitest';
import {
  type Range,
  type ScannedAttribute,
  type ScannedMarkup,
  type ScannedTag,
  scanMarkup,
} from '../../../src/engine/markup/scan';
import { randomly } from '../../support/random';
import { plainTemplate } from './random-templates';

function tokenize(text: string): ScannedMarkup {
  const tags: (ScannedTag & { attributes: ScannedAttribute[] })[] = [];
  const comments: Range[] = [];
  let name: Range;
  let value: Range | undefined;
  const skip = () => {};
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname: (start, end) => tags.push({ name: text.slice(start, end), start, end, attributes: [] }),
      onattribname: (start, end) => {
        name = { start, end };
        value = undefined;
      },
      onattribdata: (start, end) => {
        value = { start: value?.start ?? start, end };
      },
      onattribend: (quote, end) => {
        const isQuoted = quote === QuoteType.Single || quote === QuoteType.Double;
        const at = isQuoted ? end - 1 : end;
        tags.at(-1)!.attributes.push({
          ...name,
          name: text.slice(name.start, name.end),
          ...(quote !== QuoteType.NoValue && { value: value ?? { start: at, end: at } }),
        });
      },
      oncomment: (start, end) => comments.push({ start: start - '<!--'.length, end: end + 1 }),
      onattribentity: skip,
      oncdata: skip,
      onclosetag: skip,
      ondeclaration: skip,
      onend: skip,
      onopentagend: skip,
      onprocessinginstruction: skip,
      onselfclosingtag: skip,
      ontext: skip,
      ontextentity: skip,
    },
  );
  tokenizer.write(text);
  tokenizer.end();
  return { tags, comments };
}

test('random templates: htmlparser2 reads the same', () => {
  fc.assert(
    fc.property(plainTemplate, ({ text }) => {
      expect(scanMarkup(text), text).toEqual(tokenize(text));
    }),
    randomly(1000),
  );
});

test('random templates: in a part of a text, offsets are those of the text', () => {
  fc.assert(
    fc.property(plainTemplate, fc.constantFrom('', '<a b="c">', '"{{<'), ({ text }, around) => {
      const { tags, comments } = scanMarkup(
        around + text + around,
        around.length,
        around.length + text.length,
      );
      const shifted = tokenize(' '.repeat(around.length) + text);
      expect({ tags, comments }).toEqual(shifted);
    }),
    randomly(200),
  );
});
