import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { ignored, manual, type Reason, rewritten, type What } from '../../messages/reasons';
import { reasonOnLookalikes } from '../lookalikes';
import { hasEffects } from '../resolve/effects';
import { boundBy, defaultOf } from '../resolve/patterns';
import { ask, askByUse, type Context, leave } from './ask';
import { changeOf, type Decision, kept, replacementOf } from './decision';
import { takenOut } from './property';

/**
 * Classifies `const { startRecord } = Taro`: the property and every use of its binding. The name stays and is
 * bound to the replacement, so the uses need no change, except for an `await` to remove. With a default
 * value, as in `{ startRecord = polyfill }`, the name is bound to either, and its tests stay as well.
 * @returns `undefined` if the property is not in a declaration that destructures the platform
 */
export function classifyDestructured(key: NodePath<Node>, context: Context): Decision[] | undefined {
  const property = key.parentPath;
  if (!property?.isObjectProperty() || key.key !== 'key') return undefined;
  const pattern = property.parentPath;
  const declarator = pattern.parentPath;
  if (!pattern.isObjectPattern() || !declarator?.isVariableDeclarator()) return undefined;
  const init = declarator.child('init') as NodePath<Node | null | undefined>;
  const origin = context.resolver.expression(init);
  if (origin.kind !== 'platform') return undefined;

  const binding = boundBy(property);
  // An `export` before the declaration counts as a use.
  const references = (binding?.referencePaths ?? []).filter((path) => !path.isExportDeclaration());
  const other = reasonOnLookalikes(origin, context);
  if (other) return [key, ...references].map((path) => leave(path, context, other));
  const hasRest = pattern.node.properties.some(({ type }) => type === 'RestElement');
  if (hasRest && binding && binding.referencePaths.length === 0)
    return [leave(key, context, ignored.keptFromRest())];

  const around = declarator.parentPath?.parentPath;
  const isExported = around?.isExportDeclaration() ?? false;
  const isShared = isExported || defaultOf(property) !== undefined;
  const usage = { kind: 'binding', uses: references.length, isShared } as const;
  const site = { type: 'property', path: property } as const;
  const found = { usage, origin: origin.from };
  const decided = (one: Decision | undefined) => (one ? [one] : []);
  const useAt = (path: NodePath<Node>) => askByUse(path, path, site, { origin: origin.from }, context);
  const stuck = (obstacle: (to: What) => Reason) => ask(key, context, { ...found, obstacle });

  const bound = ask(key, context, found, site);
  const change = bound && replacementOf(bound);
  // Each use would need another replacement.
  const reason = bound?.reason.verdict === 'manual' ? bound.reason : undefined;
  if (bound && reason)
    return [
      bound,
      ...references
        .flatMap((path) => decided(useAt(path)))
        .map((one) => (one.reason.verdict === 'rewritten' ? kept(one, reason) : one)),
    ];
  if (!bound || !change || change.kind === 'string' || change.kind === 'split')
    return [...decided(bound), ...references.flatMap((path) => decided(useAt(path)))];
  if (change.kind === 'runtime' && hasEffects(init)) return decided(stuck(manual.effects));
  // A type annotation of the pattern describes Taro, and the declaration of a loop has no room for a second
  // one. A declaration for the remaining properties would be exported too.
  const isStuck =
    change.kind === 'runtime' ? !binding || around?.isLoop() || (hasRest && isExported) : hasRest;
  if (isStuck || pattern.node.typeAnnotation) return decided(stuck(takenOut(property, context)));

  const hasDefault =
    change.kind === 'runtime' && change.supported !== undefined && defaultOf(property) !== undefined;
  const uses = references.flatMap((path) => decided(useAt(path))).map(throughBinding);
  if (!uses.some(({ reason }) => reason.verdict === 'manual')) return [bound, ...uses];
  const left = decided(stuck(takenOut(property, context)));
  return [
    ...left,
    ...uses.map(({ path, reason }) =>
      leave(path, context, (reason.verdict === 'rewritten' && left[0]?.reason) || reason),
    ),
  ];

  /** A use of the name is removed with its declaration. */
  function throughBinding(use: Decision): Decision {
    const own = replacementOf(use);
    const { deferred, ...plain } = { ...use, changes: [] };
    if (use.reason.verdict !== 'rewritten')
      return {
        ...plain,
        ...(deferred?.change.kind === 'runtime' && !hasDefault && { deferred, follows: key.node }),
      };
    if (!hasDefault && own?.type === 'test') return { ...use, follows: key.node };
    const isUnawaited = changeOf(use, 'unawait') !== undefined;
    const through = rewritten.throughBinding(own && 'to' in own ? own.to : '');
    const reason = isUnawaited ? use.reason : through;
    const follows = key.node;
    // The code awaited the result of the default value.
    if (hasDefault) return { ...plain, follows, reason: isUnawaited ? manual.awaitedValue() : reason };
    return { ...plain, follows, reason, changes: use.changes.filter((one) => one !== own) };
  }
}
