import type { Node } from '@babel/types';
import { isUnbound } from '../../ast/binding';
import type { NodePath } from '../../ast/node-path';
import { staticString, unwrap, wrapped } from '../../ast/syntax';
import { isTemplateHandler, isTemplateTest } from '../parse/vue-expression';
import { isNothing } from './values';

/**
 * The form of the replacement for an expression that depends on the existence of an API. Where the API is
 * missing, `value` and `true-or-undefined` evaluate to `undefined`, like the API itself. A `guard` is the
 * left side of an `a && b` that evaluates to `undefined`.
 */
export type TestForm = 'guard' | 'supported' | 'unsupported' | 'true-or-undefined' | 'value';

/** An expression that depends on the existence of an API. */
export interface FeatureTest {
  /** The whole expression to replace: `typeof wx.startRecord === 'function'`. */
  path: NodePath<Node>;
  form: TestForm;
}

/** A boolean expression that says whether the API exists, or that it does not. */
interface Answer {
  path: NodePath<Node>;
  isPresent: boolean;
}

/** The feature test that contains the expression for an API, if the code only tests it. */
export function featureTestOf(path: NodePath<Node>): FeatureTest | undefined {
  const outer = wrapped(path);
  const { parentPath: parent } = outer;
  if (!parent || parent.isExpressionStatement()) return undefined;
  const answer = comparison(outer) ?? negation(outer);
  if (answer) return wholeTest(answer);
  if (parent.isUnaryExpression({ operator: 'typeof' })) return { path, form: 'value' };
  if (isReadAs(outer, true)) return undefined;
  if (!isReadAs(outer, false)) return { path: outer, form: 'supported' };
  const isGuard = outer.key === 'left' && parent.isLogicalExpression({ operator: '&&' });
  return { path: outer, form: isGuard ? 'guard' : 'true-or-undefined' };
}

/** For an expression whose value is the API itself: the test in it, if other code runs without the API. */
export function fallbackTestOf(path: NodePath<Node>): FeatureTest | undefined {
  return hasFallback(path) ? { path, form: 'value' } : undefined;
}

/** The test `'startRecord' in Taro`. */
export function membershipTest(path: NodePath<Node>): FeatureTest {
  return wholeTest({ path, isPresent: true });
}

/** Merges surrounding negations of a boolean into the replacement, to avoid double negation. */
function wholeTest(answer: Answer): FeatureTest {
  let { path, isPresent } = answer;
  for (let outer = negation(wrapped(path)); outer; outer = negation(wrapped(path))) {
    path = outer.path;
    if (!outer.isPresent) isPresent = !isPresent;
  }
  return { path, form: isPresent ? 'supported' : 'unsupported' };
}

/** `x != null`, `typeof x === 'function'`, `x instanceof Function` and similar tests. */
function comparison(outer: NodePath<Node>): Answer | undefined {
  const typeOf = outer.parentPath?.isUnaryExpression({ operator: 'typeof' });
  const side = typeOf ? wrapped(outer.parentPath) : outer;
  const path = side.parentPath;
  if (path?.isBinaryExpression({ operator: 'instanceof' }) && outer.key === 'left' && !typeOf) {
    const type = path.child('right');
    return isUnbound(type, 'Function') ? { path, isPresent: true } : undefined;
  }
  if (!path?.isBinaryExpression() || !isEquality(path.node.operator)) return undefined;
  const other = path.child(side.key === 'left' ? 'right' : 'left');
  const { operator } = path.node;
  const isEqual = operator.startsWith('=');
  // A missing API is undefined, which never equals null with `===`.
  const isNever = operator.length === 3 && unwrap(other).isNullLiteral();
  if (!typeOf) return isNothing(other) && !isNever ? { path, isPresent: !isEqual } : undefined;
  const type = staticString(unwrap(other).node);
  if (type === 'function') return { path, isPresent: isEqual };
  return type === 'undefined' ? { path, isPresent: !isEqual } : undefined;
}

export function isEquality(operator: string): boolean {
  return /^[=!]==?$/.test(operator);
}

/** `!x` or `Boolean(x)`. */
function negation(outer: NodePath<Node>): Answer | undefined {
  const { parentPath: path } = outer;
  if (path?.isUnaryExpression({ operator: '!' })) return { path, isPresent: false };
  if (!path?.isCallExpression() || outer.listKey !== 'arguments') return undefined;
  const callee = path.child('callee');
  return isUnbound(callee, 'Boolean') && path.node.arguments.length === 1
    ? { path, isPresent: true }
    : undefined;
}

/**
 * Whether other code receives the value of an expression, not only its truthiness.
 * @param truthy true for truthy values, false for `undefined`
 */
export function isReadAs(path: NodePath<Node>, truthy: boolean): boolean {
  const answers = READ_AS[truthy ? 'truthy' : 'missing'];
  const known = answers.get(path);
  if (known !== undefined) return known;
  const answer = isValueRead(path, truthy);
  answers.set(path, answer);
  return answer;
}

/** Known answers, because all parts of a long `a || b || …` have the same code around them. */
const READ_AS = { truthy: new WeakMap<object, boolean>(), missing: new WeakMap<object, boolean>() };

function isValueRead(path: NodePath<Node>, truthy: boolean): boolean {
  const outer = wrapped(path);
  const { parentPath: parent } = outer;
  if (!parent) return true;
  if (isCondition(outer, parent) || negation(outer)) return false;
  if (parent.isExpressionStatement() || parent.isForStatement()) return false;
  if (parent.isUnaryExpression({ operator: 'void' })) return false;
  if (parent.isSequenceExpression() && outer.key !== parent.node.expressions.length - 1) return false;
  if (parent.isLogicalExpression() && outer.key === 'left') {
    const { operator } = parent.node;
    if (operator === '??') return true;
    return (operator === '||') === truthy && isReadAs(parent, truthy);
  }
  if (
    parent.isSequenceExpression() ||
    parent.isLogicalExpression() ||
    parent.isConditionalExpression() ||
    parent.isAwaitExpression()
  )
    return isReadAs(parent, truthy);
  return truthy || !isFalsyAlike(parent);
}

function isCondition(outer: NodePath<Node>, parent: NodePath<Node>): boolean {
  if (isTemplateTest(parent.node)) return true;
  return (
    outer.key === 'test' && (parent.isIfStatement() || parent.isConditionalExpression() || parent.isLoop())
  );
}

/**
 * Where `false` and `undefined` have the same effect: as a child of an element, spread into an object, in a
 * `v-on`.
 */
function isFalsyAlike(parent: NodePath<Node>): boolean {
  if (parent.isJSXExpressionContainer()) return !parent.parentPath.isJSXAttribute();
  if (isTemplateHandler(parent.node)) return true;
  return parent.isSpreadElement() && parent.parentPath.isObjectExpression();
}

/**
 * Whether code handles a missing value: `x || y`, `x ?? y`, `if ((f = x))`, `if (isFunction(x))`, and tests
 * of more than the value such as `typeof (a ? x : y)`.
 */
function hasFallback(path: NodePath<Node>): boolean {
  const outer = wrapped(path);
  const { parentPath: parent } = outer;
  if (parent?.isLogicalExpression() && outer.key === 'left' && parent.node.operator !== '&&') return true;
  if (parent?.isAssignmentExpression({ operator: '=' }) && outer.key === 'right')
    return !parent.parentPath.isExpressionStatement();
  if (comparison(outer) || parent?.isUnaryExpression({ operator: 'typeof' })) return true;
  if (parent?.isCallExpression() && outer.listKey === 'arguments')
    return !parent.parentPath.isExpressionStatement() && !isReadAs(parent, true);
  const isPassedOn =
    parent?.isLogicalExpression() ||
    (parent?.isSequenceExpression() && outer.key === parent.node.expressions.length - 1) ||
    (parent?.isConditionalExpression() && outer.key !== 'test');
  return isPassedOn === true && hasFallback(parent);
}
