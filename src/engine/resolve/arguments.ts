import type {
  CallExpression,
  MemberExpression,
  Node,
  ObjectExpression,
  OptionalCallExpression,
} from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { nameOf, repeatableText, staticNameOf } from '../../ast/syntax';
import type { ArgumentEdit } from '../../migrations/change';
import { isTemplateHandler, templateProperties } from '../parse/vue-expression';
import { isCertainString } from './certain-string';
import { hasEffects } from './effects';

type Call = NodePath<CallExpression | OptionalCallExpression>;

/** Whether the arguments of a call can be edited safely, or need no edit. */
export function canEdit(call: Call, edit: ArgumentEdit): boolean {
  const given = call.children('arguments');
  const index = edit.argument ?? 0;
  const argument = given[index];
  const isCounted = given.slice(0, index + 1).every((one) => !one.isSpreadElement());
  switch (edit.kind) {
    case 'insert-argument':
    case 'insert-functions':
      return index <= given.length && given.slice(0, index).every((one) => !one.isSpreadElement());
    case 'replace-argument':
      return isCounted && argument !== undefined && canGo(argument);
    case 'remove-argument':
      return isCounted && (!argument || canGo(argument));
  }
  if (!isCounted) return false;
  if (!argument) return edit.kind !== 'add-option' || index === given.length;
  const names = argument.isObjectExpression() ? namesIn(argument.node) : undefined;
  if (!names) return false;
  const has = (name: string) => names.includes(name);
  if (edit.kind === 'add-option') return !has(edit.name);
  if (!has(edit.name)) return true;
  const property = argument.children('properties')[names.indexOf(edit.name)]!;
  // A method also binds its own name.
  if (!property.isObjectProperty()) return false;
  if (edit.kind === 'rename-option') return !has(edit.to);
  const value = property.child('value');
  return edit.kind === 'multiply-option' ? mayBeNumber(value.node) : canGo(value);
}

/**
 * Whether a call can become one assignment for each property: its value is unused, and it has one argument for
 * each.
 */
export function canAssign(call: Call, properties: readonly string[]): boolean {
  const { node } = call;
  const given = call.children('arguments');
  if (!call.isCallExpression() || given.length !== properties.length) return false;
  if (given.some((argument) => argument.isSpreadElement())) return false;
  if (node.typeParameters || node.typeArguments || node.callee.type !== 'MemberExpression') return false;
  // The body of an arrow function becomes a block, so that the function still returns nothing.
  const isBlock = isArrowBody(call) && !node.extra?.parenthesized;
  if (!isBlock && !isUnused(call)) return false;
  return given.length === 1 || canRepeat(call, node.callee, properties);
}

/** Whether an expression is the body of an arrow function. Expressions of templates are not. */
export function isArrowBody({ parent }: NodePath<Node>): boolean {
  return parent?.type === 'ArrowFunctionExpression' && !templateProperties(parent);
}

/** Whether no code reads the value of an expression. */
function isUnused(path: NodePath<Node>): boolean {
  const { key, node } = path;
  const parent = path.parentPath!;
  if (parent.isExpressionStatement() || isTemplateHandler(parent.node)) return true;
  if (parent.isForStatement()) return key !== 'test';
  if (parent.isSequenceExpression()) return parent.node.expressions.at(-1) !== node || isUnused(parent);
  const isBranch = parent.isConditionalExpression()
    ? key !== 'test'
    : parent.isLogicalExpression() && key === 'right';
  return isBranch && isUnused(parent);
}

/** Whether a call can become several assignments: the first ones do not affect what the others evaluate. */
function canRepeat(
  call: Call,
  { object, computed }: MemberExpression,
  properties: readonly string[],
): boolean {
  const receiver = repeatableText(object);
  if (receiver === undefined || computed || call.node.extra?.parenthesized) return false;
  const given = call.children('arguments');
  return given.every(
    (argument, index) => !hasEffects(argument) && !mayRead(argument, receiver, properties.slice(0, index)),
  );
}

/** Whether an expression may read one of the properties of an object. */
function mayRead(expression: NodePath<Node>, object: string, properties: readonly string[]): boolean {
  let reads = false;
  const visit = (path: NodePath<Node>) => {
    const { node } = path;
    if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return;
    const name = staticNameOf(node.property, node.computed);
    if (name === undefined ? repeatableText(node.object) === object : properties.includes(name)) reads = true;
  };
  visit(expression);
  expression.traverse({ MemberExpression: visit, OptionalMemberExpression: visit });
  return reads;
}

/** Whether an argument is certainly a string. */
export function isStringAt(call: Call, index: number): boolean {
  const argument = call.children('arguments')[index];
  return argument !== undefined && isCertainString(argument);
}

/** The property names of an object; `undefined` if one is unknown or duplicated. */
function namesIn({ properties }: ObjectExpression): readonly string[] | undefined {
  const names = properties.map((property) =>
    property.type === 'SpreadElement' || property.computed ? undefined : nameOf(property.key),
  );
  // `__proto__` sets the prototype.
  if (!names.every((name) => name !== undefined && name !== '__proto__')) return undefined;
  return new Set(names).size === names.length ? (names as string[]) : undefined;
}

/** Whether a value can be multiplied: the code does not show that it is no number, or may be missing. */
function mayBeNumber(value: Node): boolean {
  if (value.type === 'Identifier') return value.name !== 'undefined';
  if (value.type === 'UnaryExpression') return value.operator !== 'void';
  return (
    value.type === 'NumericLiteral' ||
    !/Literal$|^Optional|^(Function|ArrowFunction|Class|Object|Array)Expression$/.test(value.type)
  );
}

/** Whether a value can be dropped: it has no side effects and contains no code of the app. */
function canGo(value: NodePath<Node>): boolean {
  let isCode = value.isFunction() || value.isClass();
  value.traverse({
    'Function|Class'(inner) {
      isCode = true;
      inner.stop();
    },
  });
  return !isCode && !hasEffects(value);
}
