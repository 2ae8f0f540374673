import type { Node, ObjectPattern, ObjectProperty } from '@babel/types';
import { reasonOnHosts } from '../lookalikes';
import type { NodePath } from '../parse/traverse';
import { hasEffects } from '../resolve/effects';
import { type Binding, bindingOf, referencesOf } from '../resolve/scope';
import { type DecideContext, type Decision, decideUse } from './decide';
import { ignored, manual, rewritten } from './verdicts';

/**
 * Decides on `const { startRecord } = Taro`: on the property, and on every use of the name that it binds.
 * The name stays and is bound to the replacement, so the uses need no change of their own, apart from an
 * `await` that has to go.
 * @returns `undefined` where the property is not one of a declared object of the platform.
 */
export function decideDestructured(key: NodePath<Node>, context: DecideContext): Decision[] | undefined {
  const property = key.parentPath;
  if (!property?.isObjectProperty() || key.key !== 'key') return undefined;
  const pattern = property.parentPath as NodePath<ObjectPattern>;
  const declarator = pattern.parentPath;
  if (!pattern.isObjectPattern() || !declarator?.isVariableDeclarator()) return undefined;
  const origin = context.resolver.expression(declarator.get('init') as NodePath<Node | null | undefined>);
  if (origin.kind !== 'platform') return undefined;
  const init = declarator.get('init') as NodePath<Node | null | undefined>;

  const { api, replacement } = context;
  const other = reasonOnHosts(origin, context.hosts);
  if (other) {
    const bound = boundBy(property);
    const uses = bound ? referencesOf(bound) : [];
    return [key, ...uses].map((path) => ({ path, api, reason: other }));
  }
  const left: Decision = { path: key, api, reason: manual.destructured(replacement) };
  const binding = boundBy(property);
  // The annotation of the pattern describes Taro, and a loop's declaration has no place for another.
  const isStuck = pattern.node.typeAnnotation || declarator.parentPath?.parentPath?.isLoop();
  if (hasEffects(init)) return [{ ...left, reason: manual.effects(replacement) }];
  if (!binding || isStuck) return [left];

  const hasRest = pattern.node.properties.some(({ type }) => type === 'RestElement');
  if (hasRest && !binding.referenced) return [{ path: key, api, reason: ignored.keptFromRest() }];

  const change = { type: 'property', path: property } as const;
  const bound: Decision = { path: key, api, reason: rewritten.bound(replacement), change };
  const uses = referencesOf(binding).map((path) => {
    const use = decideUse(path, path, change, origin.from, context);
    if (use.reason.verdict !== 'rewritten') return { ...use, ...(use.test && { follows: bound }) };
    const { unawait, optional } = use;
    if (use.change?.type === 'test') return { ...use, follows: bound };
    return {
      path,
      api,
      reason: unawait ? use.reason : rewritten.throughBinding(replacement),
      follows: bound,
      ...(unawait && { unawait }),
      ...(optional && { optional }),
    };
  });
  const obstacle = uses.find(({ reason }) => reason.verdict === 'manual');
  if (!obstacle) return [bound, ...uses];
  return [
    left,
    ...uses.map(({ path, reason }) => ({
      path,
      api,
      reason: reason.verdict === 'rewritten' ? left.reason : reason,
    })),
  ];
}

/** The binding that a property of a pattern makes; `undefined` for a nested pattern. */
function boundBy(property: NodePath<ObjectProperty>): Binding | undefined {
  const { value } = property.node;
  const target = value.type === 'AssignmentPattern' ? value.left : value;
  return target.type === 'Identifier' ? bindingOf(property as NodePath<Node>, target.name) : undefined;
}
