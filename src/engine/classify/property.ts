import type { CallExpression, Node, ObjectProperty } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { nameOf, staticString } from '../../ast/syntax';
import { message } from '../../messages/format';
import type { Message } from '../../messages/message';
import { ignored, manual, type Reason, type What } from '../../messages/reasons';
import { reasonOnLookalikes } from '../lookalikes';
import { given, type Origin } from '../resolve/origin';
import { defaultOf } from '../resolve/patterns';
import { TARO_MODULE } from '../resolve/platform';
import { requiredModule } from '../resolve/values';
import { ask, type Context, leave } from './ask';
import type { Decision } from './decision';
import { obstacleOf } from './member';

/** Classifies the key of a property in a pattern or an object. */
export function classifyProperty(
  path: NodePath<Node>,
  property: NodePath<ObjectProperty>,
  context: Context,
): Decision | undefined {
  if (property.parentPath.isObjectPattern()) return classifyTaken(path, property, context);
  const isMocked = path.findParent((parent) => parent.isCallExpression() && isMockOfTaro(parent.node));
  if (!isMocked) return leave(path, context, ignored.definition());
  return ask(path, context, { usage: { kind: 'mock', isCall: false }, origin: 'taro' });
}

/** Classifies a destructured property that does not declare a name. */
function classifyTaken(
  path: NodePath<Node>,
  property: NodePath<ObjectProperty>,
  context: Context,
): Decision | undefined {
  const pattern = property.parentPath;
  const holder = pattern.parentPath;
  const isOfType =
    pattern.listKey === 'parameters' || holder?.isTSDeclareFunction() || holder?.isTSDeclareMethod();
  if (isOfType) return leave(path, context, ignored.type());
  let origin: Origin | undefined;
  if (holder?.isVariableDeclarator()) origin = context.resolver.expression(holder.child('init'));
  else if (holder?.isAssignmentExpression()) origin = context.resolver.expression(holder.child('right'));
  const own = (reason: Reason) => leave(path, context, reason);
  const usage = { kind: 'binding', uses: 0, isShared: true } as const;
  const taken = (from: 'taro' | 'global') =>
    ask(path, context, { usage, origin: from, obstacle: takenOut(property, context) });

  if (origin?.kind === 'platform') {
    const other = reasonOnLookalikes(origin, context);
    return other ? own(other) : taken(origin.from);
  }
  const module = holder?.isVariableDeclarator() ? requiredModule(holder.child('init')) : undefined;
  if (module !== undefined && module !== TARO_MODULE)
    return own(ignored.otherBinding(message('what/exports', { source: module })));
  if (origin?.kind === 'foreign') return own(origin.reason);
  const typed = context.options.decideMember?.(path.node.start!);
  if (typed) return typed === 'foreign' ? own(ignored.typedOtherwise()) : taken('taro');
  const obstacle = obstacleOf(origin ?? given(causeOf(path)), context);
  return obstacle ? ask(path, context, { usage, origin: 'unknown', obstacle }) : own(ignored.unconcerned());
}

/** Why a property cannot be destructured from the replacement. */
export function takenOut(property: NodePath<ObjectProperty>, { migration }: Context): (to: What) => Reason {
  const supported = defaultOf(property) && migration.runtime?.supported;
  return (to) => (supported ? manual.destructuredDefault(to, supported) : manual.destructured(to));
}

function causeOf(path: NodePath<Node>): Message {
  const outermost = path.findParent(
    (one) => one.listKey === 'params' || one.isVariableDeclarator() || one.isStatement(),
  );
  return message(outermost?.listKey === 'params' ? 'cause/destructured-parameter' : 'cause/nested-pattern');
}

/** `jest.mock('@tarojs/taro', …)` */
function isMockOfTaro({ callee, arguments: [module] }: CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  return (
    /^(jest|vi)$/.test(callee.object.name) &&
    /^(do)?mock$/i.test(nameOf(callee.property) ?? '') &&
    staticString(module) === TARO_MODULE
  );
}
