import type { NodePath } from '../../ast/node-path';
import { ignored, type Reason } from '../../messages/reasons';
import type { MarkupChange, MarkupOutcome, MarkupReference } from '../../migrations/markup';
import type { Migration } from '../../migrations/migration';
import { makeFinding } from '../finding';
import { lineStart } from '../parse/text';
import type { Suppressions } from '../suppressions';
import type { Finding, RewriteOptions } from '../types';
import { isMade, obstacleTo, type RuntimeImport } from './attribute-obstacles';
import type { Element, ElementAttribute } from './element';
import { matchOf, type OwnedRule } from './rules';

/** A change of an element. */
export interface ElementChange {
  readonly migration: Migration;
  readonly change: MarkupChange;
  readonly element: Element;
  readonly found: ElementAttribute | undefined;
}

/** A finding on an element. */
export interface DecidedElement {
  readonly finding: Finding;
  readonly migration: Migration;
  readonly element: Element;
  /** Whether something suppresses a finding with a code here. */
  isSuppressed(code: string): boolean;
}

/** The plan for the elements of a file. */
export interface ElementPlan {
  /** All that were decided on. */
  elements: readonly Element[];
  findings: Finding[];
  /** The findings with their elements. */
  decided: DecidedElement[];
  changes: ElementChange[];
  /** The findings in scripts, with their nodes. */
  placed: { finding: Finding; path: NodePath }[];
}

/**
 * Decides on all elements, once per rule and element.
 * @param runtime undefined if the file has no code
 */
export function planElements(
  elements: readonly Element[],
  rules: ReadonlyMap<string, readonly OwnedRule[]>,
  text: string,
  suppressions: Suppressions,
  runtime?: RuntimeImport,
  { isSuppressed: isSuppressedElsewhere, target }: Pick<RewriteOptions, 'isSuppressed' | 'target'> = {},
): ElementPlan {
  const plan: ElementPlan = { elements, findings: [], decided: [], changes: [], placed: [] };
  const everywhere = rules.get('*') ?? [];
  for (const element of elements) {
    for (const owned of [...(rules.get(element.tag) ?? []), ...everywhere]) {
      const { migration, rule } = owned;
      if (rule.syntaxes && !rule.syntaxes.includes(element.syntax)) continue;
      const match = matchOf(rule, element);
      const wanted = match && rule.decide(referenceOf(element, match.found, target));
      const outcome = wanted && possible(wanted, element, match.found, text, runtime);
      if (!outcome) continue;
      const at = match.found?.name ?? element.name;
      const place = { ...positionsOf(text, at.start, at.end), ...at };
      // What every element has does not depend on what the tag is.
      const isHost = element.other === undefined || rule.tag === '*';
      const own = isHost ? outcome : { reason: ignored.otherBinding(element.other!) };
      const code = migration.codePrefix + own.reason.number;
      const isSuppressed = (code: string) =>
        isCovered(element, place.line, code, text, suppressions) ||
        (isSuppressedElsewhere?.(migration.name, at.start) ?? false);
      const decided: { reason: Reason; changes?: typeof outcome.changes } = isSuppressed(code)
        ? { reason: ignored.suppressed() }
        : own;
      const finding = makeFinding(migration, match.api, decided.reason, place);
      plan.findings.push(finding);
      plan.decided.push({ finding, migration, element, isSuppressed });
      if (element.path) plan.placed.push({ finding, path: element.path });
      for (const change of decided.changes ?? [])
        plan.changes.push({ migration, change, element, found: match.found });
    }
  }
  return plan;
}

/** An outcome without changes that are already made. `undefined` if all are, and manual if one is not safe. */
function possible(
  outcome: MarkupOutcome,
  element: Element,
  found: ElementAttribute | undefined,
  text: string,
  runtime: RuntimeImport | undefined,
): MarkupOutcome | undefined {
  if (!outcome.changes) return outcome;
  const changes = outcome.changes.filter((change) => !isMade(change, element, found, text));
  if (changes.length === 0) return undefined;
  for (const change of changes) {
    const reason = obstacleTo(change, element, found, text, runtime);
    if (reason) return { reason };
  }
  return { ...outcome, changes };
}

function referenceOf(
  { tag, syntax, isCertain, isOpen, attributes }: Element,
  found: MarkupReference['found'],
  target: string | undefined,
): MarkupReference {
  return {
    tag,
    syntax,
    isCertain,
    isOpen,
    target,
    found,
    attributeOf: (name) => attributes.find(({ key, isEvent }) => !isEvent && key === name),
  };
}

/** Whether a comment is above the attribute, the element or its statement. */
function isCovered(
  { name, path }: Element,
  line: number,
  code: string,
  text: string,
  suppressions: Suppressions,
): boolean {
  if (suppressions.isEmpty) return false;
  if (suppressions.coverLine(line, code) || suppressions.coverLine(lineOf(text, name.start), code))
    return true;
  return path !== undefined && suppressions.cover(path, code);
}

/** The 1-based lines and columns of a range. */
export function positionsOf(text: string, start: number, end: number) {
  return {
    line: lineOf(text, start),
    column: start - lineStart(text, start) + 1,
    endLine: lineOf(text, end),
    endColumn: end - lineStart(text, end) + 1,
  };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}
