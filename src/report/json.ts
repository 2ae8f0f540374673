import { printable } from '../project/printable';
import { describeProblem } from './problem';
import type { Report } from './result';
import { en } from './text/en';

/** Contract §2. In English whatever the language of the terminal: programs read it. */
export function toJson(report: Report): string {
  const value = {
    version: 1,
    files: report.files.map((file) => ({
      path: file.shown,
      changed: file.changed,
      ...(file.problem && { error: describeProblem(file.problem, file.shown, en).line }),
      findings: file.findings.map((finding) => ({
        migration: finding.migration,
        api: finding.api,
        line: finding.line,
        column: finding.column,
        endLine: finding.endLine,
        endColumn: finding.endColumn,
        start: finding.start,
        end: finding.end,
        verdict: finding.verdict,
        reason: finding.reason,
        code: finding.code,
        messageId: finding.messageId,
        ...(finding.data && { data: finding.data }),
        ...(finding.hint !== undefined && { hint: finding.hint }),
      })),
      ...(file.changed && file.change && { edits: file.change.edits }),
    })),
    summary: report.totals,
  };
  return `${escapeControls(JSON.stringify(value, null, 2))}\n`;
}

/** JSON may hold them as they are, but a terminal obeys them: DEL, C1 and what reorders text. */
function escapeControls(json: string): string {
  return json.split('\n').map(printable).join('\n');
}
