import { printable } from '../project/printable';
import { lazyText } from './left/file-text';
import { helpOf } from './left/help';
import { jsonParts } from './parts';
import { describeProblem } from './problem';
import type { Report } from './result';
import type { ReportText } from './text';
import { en } from './text/en';

/**
 * The JSON report described in report.schema.json. In English, because programs read it, except for `help`, which
 * people read.
 */
export function* toJson(report: Report, words: ReportText): Generator<string> {
  for (const part of jsonParts({ version: 1, files: filesOf(report, words), summary: report.totals }))
    yield escapeControls(part);
  yield '\n';
}

function* filesOf(report: Report, words: ReportText) {
  for (const file of report.files) {
    const text = lazyText(file);
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
        ...(finding.verdict === 'manual' && { help: helpOf(finding, file, text, report, words) }),
      })),
      ...(file.changed && file.change && { edits: file.change.edits }),
    };
  }
}

/** JSON allows these characters, but a terminal interprets them: DEL, C1 and characters that reorder text. */
function escapeControls(json: string): string {
  return json.split('\n').map(printable).join('\n');
}
