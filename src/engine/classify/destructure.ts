import type { Node, ObjectPattern } from '@babel/types';
import { reasonOnHosts } from '../lookalikes';
import type { NodePath } from '../parse/traverse';
import { hasEffects } from '../resolve/effects';
import { boundBy, defaultOf } from '../resolve/patterns';
import { type Binding, referencesOf } from '../resolve/scope';
import { type DecideContext, type Decision, decideUse } from './decide';
import { ignored, manual, rewritten } from './verdicts';

/**
 * Decides on `const { startRecord } = Taro`: on the property, and on every use of the name that it binds.
 * The name stays and is bound to the replacement, so the uses need no change of their own, apart from an
 * `await` that has to go. With a default value, `{ startRecord = polyfill }`, it is bound to the one or the other,
 * and tests of the name stay as well.
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
    const uses = bound ? usesOfName(bound) : [];
    return [key, ...uses].map((path) => ({ path, api, reason: other }));
  }
  const { supported } = context;
  const hasDefault = supported !== undefined && !context.rule.onlyWith && defaultOf(property) !== undefined;
  const stuck = hasDefault
    ? manual.destructuredDefault(replacement, supported)
    : manual.destructured(replacement);
  const left: Decision = { path: key, api, reason: stuck };
  const binding = boundBy(property);
  // The annotation of the pattern describes Taro, and a loop's declaration has no place for another.
  const isStuck = pattern.node.typeAnnotation || declarator.parentPath?.parentPath?.isLoop();
  if (hasEffects(init)) return [{ ...left, reason: manual.effects(replacement) }];
  if (!binding || isStuck) return [left];

  const hasRest = pattern.node.properties.some(({ type }) => type === 'RestElement');
  if (hasRest && !binding.referenced) return [{ path: key, api, reason: ignored.keptFromRest() }];

  const change = { type: 'property', path: property } as const;
  const bound: Decision = { path: key, api, reason: rewritten.bound(replacement), change };
  const uses = usesOfName(binding).map((path) => {
    const use = decideUse(path, path, change, origin.from, context);
    const { unawait, optional, test, ...plain } = use;
    if (use.reason.verdict !== 'rewritten')
      return { ...plain, ...(test && !hasDefault && { test, follows: bound }) };
    if (hasDefault) {
      // What the default value returns was waited for.
      const reason = unawait ? manual.awaitedValue() : rewritten.throughBinding(replacement);
      return { path, api, reason, follows: bound };
    }
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

/** Babel counts an `export` in front of the declaration as a use, too. */
function usesOfName(binding: Binding): NodePath<Node>[] {
  return referencesOf(binding).filter((path) => !path.isExportDeclaration());
}
