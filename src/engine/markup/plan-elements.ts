import type { NodePath } from '../../ast/node-path';
import { ignored, type Reason } from '../../messages/reasons';
import type { MarkupReference } from '../../migrations/markup';
import type { Operation } from '../edit/operation';
import { makeFinding } from '../finding';
import { lineStart } from '../parse/text';
import type { Suppressions } from '../suppressions';
import type { Finding } from '../types';
import { attributeOperation } from './attribute-operations';
import type { Element } from './element';
import { matchOf, type OwnedRule } from './rules';

/** The plan for the elements of a file. */
export interface ElementPlan {
  findings: Finding[];
  operations: Operation[];
  /** The findings in scripts, with their nodes. */
  placed: { finding: Finding; path: NodePath }[];
}

/** Decides on all elements, once per rule and element. */
export function planElements(
  elements: readonly Element[],
  rules: ReadonlyMap<string, readonly OwnedRule[]>,
  text: string,
  suppressions: Suppressions,
): ElementPlan {
  const plan: ElementPlan = { findings: [], operations: [], placed: [] };
  const everywhere = rules.get('*') ?? [];
  for (const element of elements) {
    for (const owned of [...(rules.get(element.tag) ?? []), ...everywhere]) {
      const { migration, rule } = owned;
      if (rule.syntaxes && !rule.syntaxes.includes(element.syntax)) continue;
      const match = matchOf(rule, element);
      const outcome = match && rule.decide(referenceOf(element, match.found));
      if (!outcome) continue;
      const at = match.found?.name ?? element.name;
      const place = { ...positionsOf(text, at.start, at.end), ...at };
      // What every element has does not depend on what the tag is.
      const isHost = element.other === undefined || rule.tag === '*';
      const own = isHost ? outcome : { reason: ignored.otherBinding(element.other!) };
      const code = migration.codePrefix + own.reason.number;
      const isSuppressed = isCovered(element, place.line, code, text, suppressions);
      const decided: { reason: Reason; changes?: typeof outcome.changes } = isSuppressed
        ? { reason: ignored.suppressed() }
        : own;
      const finding = makeFinding(migration, match.api, decided.reason, place);
      plan.findings.push(finding);
      if (element.path) plan.placed.push({ finding, path: element.path });
      for (const change of decided.changes ?? [])
        plan.operations.push(attributeOperation(change, element, match.found!));
    }
  }
  return plan;
}

function referenceOf(
  { tag, syntax, isCertain, isOpen, attributes }: Element,
  found: MarkupReference['found'],
): MarkupReference {
  return {
    tag,
    syntax,
    isCertain,
    isOpen,
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
