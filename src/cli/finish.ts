import { resolve } from 'node:path';
import { isLeftToDo } from '../migrations';
import type { Applied } from '../project/apply';
import { displayPath } from '../project/paths';
import type { Installation } from '../project/runtime-installation';
import type { FileOutcome, Scan } from '../project/types';
import { joined } from '../report/parts';
import { counts, ofLevel, type Report, toFileReport, totalsOf } from '../report/result';
import { printDiff } from './diff-view';
import { EXIT } from './exit';
import type { Session } from './session';
import { levelOf, printSummary } from './summary';

/** Reports the results in all requested forms. @returns the exit code */
export async function finish(
  session: Session,
  scanned: Scan,
  chosen: readonly FileOutcome[],
  installation: Installation,
  applied: Applied | null,
): Promise<number> {
  const { args, console, writes } = session;
  for (const { path, file, problem } of applied?.failed ?? []) {
    if (file) file.problem = problem;
    else scanned.files.push({ path, findings: [], problem });
  }
  const report = reportOf(session, scanned, chosen);
  if (args.json)
    for (const part of joined((await import('../report/json')).toJson(report))) console.data(part);
  else if (args.dryRun) await printDiff(session, chosen, installation);
  printSummary(session, {
    report,
    scanned,
    changes: chosen,
    installed: applied?.installed ?? installation.writes,
    kept: installation.kept,
    done: writes,
  });
  const allWritten = await writeReports(session, report);

  const { errors } = report.totals;
  if (scanned.files.some((file) => file.problem?.kind === 'missing')) return EXIT.refused;
  if (errors > 0 || !allWritten) return EXIT.left;
  const isLeft = ofLevel(report, levelOf(args)).report.files.some((file) =>
    file.findings.some((one) => counts(file, one) && isLeftToDo(one)),
  );
  return args.check && isLeft ? EXIT.left : EXIT.done;
}

/** Only changes in `chosen` count as made, or to be made. */
export function reportOf(session: Session, scanned: Scan, chosen: readonly FileOutcome[]): Report {
  const wanted = new Set(chosen);
  const files = scanned.files.map((file) => {
    const report = toFileReport(file, displayPath(session.io.cwd, file.path));
    return wanted.has(file) ? report : { ...report, changed: false };
  });
  files.sort((a, b) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0));
  return { version: session.version, files, totals: totalsOf(files, scanned.scanned), cwd: session.io.cwd };
}

async function writeReports({ args, io, console, text, words }: Session, report: Report): Promise<boolean> {
  let ok = true;
  for (const file of args.report) {
    const { writeReport } = await import('../report/file');
    const failure = await writeReport(resolve(io.cwd, file), report, words);
    if (failure === null) console.say(text.reportWritten(file));
    else console.warn(text.reportFailed(file, failure));
    ok &&= failure === null;
  }
  return ok;
}
