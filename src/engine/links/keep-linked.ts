import { ignored, type Reason } from '../../messages/reasons';
import type { Migration } from '../../migrations/migration';
import { type Decision, kept } from '../classify/decision';
import { makeFinding } from '../finding';
import type { Element } from '../markup/element';
import type { DecidedElement, ElementPlan } from '../markup/plan-elements';
import { followDeclarations } from '../passes/suppress';
import type { Finding, LinkUse } from '../types';
import { type LinkedFile, type Links, linksOf, usesOf } from './links';
import { type ObstacleOf, obstaclesOf } from './obstacles';

interface Linked {
  readonly decisions: readonly Decision[];
  readonly plan: ElementPlan;
  /** For the other file of a native page: see `LinkUse`. */
  readonly uses: LinkUse[];
}

/**
 * Keeps calls and elements that are linked to something that stays: see `Link`.
 * @param decisions those on the script, if there is one
 */
export function keepLinked(decisions: readonly Decision[], plan: ElementPlan, file: LinkedFile): Linked {
  return file.options.migrations.reduce<Linked>(
    (before, migration) => {
      if (!migration.link) return before;
      const links = linksOf(migration, migration.link, before.decisions, before.plan, file);
      const obstacleOf = obstaclesOf(links);
      return {
        decisions: keepCalls(before.decisions, links, obstacleOf),
        plan: keepElements(links, obstacleOf),
        uses: [...before.uses, ...usesOf(links)],
      };
    },
    { decisions, plan, uses: [] },
  );
}

function keepCalls(
  decisions: readonly Decision[],
  { migration, calls }: Links,
  obstacleOf: ObstacleOf,
): readonly Decision[] {
  if (calls.length === 0) return decisions;
  const reasons = new Map(calls.map(({ decision, key }) => [decision, obstacleOf(key)]));
  const isCompanion = ({ api }: Decision) => !Object.hasOwn(migration.apis, api);
  const decided = decisions.flatMap((decision) => {
    const reason = reasons.get(decision);
    if (!reason) return decision;
    return isCompanion(decision) ? [] : kept(decision, reason);
  });
  return withDeclarations(decided);
}

/** A name that is bound to an API keeps its value in all its uses. */
function withDeclarations(decisions: readonly Decision[]): readonly Decision[] {
  const staying = new Map(
    decisions.flatMap(({ follows, changes, reason }) =>
      follows && changes.length === 0 ? [[follows, reason] as const] : [],
    ),
  );
  if (staying.size === 0) return decisions;
  return followDeclarations(
    decisions.map((decision) => {
      const reason = decision.changes.length > 0 && staying.get(decision.path.node);
      return reason ? kept(decision, reason) : decision;
    }),
  );
}

function keepElements({ migration, plan, elements }: Links, obstacleOf: ObstacleOf): ElementPlan {
  const staying = new Map<Element, Reason>();
  for (const { element, key, isChanged } of elements) {
    const reason = isChanged ? obstacleOf(key) : undefined;
    if (reason) staying.set(element, reason);
  }
  if (staying.size === 0) return plan;
  const isOwn = (one: { migration: Migration; element: Element }) =>
    one.migration === migration && staying.has(one.element);
  const findings = new Map(
    plan.decided.filter(isOwn).map((one) => [one.finding, keptElement(one, staying.get(one.element)!)]),
  );
  const changed = (finding: Finding) => findings.get(finding) ?? finding;
  return {
    ...plan,
    findings: plan.findings.map(changed),
    placed: plan.placed.map((one) => ({ ...one, finding: changed(one.finding) })),
    changes: plan.changes.filter((change) => !isOwn(change)),
  };
}

/** The finding on an element that stays. */
function keptElement({ migration, finding, isSuppressed }: DecidedElement, reason: Reason): Finding {
  const { api, line, column, endLine, endColumn, start, end } = finding;
  const isIgnored = isSuppressed(migration.codePrefix + reason.number);
  const place = { line, column, endLine, endColumn, start, end };
  return makeFinding(migration, api, isIgnored ? ignored.suppressed() : reason, place);
}
