import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { TARO_MODULE } from './platform';
import { isInteropHelper, requiredModule } from './values';

const PURE_LEAVES =
  /^(Identifier|ThisExpression|Super|MetaProperty|(String|Numeric|Boolean|Null|BigInt|RegExp|Decimal)Literal|FunctionExpression|ArrowFunctionExpression)$/;

/** Node types that are pure if their children are, with the keys of these children. */
const PURE_IF_PARTS_ARE: Readonly<Record<string, readonly string[]>> = {
  MemberExpression: ['object'],
  OptionalMemberExpression: ['object'],
  ParenthesizedExpression: ['expression'],
  TSAsExpression: ['expression'],
  TSSatisfiesExpression: ['expression'],
  TSNonNullExpression: ['expression'],
  TSTypeAssertion: ['expression'],
  TSInstantiationExpression: ['expression'],
  TypeCastExpression: ['expression'],
  SequenceExpression: ['expressions'],
  TemplateLiteral: ['expressions'],
  ConditionalExpression: ['test', 'consequent', 'alternate'],
  LogicalExpression: ['left', 'right'],
  BinaryExpression: ['left', 'right'],
};

/** Whether an expression has side effects, so that it cannot be removed. */
export function hasEffects(path: NodePath<Node | null | undefined>): boolean {
  const { node } = path;
  if (!node || PURE_LEAVES.test(node.type)) return false;
  if (path.isUnaryExpression()) return path.node.operator === 'delete' || hasEffects(path.child('argument'));
  if (path.isAwaitExpression()) {
    const argument = path.child('argument');
    return !(argument.isCallExpression() && isTaroModule(argument));
  }
  if (path.isCallExpression()) return !isTaroModule(path);
  const isMember = path.isMemberExpression() || path.isOptionalMemberExpression();
  if (isMember && path.node.computed && hasEffects(path.child('property'))) return true;
  const keys = PURE_IF_PARTS_ARE[node.type];
  if (!keys) return true;
  return keys.some((key) =>
    key === 'expressions' ? path.children(key).some(hasEffects) : hasEffects(path.child(key)),
  );
}

/** The module of Taro: its replacement, the runtime, loads it too. */
function isTaroModule(call: NodePath<Node>): boolean {
  if (!call.isCallExpression()) return false;
  if (requiredModule(call) === TARO_MODULE) return true;
  const [argument] = call.children('arguments');
  if (!argument) return false;
  const callee = call.child('callee');
  if (callee.isImport()) return argument.isStringLiteral({ value: TARO_MODULE });
  return isInteropHelper(callee) && !hasEffects(argument);
}
