import type { Expression } from '@babel/types';
import type { NodeBuilders } from './node-builders';

/** `recorder.start` as an expression. */
export function memberExpression(to: string, t: NodeBuilders): Expression {
  const [object, ...members] = to.split('.');
  return members.reduce<Expression>(
    (value, member) => t.memberExpression(value, t.identifier(member)),
    t.identifier(object!),
  );
}
