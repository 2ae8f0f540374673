import { bindingOf } from '../ast/binding';
import { message } from '../messages/format';
import { ignored, manual } from '../messages/reasons';
import type { Analysis } from './analyze';
import { isTaroImport } from './classify/candidate';
import { makeFinding } from './finding';
import type { Rule } from './options';
import { lineStart } from './parse/text';
import type { Finding } from './types';

/** Findings for a part of a file without an AST, from its text only. */
export function unreadFindings(
  text: string,
  { start, end }: { start: number; end: number },
  rules: ReadonlyMap<string, Rule>,
  analysis: Analysis,
): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.slice(start, end).matchAll(/(\.\s*)?\b([A-Za-z_$][\w$]*)\b/g)) {
    const [, dot = '', name = ''] = match;
    const rule = rules.get(name);
    if (!rule) continue;
    const { migration } = rule;
    const offset = start + match.index + dot.length;
    const binding = bindingOf(analysis.program, name);
    const isOwnName = dot === '' && !(binding && isTaroImport(binding));
    const unread = migration.runtime ? manual.unreadTemplate() : ignored.unconcerned();
    const line = text.slice(0, offset).split(/\r\n|\n|\r/).length;
    const isSuppressed = analysis.suppressions.coverLine(line, migration.codePrefix + unread.number);
    const left = isSuppressed ? ignored.suppressed() : unread;
    const reason = isOwnName ? ignored.otherBinding(message('what/component-member', { name })) : left;
    const column = offset - lineStart(text, offset) + 1;
    const endColumn = column + name.length;
    const place = { line, column, endLine: line, endColumn, start: offset, end: offset + name.length };
    findings.push(makeFinding(migration, name, reason, place));
  }
  return findings;
}
