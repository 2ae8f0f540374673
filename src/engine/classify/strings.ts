import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { staticString } from '../../ast/syntax';
import { ignored, type Reason } from '../../messages/reasons';
import { reasonOnLookalikes } from '../lookalikes';
import { hasEffects } from '../resolve/effects';
import { membershipTest } from '../resolve/feature-test';
import { isRestWithout } from '../resolve/values';
import { ask, type Context, leave } from './ask';
import type { Decision, Site } from './decision';

/** Classifies the string in `canIUse('startRecord')`. */
export function classifyFeatureQuery(path: NodePath<Node>, context: Context): Decision | undefined {
  const { api, resolver } = context;
  const callee = path.parentPath!.child('callee') as NodePath<Node>;
  const origin = callee.isMemberExpression() ? resolver.expression(callee.child('object')) : undefined;
  if (origin?.kind === 'platform' && reasonOnLookalikes(origin, context))
    return leave(path, context, ignored.featureTest());
  const isPlatform = origin ? origin.kind === 'platform' : resolver.isTaroExport(callee, 'canIUse');
  if (!isPlatform) return leave(path, context, ignored.text());
  const asksForPart = staticString(path.node) !== api;
  return ask(
    path,
    context,
    { usage: { kind: 'feature-query', asksForPart }, origin: 'global' },
    siteOf(path),
  );
}

/** Classifies a string whose whole text is the name of an API. */
export function classifyString(path: NodePath<Node>, context: Context): Decision | undefined {
  const own = (reason: Reason) => leave(path, context, reason);
  const parent = path.parentPath;
  if (parent?.isBinaryExpression({ operator: 'in' }) && path.key === 'left') {
    const decision = classifyMembership(path, parent, context);
    if (decision) return decision;
  }
  if (parent?.isTSLiteralType()) return own(ignored.type());
  if (parent?.isCallExpression() && path.key === 1) {
    // `jest.spyOn(Taro, 'startRecord')`
    const [target] = parent.children('arguments');
    if (target && context.resolver.expression(target).kind === 'platform')
      return ask(path, context, { usage: { kind: 'mock', isCall: true }, origin: 'global' });
  }
  return own(path.key === 'key' ? ignored.definition() : ignored.text());
}

/** `'startRecord' in Taro` */
function classifyMembership(
  path: NodePath<Node>,
  membership: NodePath<Node>,
  context: Context,
): Decision | undefined {
  const { api, resolver } = context;
  const right = membership.child('right');
  if (isRestWithout(right, api)) return undefined;
  const origin = resolver.expression(right);
  if (origin.kind !== 'platform' || hasEffects(right)) return undefined;
  if (reasonOnLookalikes(origin, context)) return leave(path, context, ignored.featureTest());
  const found = { usage: { kind: 'test' }, origin: origin.from } as const;
  return ask(path, context, found, siteOf(path), membershipTest(membership));
}

function siteOf(path: NodePath<Node>): Site | undefined {
  return path.isStringLiteral() || path.isTemplateLiteral() ? { type: 'string', path } : undefined;
}
