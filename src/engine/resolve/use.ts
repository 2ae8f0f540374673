import type { AwaitExpression, CallExpression, Node, OptionalCallExpression } from '@babel/types';
import { bindingOf } from '../../ast/binding';
import type { NodePath } from '../../ast/node-path';
import { writtenProperties } from '../../ast/options';
import { unwrap, wrapped } from '../../ast/syntax';
import { type FeatureTest, fallbackTestOf, featureTestOf, isEquality } from './feature-test';

/** How the surrounding code uses an expression for a deprecated API. */
export type Use =
  | {
      kind: 'call';
      call: NodePath<CallExpression | OptionalCallExpression>;
      /** The `await` of the call, and whether its value is used. */
      awaited?: { path: NodePath<AwaitExpression>; unused: boolean };
    }
  /** With `test`, other code runs if the value is missing. */
  | { kind: 'value'; test?: FeatureTest }
  /** Without `test`, it is compared with another value. */
  | { kind: 'test'; test?: FeatureTest }
  | { kind: 'assigned' }
  | { kind: 'tag' };

/** Determines how an expression for an API is used. */
export function useOf(path: NodePath<Node>): Use {
  const outer = wrapped(path);
  const parent = outer.parentPath;
  if (!parent) return { kind: 'value' };
  if (path.isJSXIdentifier() || path.isJSXMemberExpression()) return { kind: 'tag' };
  if (isAssigned(outer, parent)) return { kind: 'assigned' };
  const test = featureTestOf(path);
  if (test) return { kind: 'test', test };
  if (parent.isBinaryExpression() && isEquality(parent.node.operator)) return { kind: 'test' };
  if ((parent.isCallExpression() || parent.isOptionalCallExpression()) && outer.key === 'callee') {
    return callUse(parent);
  }
  // `(0, _taro.startRecord)({})`, as compilers write a call without `this`.
  if (parent.isSequenceExpression() && parent.children('expressions').at(-1)?.node === outer.node) {
    const use = useOf(parent);
    if (use.kind === 'call') return use;
  }
  const fallback = fallbackTestOf(path);
  return { kind: 'value', test: fallback };
}

function callUse(call: NodePath<CallExpression | OptionalCallExpression>): Use {
  const outer = wrapped(call);
  const parent = outer.parentPath;
  if (!parent?.isAwaitExpression()) return { kind: 'call', call };
  const unused = wrapped(parent).parentPath?.isExpressionStatement() ?? false;
  return { kind: 'call', call, awaited: { path: parent, unused } };
}

function isAssigned(path: NodePath<Node>, parent: NodePath<Node>): boolean {
  if (parent.isAssignmentExpression()) return path.key === 'left';
  if (parent.isUpdateExpression() || parent.isUnaryExpression({ operator: 'delete' })) return true;
  if (parent.isForXStatement()) return path.key === 'left';
  if (parent.isAssignmentPattern()) return path.key === 'left';
  return (
    parent.isArrayPattern() ||
    (parent.isObjectProperty() && parent.parentPath.isObjectPattern() && path.key === 'value')
  );
}

/** The callbacks in a call's options; `unknown` if the options are not written in the call. */
export function callbacksIn(
  call: NodePath<CallExpression | OptionalCallExpression>,
): 'some' | 'none' | 'unknown' {
  const [first] = call.children('arguments');
  return first ? callbacksOf(first) : 'none';
}

function callbacksOf(given: NodePath<Node>): 'some' | 'none' | 'unknown' {
  const path = unwrap(given);
  if (path.isIdentifier()) {
    const binding = bindingOf(path, path.node.name);
    const init =
      binding?.constant && binding.path.isVariableDeclarator() ? binding.path.child('init') : undefined;
    // A constant object may get callbacks later, so their absence here proves nothing.
    return init && !Array.isArray(init) && init.isObjectExpression() && callbacksOf(init) === 'some'
      ? 'some'
      : 'unknown';
  }
  if (!path.isObjectExpression()) return 'unknown';
  let open = false;
  for (const { name, value } of writtenProperties(path)) {
    if (name !== undefined && !/^(success|fail|complete)$/.test(name)) continue;
    if (name === undefined || !value || mayBeNothing(value)) open = true;
    else return 'some';
  }
  return open ? 'unknown' : 'none';
}

/** Whether a value is possibly no callback: `undefined`, `isReady && done`. */
function mayBeNothing(given: NodePath<Node>): boolean {
  const value = unwrap(given);
  if (value.isIdentifier()) return value.node.name === 'undefined';
  return (
    value.isLiteral() ||
    value.isLogicalExpression() ||
    value.isConditionalExpression() ||
    value.isUnaryExpression()
  );
}
