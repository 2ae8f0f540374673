import { printable } from '../project/printable';
import { jsonParts } from './parts';
import { describeProblem } from './problem';
import type { FileReport, Report } from './result';
import { en } from './text/en';

/** The JSON report described in report.schema.json. Always in English, because programs read it. */
export function* toJson({ files, totals }: Report): Generator<string> {
  for (const part of jsonParts({ version: 1, files: filesOf(files), summary: totals }))
    yield escapeControls(part);
  yield '\n';
}

function* filesOf(files: readonly FileReport[]) {
  for (const file of files) {
    yield {
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
        level: finding.level,
        reason: finding.reason,
        code: finding.code,
        messageId: finding.messageId,
        ...(finding.data && { data: finding.data }),
        ...(finding.hint !== undefined && { hint: finding.hint }),
      })),
      ...(file.changed && file.change && { edits: file.change.edits }),
    };
  }
}

/** JSON allows these characters, but a terminal interprets them: DEL, C1 and characters that reorder text. */
function escapeControls(json: string): string {
  return json.split('\n').map(printable).join('\n');
}
