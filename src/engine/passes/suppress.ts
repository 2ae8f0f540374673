import type { Node } from '@babel/types';
import { ignored, manual } from '../../messages/reasons';
import { codeOf, type Decision, kept, replacementOf } from '../classify/decision';
import type { Pass } from './pass';

/** Keeps code that a comment or the caller suppresses, and code that cannot be rewritten without it. */
export const suppress: Pass = (
  decisions,
  { analysis: { suppressions }, options: { isSuppressed: isSuppressedElsewhere } },
) => {
  // The common case, which needs none of the work below.
  if (suppressions.isEmpty && !isSuppressedElsewhere) return followDeclarations(decisions);
  const isCovered = (decision: Decision) =>
    suppressions.cover(decision.path, codeOf(decision)) ||
    isSuppressedElsewhere?.(decision.migration.name, decision.path.node.start!);
  const covered = decisions.map((decision) =>
    isCovered(decision) ? kept(decision, ignored.suppressed()) : decision,
  );
  // A suppressed import stays for all its uses.
  const usesOfImports = new Set<Node>(
    covered.flatMap(({ imported, path }) =>
      imported && suppressions.cover(path)
        ? imported.referencePaths.flatMap((use) => [use.node, use.parent])
        : [],
    ),
  );
  const withUses = covered.map((decision) =>
    usesOfImports.has(decision.path.node) ? kept(decision, ignored.suppressed()) : decision,
  );
  // A name has the same value in all its uses.
  const declarations = new Set(
    withUses.flatMap(({ follows, reason }) => (follows && isSuppressed(reason) ? [follows] : [])),
  );
  return followDeclarations(
    withUses.map((decision) => {
      const change = replacementOf(decision);
      return change?.type === 'property' && declarations.has(decision.path.node)
        ? kept(decision, manual.destructured(change.to))
        : decision;
    }),
  );
};

export function isSuppressed({ id }: Decision['reason']): boolean {
  return id === 'ignored/suppressed';
}

/** A use stays if its declaration stays. */
export function followDeclarations(decisions: readonly Decision[]): readonly Decision[] {
  if (!decisions.some(({ follows }) => follows)) return decisions;
  const find = declarationOf(decisions);
  return decisions.map((decision) => {
    const declaration = find(decision);
    return declaration && declaration.changes.length === 0 ? kept(decision, declaration.reason) : decision;
  });
}

/** Finds the decision on the declaration that another decision follows. */
export function declarationOf(decisions: readonly Decision[]): (decision: Decision) => Decision | undefined {
  const followed = new Set(decisions.flatMap(({ follows }) => follows ?? []));
  const byNode = new Map(
    // A check may have found the same place.
    decisions
      .filter(({ path, handler }) => handler && followed.has(path.node))
      .map((decision) => [decision.path.node, decision]),
  );
  return ({ follows }) => follows && byNode.get(follows);
}
