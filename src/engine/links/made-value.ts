import type { Node } from '@babel/types';
import type { Binding } from '../../ast/node-path';
import { nameOf, unwrap } from '../../ast/syntax';
import { frameworkFunction } from '../resolve/values';
import { type Value, valuesOf, valuesOfName } from './given-values';

/** Functions that return what they are given. */
const RETURNING = /^(use(Memo|State)|defineProps|withDefaults|toRefs)$/;

/**
 * Whether a function makes a value in a way that may not be part of a selector: `nanoid()` may begin with a digit, and
 * `Math.random()` has a decimal point.
 * @param seen the values that were examined, because two can be made of each other
 */
export function isMade(given: Value, seen = new Set<Node>()): boolean {
  const path = unwrap(given);
  const { node } = path;
  if (!node || seen.has(node)) return false;
  seen.add(node);
  const isPartMade = (part: Value | undefined) => part !== undefined && isMade(part, seen);
  if (path.isIdentifier() || path.isMemberExpression()) return valuesOf(path).some(isPartMade);
  if (path.isTemplateLiteral()) {
    const isFirst = path.node.quasis[0]!.value.raw === '';
    return isFraction(path) || (isFirst && isPartMade(path.children('expressions')[0]));
  }
  if (path.isBinaryExpression()) return isFraction(path) || isPartMade(path.child('left'));
  if (path.isLogicalExpression()) return isPartMade(path.child('left')) || isPartMade(path.child('right'));
  if (path.isConditionalExpression())
    return isPartMade(path.child('consequent')) || isPartMade(path.child('alternate'));
  if (path.isArrowFunctionExpression() && !path.child('body').isBlockStatement())
    return isPartMade(path.child('body'));
  if (path.isCallExpression() && RETURNING.test(frameworkFunction(path.child('callee')) ?? ''))
    return isPartMade(path.children('arguments')[0]);
  return /^(Call|New)Expression$|Function/.test(node.type);
}

/** `isMade` of the value of a name. */
export function isMadeName(binding: Binding): boolean {
  return valuesOfName(binding).some((value) => isMade(value));
}

/** Whether a value may have the decimal point of `Math.random()`. */
function isFraction(given: Value): boolean {
  const path = unwrap(given);
  if (path.isTemplateLiteral()) return path.children('expressions').some(isFraction);
  if (path.isBinaryExpression()) return isFraction(path.child('left')) || isFraction(path.child('right'));
  const callee = path.isCallExpression() ? unwrap(path.child('callee')) : undefined;
  if (!callee?.isMemberExpression()) return false;
  const name = nameOf(callee.node.property);
  return name === 'random' || (name === 'toString' && isFraction(callee.child('object')));
}
