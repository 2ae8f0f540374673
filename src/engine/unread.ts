import { bindingOf } from '../ast/binding';
import { message } from '../messages/format';
import { ignored, manual } from '../messages/reasons';
import type { Analysis } from './analyze';
import { isTaroImport } from './classify/candidate';
import { makeFinding } from './finding';
import type { Rule } from './options';
import { lineStart } from './parse/text';
import type { Unread } from './parse/vue-template';
import type { Finding } from './types';

/** Findings for a part of a file without an AST, from its text only. */
export function unreadFindings(
  text: string,
  range: Unread,
  rules: ReadonlyMap<string, Rule>,
  analysis: Analysis,
): Finding[] {
  const findings: Finding[] = [];
  for (const { name, isMember, start, end } of namesIn(text, range)) {
    const rule = rules.get(name);
    if (!rule) continue;
    const { migration } = rule;
    const binding = bindingOf(analysis.program, name);
    const isOwnName = !isMember && !(binding && isTaroImport(binding));
    const unread = migration.runtime ? UNREAD[range.place]() : ignored.unconcerned();
    const line = text.slice(0, start).split(/\r\n|\n|\r/).length;
    const isSuppressed = analysis.suppressions.coverLine(line, migration.codePrefix + unread.number);
    const left = isSuppressed ? ignored.suppressed() : unread;
    const reason = isOwnName ? ignored.otherBinding(message('what/component-member', { name })) : left;
    const column = start - lineStart(text, start) + 1;
    const place = { line, column, endLine: line, endColumn: column + end - start, start, end };
    findings.push(makeFinding(migration, name, reason, place));
  }
  return findings;
}

const UNREAD = { template: manual.unreadTemplate, attribute: manual.attributeName };

interface Name {
  name: string;
  /** It follows a dot. */
  isMember: boolean;
  start: number;
  end: number;
}

/** The names in a range of a text. */
function namesIn(text: string, { start, end, name }: Unread): Name[] {
  if (name !== undefined) return [{ name, isMember: false, start, end }];
  const words = text.slice(start, end).matchAll(/(\.\s*)?\b([A-Za-z_$][\w$]*)\b/g);
  return [...words].map(({ 1: dot = '', 2: word = '', index }) => {
    const at = start + index + dot.length;
    return { name: word, isMember: dot !== '', start: at, end: at + word.length };
  });
}
