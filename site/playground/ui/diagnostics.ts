import type { Diagnostic } from '@codemirror/lint';
import type { Edit } from '../../../src/engine/types';
import type { FileResult, ShownFinding } from '../engine/protocol';
import type { Text } from '../text/en';
import { inEditor } from './code-editors';

const SEVERITIES = { rewritten: 'info', manual: 'warning', ignored: 'hint' } as const;
/** More would only slow the editor down. */
const MOST = 1000;

export interface DiagnosticContext {
  code: string;
  text: Text;
  /** The address of a finding's page. */
  pageOf(finding: ShownFinding): string;
  editsOf(finding: ShownFinding): Promise<readonly Edit[]>;
}

/** The findings and the problem of a file as marks in its code. */
export function diagnosticsOf({ findings, problem }: FileResult, context: DiagnosticContext): Diagnostic[] {
  const { code, text } = context;
  const marks = findings.slice(0, MOST).map((finding): Diagnostic => {
    const from = inEditor(code, finding.start);
    return {
      from,
      to: Math.max(from, inEditor(code, finding.end)),
      severity: SEVERITIES[finding.verdict],
      source: finding.code,
      message: finding.reason,
      renderMessage: () => card(finding, context),
    };
  });
  if (problem?.line === undefined) return marks;
  const lines = code.split(/\r\n|\n|\r/);
  const start = lines.slice(0, problem.line - 1).join('\n').length + (problem.line > 1 ? 1 : 0);
  const length = lines[problem.line - 1]?.length ?? 0;
  const from = start + Math.min((problem.column ?? 1) - 1, length);
  return [
    ...marks,
    { from, to: start + length, severity: 'error', message: text.problems[problem.kind](problem.message) },
  ];
}

/** A finding with its page, next step and edit, which is asked for when the card opens. */
function card(finding: ShownFinding, { code, text, pageOf, editsOf }: DiagnosticContext): Node {
  const card = element('div', 'finding-card');
  const head = element('p', '');
  const link = element('a', '', finding.code);
  Object.assign(link, { href: pageOf(finding), target: '_blank', rel: 'noopener' });
  head.append(link, ` ${finding.api} · ${text.verdicts[finding.verdict]}`);
  card.append(head, element('p', '', finding.reason));
  if (finding.hint) card.append(element('p', '', `→ ${finding.hint}`));
  if (finding.verdict !== 'ignored') {
    const edit = element('div', 'finding-edit');
    card.append(edit);
    editsOf(finding).then(
      (edits) => edit.replaceChildren(...shownEdits(edits, finding, code, text)),
      () => {},
    );
  }
  return card;
}

function shownEdits(edits: readonly Edit[], { verdict }: ShownFinding, code: string, text: Text): Node[] {
  if (edits.length === 0) return [];
  const title = verdict === 'manual' ? text.couldBecome : text.edit;
  const lines = edits.map(({ start, end, text: inserted }) => {
    const line = element('code', '');
    if (end > start) line.append(element('del', '', code.slice(start, end).trim()));
    if (inserted.trim() !== '') line.append(' ', element('ins', '', inserted.trim()));
    return line;
  });
  return [element('p', '', `${title}:`), ...lines];
}

/** Text from files is only ever text, never markup. */
function element(name: string, className: string, text?: string): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
