import { ignored } from '../messages/reasons';
import type { Migration } from '../migrations/migration';
import type { AnalyzedFile } from './file';
import { makeFinding } from './finding';
import { lineStart } from './parse/text';
import type { Finding } from './types';

/** The name under which findings about the comments themselves are reported. */
const NAME = 'taro-modernize-ignore';

/** Findings for suppression comments without effect: those that suppress nothing, or follow the code on its line. */
export function idleSuppressions(
  findings: readonly Finding[],
  { text, analysis, options: { migrations, isComplete } }: AnalyzedFile,
): Finding[] {
  const { all } = analysis.suppressions;
  if (all.length === 0) return [];
  const lines = text.split(/\r\n|\n|\r/);
  const companions = migrations.flatMap((one) =>
    (one.companions ?? []).flatMap(({ apis }) => Object.keys(apis)),
  );
  // Whether a companion is a candidate depends on the rest of the app.
  const isAboveCompanion = (line: number) => companions.some((name) => lines[line]?.includes(name));
  return all.flatMap(({ comment, code, isUsed }) => {
    const { start, end } = comment.loc!;
    const before = text.slice(lineStart(text, comment.start!), comment.start!).trim();
    // In JSX, a comment is in braces.
    const isTrailing = before !== '' && before !== '{';
    const isMisplaced =
      isTrailing && findings.some(({ line, verdict }) => line === start.line && verdict !== 'ignored');
    if ((isUsed || isAboveCompanion(end.line)) && !isMisplaced) return [];
    const migration = code === undefined ? isComplete && migrations.at(-1) : ofCode(code, migrations);
    if (!migration) return [];
    const place = {
      line: start.line,
      column: start.column + 1,
      endLine: end.line,
      endColumn: end.column + 1,
      start: comment.start!,
      end: comment.end!,
    };
    const reason = isMisplaced ? ignored.trailingSuppression() : ignored.idleSuppression();
    return [makeFinding(migration, NAME, reason, place)];
  });
}

/** Codes of migrations that do not run may suppress something in another run. */
function ofCode(code: string, migrations: readonly Migration[]): Migration | undefined {
  return migrations.find(({ codePrefix }) => code.startsWith(codePrefix));
}
