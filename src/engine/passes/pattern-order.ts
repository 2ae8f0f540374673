import type { Node, ObjectPattern, ObjectProperty } from '@babel/types';
import { bindingOfIdentifier } from '../../ast/binding';
import type { NodePath } from '../../ast/node-path';
import { unwrap } from '../../ast/syntax';
import { manual } from '../../messages/reasons';
import { type Decision, kept, type Replacement, replacementOf } from '../classify/decision';
import { hasEffects } from '../resolve/effects';
import { bindsTwice, boundBy, defaultOf } from '../resolve/patterns';
import type { Pass } from './pass';
import { followDeclarations } from './suppress';

/** Keeps properties in their pattern that cannot be bound after it. */
export const keepPatternOrder: Pass = (decisions) => {
  const stuck = stuckInPatterns(decisions);
  return followDeclarations(
    decisions.map((decision) =>
      stuck.includes(decision) ? kept(decision, manual.patternOrder()) : decision,
    ),
  );
};

/**
 * The decisions on properties that must stay in their pattern. A moved property is bound after the whole
 * pattern, and the code that stays after it in the pattern could observe that.
 */
function stuckInPatterns(decisions: readonly Decision[]): Decision[] {
  const stuck: Decision[] = [];
  const moved = new Set<Node>(
    decisions.map(replacementOf).flatMap((change) => (isTakenOut(change) ? [change.path.node] : [])),
  );
  for (let count = -1; count < stuck.length; ) {
    // A property that stays may keep another one in place.
    count = stuck.length;
    for (const decision of decisions) {
      const change = replacementOf(decision);
      if (!isTakenOut(change) || !moved.has(change.path.node)) continue;
      const pattern = change.path.parentPath;
      if (bindsTwice(pattern.node as ObjectPattern)) {
        stuck.push(decision);
        moved.delete(change.path.node);
        continue;
      }
      const later = (pattern.children('properties') as NodePath<Node>[])
        .slice((change.path.key as number) + 1)
        .filter(({ node }) => !moved.has(node));
      if (later.length === 0 || !isNoticed(change.path, later)) continue;
      stuck.push(decision);
      moved.delete(change.path.node);
    }
  }
  return stuck;
}

/** Whether a property is moved out of its pattern. A renamed one keeps its place. */
function isTakenOut(change: Replacement | undefined): change is Extract<Replacement, { type: 'property' }> {
  return change?.type === 'property' && change.kind === 'runtime';
}

/** @param later the rest of the pattern after the property */
function isNoticed(property: NodePath<ObjectProperty>, later: readonly NodePath<Node>[]): boolean {
  const uses = boundBy(property)!.referencePaths;
  if (uses.some((use) => later.some((one) => use.isDescendant(one)))) return true;
  const value = defaultOf(property);
  return value !== undefined && (hasEffects(value) || (!isFixed(value) && later.some(hasOwnEffects)));
}

/** Whether a value is the same at any time. */
function isFixed(given: NodePath<Node>): boolean {
  const value = unwrap(given);
  return value.isFunction() || value.isLiteral() || bindingOfIdentifier(value)?.constant === true;
}

/** Whether destructuring a property does more than read it. */
function hasOwnEffects(property: NodePath<Node>): boolean {
  if (!property.isObjectProperty()) return false;
  if (property.node.computed && hasEffects(property.child('key'))) return true;
  const value = defaultOf(property);
  return !boundBy(property) || (value !== undefined && hasEffects(value));
}
