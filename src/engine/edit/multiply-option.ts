import type { ObjectProperty } from '@babel/types';
import type MagicString from 'magic-string';
import { nameOf } from '../../ast/syntax';
import type { Source } from './source';

/** Expressions that bind at least as strongly as a product. */
const FACTOR =
  /^(Identifier|ThisExpression|(Await|Call|Member|New|Unary|Update|TSNonNull|Parenthesized)Expression)$/;

/** Multiplies the value of an option: `{ a: 2, b, c: d + e }` → `{ a: 2000, b: b * 1000, c: (d + e) * 1000 }`. */
export function multiplyOption(
  output: MagicString,
  source: Source,
  { property, by, isRenamed }: { property: ObjectProperty; by: number; isRenamed: boolean },
): void {
  const { key, value, shorthand } = property;
  const [start, end] = [value.start!, value.end!];
  if (value.type === 'NumericLiteral') {
    output.overwrite(start, end, String(product(value.value, by)));
    return;
  }
  if (shorthand && !isRenamed) output.prependRight(start, `${nameOf(key)}: `);
  const isProduct = value.type === 'BinaryExpression' && /^[*/%]/.test(value.operator);
  const isFactor = isProduct || FACTOR.test(value.type) || value.extra?.parenthesized;
  if (!isFactor) output.prependRight(start, '(');
  output.appendLeft(source.afterClosing(end), `${isFactor ? '' : ')'} * ${by}`);
}

/** Without the last digits, in which decimal fractions are inexact: `1.005 * 1000` is not 1005. */
function product(value: number, by: number): number {
  return Number((value * by).toPrecision(15));
}
