import { dirname, resolve } from 'node:path';
import { isLeftToDo } from '../migrations';
import type { Applied } from '../project/apply';
import { type Formatter, formatCommand, formatterOf } from '../project/formatter';
import { repositoryOf } from '../project/git';
import { displayPath } from '../project/paths';
import { linksTo } from '../project/repository-url';
import type { Installation } from '../project/runtime-installation';
import type { FileOutcome, InstallationWrite, Project, Scan } from '../project/types';
import { type Pages, readPages } from '../report/finding-pages';
import { joined } from '../report/parts';
import { counts, ofLevel, type Report, toFileReport, totalsOf } from '../report/result';
import { quote } from '../report/text/en';
import { levelOf, searchOptions } from './args';
import { compare, type OpenBaseline } from './baseline';
import { printDiff } from './diff-view';
import { EXIT } from './exit';
import { sayInstalledCalls } from './installed';
import type { Session } from './session';
import { printSummary } from './summary';

/**
 * Reports the results in all requested forms.
 * @param commits the number of commits with the changes
 * @returns the exit code
 */
export async function finish(
  session: Session,
  scanned: Scan,
  chosen: readonly FileOutcome[],
  installation: Installation,
  applied: Applied | null,
  commits = 0,
  baseline?: OpenBaseline,
): Promise<number> {
  const { args, console, text, words, writes } = session;
  for (const { path, file, problem } of applied?.failed ?? []) {
    if (file) file.problem = problem;
    else scanned.files.push({ path, findings: [], problem });
  }
  const whole = reportOf(session, scanned, chosen);
  const compared = baseline && compare(session, whole, baseline);
  const { report } = compared ?? { report: whole };
  if (args.json)
    for (const part of joined((await import('../report/json')).toJson(report, words))) console.data(part);
  else if (args.dryRun) await printDiff(session, chosen, installation);
  const installed = applied?.installed ?? installation.writes;
  if (args.command === 'todo') {
    const { leftList } = await import('../report/left/terminal');
    console.say(leftList(ofLevel(report, levelOf(args)).report, words, console.info.colors));
  } else
    printSummary(session, {
      report: whole,
      scanned,
      changes: chosen,
      installed,
      kept: installation.kept,
      done: writes,
      commits,
      ...(compared && { compared }),
    });
  if (writes) await sayInstalledCalls(session, scanned);
  const areReportsWritten = await writeReports(session, report, installed, commits);
  for (const command of formatCommands(session, applied, commits)) console.say(text.next.format(command));

  const { errors } = report.totals;
  if (scanned.files.some((file) => file.problem?.kind === 'missing')) return EXIT.refused;
  if (errors > 0 || !areReportsWritten || (compared?.failure ?? null) !== null) return EXIT.left;
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
  const totals = totalsOf(files, scanned.scanned);
  const { args, io, version, writes } = session;
  return {
    version,
    files,
    totals,
    done: writes,
    cwd: io.cwd,
    pages: pagesOf(io.packageRoot),
    options: searchOptions(args),
    paths: args.paths,
  };
}

/** The finding pages, read once and only if a report shows them. */
function pagesOf(packageRoot: string): () => Pages {
  let pages: Pages | undefined;
  return () => {
    pages ??= readPages(packageRoot);
    return pages;
  };
}

/** With more files, a command is too long to read. */
const MAX_FILES = 10;

/**
 * The commands that format what was written, in projects with a formatter. A run does not format sources: the
 * edits in reports and ESLint's fixes are what is written.
 */
function formatCommands({ io }: Session, applied: Applied | null, commits: number): string[] {
  const paths = new Map<Formatter, Set<string>>();
  const add = ({ root }: Project, path: string) => {
    const formatter = formatterOf(root);
    if (formatter)
      paths.set(formatter, (paths.get(formatter) ?? new Set()).add(quote(displayPath(io.cwd, path))));
  };
  for (const { path, change } of applied?.written ?? []) if (change) add(change.project, path);
  if (paths.size > 0)
    for (const { kind, path, project } of applied?.installed ?? [])
      if (kind === 'runtime') add(project, dirname(path));
  const isTracked = repositoryOf(io.cwd) !== null;
  const since = commits > 0 ? ` HEAD~${commits}` : '';
  return [...paths].map(([formatter, files]) =>
    formatCommand(
      formatter,
      files.size > MAX_FILES && isTracked ? [`$(git diff --name-only --relative${since})`] : [...files],
    ),
  );
}

/** Writes the reports and the text of a pull request. Returns whether all of that worked. */
async function writeReports(
  { args, io, console, text, words, shown }: Session,
  report: Report,
  installed: readonly InstallationWrite[],
  commits: number,
): Promise<boolean> {
  let ok = true;
  const tell = (file: string, failure: string | null) => {
    if (failure === null) console.say(text.reportWritten(file));
    else console.warn(text.reportFailed(file, failure));
    ok &&= failure === null;
  };
  for (const file of args.report) {
    const { writeReport } = await import('../report/file');
    tell(file, await writeReport(resolve(io.cwd, file), report, words));
  }
  const { prBody, repoUrl } = args;
  if (prBody === undefined) return ok;
  const { writeParts } = await import('../report/file');
  const { toPrBody } = await import('../report/pr-body');
  const copies = installed.filter(({ kind }) => kind === 'runtime');
  const runtimes = [...new Set(copies.map(({ path }) => `${shown(dirname(path))}/`))];
  const link = linksTo(io.cwd, repoUrl, commits);
  const body = async () => [toPrBody(report, words, { runtimes, link })];
  tell(prBody, await writeParts(resolve(io.cwd, prBody), body, words));
  return ok;
}
