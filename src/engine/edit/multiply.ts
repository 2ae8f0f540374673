import type { Node } from '@babel/types';
import type MagicString from 'magic-string';
import type { Source } from './source';

/** Expressions that bind at least as strongly as a product. */
const FACTOR =
  /^(Identifier|ThisExpression|(Await|Call|Member|New|Unary|Update|TSNonNull|Parenthesized)Expression)$/;

/** Multiplies a value: `2` → `2000`, and `a + b` → `(a + b) * 1000`. */
export function multiply(output: MagicString, source: Source, value: Node, by: number): void {
  const [start, end] = [value.start!, value.end!];
  if (value.type === 'NumericLiteral') {
    // Without the last digits, in which decimal fractions are inexact: 1.005 * 1000 is not 1005.
    output.overwrite(start, end, String(Number((value.value * by).toPrecision(15))));
    return;
  }
  const isProduct = value.type === 'BinaryExpression' && /^[*/%]/.test(value.operator);
  const isFactor = isProduct || FACTOR.test(value.type) || value.extra?.parenthesized;
  if (!isFactor) output.prependRight(start, '(');
  output.appendLeft(source.afterClosing(end), `${isFactor ? '' : ')'} * ${by}`);
}
