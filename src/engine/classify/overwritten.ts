import type { Node } from '@babel/types';
import { isUnbound } from '../../ast/binding';
import type { NodePath } from '../../ast/node-path';
import { nameOf } from '../../ast/syntax';

const TAKES_NAME = /^(Object\.defineProperty|Reflect\.(set|defineProperty|deleteProperty))$/;
const TAKES_OBJECT = /^Object\.(assign|defineProperties)$/;

/**
 * The object whose member a call overwrites, for the name of the member: `wx` in
 * `Object.assign(wx, { startRecord() {} })` and in `Reflect.set(wx, 'startRecord', f)`.
 */
export function overwrittenObject(path: NodePath<Node>): NodePath<Node> | undefined {
  const property = path.key === 'key' ? path.parentPath! : undefined;
  if (property && 'computed' in property.node && property.node.computed && path.isIdentifier())
    return undefined;
  const argument = property ? property.parentPath! : path;
  const call = argument.parentPath;
  if (argument.listKey !== 'arguments' || !call?.isCallExpression()) return undefined;
  const callee = call.child('callee');
  if (!callee.isMemberExpression() || !isUnbound(callee.child('object'))) return undefined;
  const name = `${nameOf(callee.node.object)}.${nameOf(callee.node.property)}`;
  const overwrites = property
    ? argument.key !== 0 && TAKES_OBJECT.test(name)
    : argument.key === 1 && TAKES_NAME.test(name);
  return overwrites ? call.children('arguments')[0] : undefined;
}
