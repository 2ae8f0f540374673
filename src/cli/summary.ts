import { basename } from 'node:path';
import type { Language } from '../messages/message';
import { migrations } from '../migrations';
import { installCommand } from '../project/dependency';
import { printable } from '../project/printable';
import { isFor } from '../project/runtime-installation';
import type { FileOutcome, InstallationWrite, KeptRuntime, Scan } from '../project/types';
import { ofLevel, type Report, withVerdict } from '../report/result';
import {
  adviceList,
  changedList,
  ignoredList,
  manualList,
  problemList,
  reportedList,
  summaryLine,
  type TerminalOptions,
} from '../report/terminal';
import { levelOf } from './args';
import { type Compared, sayBaseline } from './baseline';
import { inEarnest, todoCommand } from './command-line';
import type { Session } from './session';

interface Summary {
  report: Report;
  scanned: Scan;
  /** The files to change. */
  changes: readonly FileOutcome[];
  /** The files that were added, or would be. */
  installed: readonly InstallationWrite[];
  kept: readonly KeptRuntime[];
  /** Whether changes were written, not only planned. */
  done: boolean;
  /** The report compared with the baseline of a check. */
  compared?: Compared;
  /** The number of commits with the changes. */
  commits?: number;
  /** Shown above the question, so the next step is the user's answer. */
  asking?: boolean;
}

/** The output of a scan besides its findings. */
export function warnAboutScan({ console, text, words, shown }: Session, scanned: Scan): void {
  for (const project of scanned.projects) {
    const root = shown(project.root).replace(/^\.$/, () => printable(basename(project.root)));
    if (project.detected) {
      console.say(text.project(project.kind, project.taroVersion, root, shown(project.sourceRoot)));
    } else {
      console.say(text.unknownProject(root));
    }
  }
  if (scanned.untyped > 0) console.warn(text.untyped(scanned.untyped));
  for (const path of scanned.empty) console.warn(text.emptyFolder(shown(path), words.sourceKinds));
  for (const glob of scanned.unmatched.include) console.warn(text.unmatched('--include', printable(glob)));
  for (const glob of scanned.unmatched.ignore) console.warn(text.unmatched('--ignore', printable(glob)));
  if (scanned.notSource.length > 0) {
    console.warn(text.notSource(scanned.notSource.map(shown), words.sourceKinds));
  }
}

export function printSummary(session: Session, summary: Summary): void {
  const { args, console, text, words } = session;
  const { done, compared } = summary;
  const { report, hidden } = ofLevel(compared?.report ?? summary.report, levelOf(args));
  const options: TerminalOptions = { text: words, colors: console.info.colors, done, verbose: args.verbose };
  console.say(changedList(report, options));
  console.say(manualList(report, options));
  console.say(reportedList(report, options));
  console.say(args.verbose ? ignoredList(report, options) : adviceList(report, options));
  console.warn(problemList(report, { ...options, colors: console.errors.colors }));
  const { totals } = report;
  const isNothing = totals.rewritten + totals.manual + totals.errors === 0;
  if (isNothing && hidden === 0 && !compared?.accepted) console.say(words.nothing(totals.scanned));
  // A path that does not exist has been named, and there is nothing else to sum up.
  else if (totals.scanned > 0) console.say(summaryLine(report, options));
  sayFields(session, report);
  if (args.check) console.say(text.checked[levelOf(args)]);
  if (compared) sayBaseline(session, compared);
  if (hidden > 0) console.say(text.next.level(hidden));
  sayLeftOut(session, summary.scanned);
  sayUnsearched(session, summary.scanned);
  sayRuntime(session, { ...summary, installed: installedFor(summary, report) });
  if (!summary.asking) sayNext(session, { ...summary, report });
}

/** The added files without those that only omitted files need. Files of earlier runs may need the others. */
function installedFor({ installed, changes, report: all }: Summary, shown: Report): InstallationWrite[] {
  const isNeededBy = ({ files }: Report, write: InstallationWrite) => {
    const changed = new Set(files.filter((file) => file.changed).map(({ path }) => path));
    return changes.some(({ path, change }) => changed.has(path) && change && isFor(write, change));
  };
  return installed.filter((write) => isNeededBy(shown, write) || !isNeededBy(all, write));
}

/** How many calls read only the fields that they use, for APIs whose fields come from several functions. */
function sayFields({ console, text }: Session, { files }: Report): void {
  for (const { name, runtime } of migrations) {
    if (!runtime?.fieldsOf) continue;
    const ids = files.flatMap((file) =>
      withVerdict(file, 'rewritten').flatMap((one) => (one.migration === name ? [one.messageId] : [])),
    );
    const own = ids.filter((id) => /^rewritten\/(call|split|picked)$/.test(id)).length;
    const all = own + ids.filter((id) => id === 'rewritten/whole').length;
    if (all > 0) console.say(text.fieldsOf(runtime.fieldsOf, own, all));
  }
}

/** The calls that a project's platforms leave out, which may be more platforms than its package.json names. */
function sayLeftOut({ console, text, shown }: Session, { leftOut }: Scan): void {
  for (const { project, platforms, count } of leftOut)
    console.say(text.leftOut(shown(project.root), count, platforms));
}

/** The files that mention deprecated APIs and were not searched, with the option that includes them. */
function sayUnsearched({ console, text: { unsearched }, shown }: Session, scanned: Scan): void {
  const { packages, ignored, cml } = scanned.unsearched;
  const parts = [
    ...packages.map(({ folder, files }) => unsearched.packages(shown(folder), files)),
    ...(ignored > 0 ? [unsearched.ignored(ignored)] : []),
    ...(cml > 0 ? [unsearched.cml(cml)] : []),
  ];
  if (parts.length > 0) console.say(unsearched.all(parts));
}

function sayRuntime(
  { console, words: { runtime }, shown }: Session,
  { installed, kept, done, commits = 0 }: Summary,
): void {
  const created = new Map<string, string[]>();
  for (const write of installed) {
    const path = shown(write.path);
    if (write.kind === 'dependency')
      console.say(done ? runtime.dependency(path) : runtime.wouldDependency(path));
    else if (write.before !== null) console.say(done ? runtime.upgraded(path) : runtime.wouldUpgrade(path));
    else {
      const at = path.lastIndexOf('/') + 1;
      const folder = path.slice(0, at);
      created.set(folder, [...(created.get(folder) ?? []), path.slice(at)]);
    }
  }
  for (const [folder, files] of created)
    console.say(done ? runtime.created(folder, files, commits > 0) : runtime.wouldCreate(folder, files));
  for (const { path, version } of kept) console.warn(runtime.kept(shown(path), version));
}

function sayNext(session: Session, summary: Summary): void {
  const { args, console, text } = session;
  const manual = summary.report.files.flatMap((file) => withVerdict(file, 'manual'));
  if (manual.length > 0) console.say(text.next.manual(todoCommand(args)));
  if (summary.report.totals.rewritten > 0) console.say(nextCommand(session, summary));
  const [first] = manual;
  if (first) console.say(text.next.explain(first.code));
}

/** What to do about the rewritten calls. */
function nextCommand(
  { args, io, text, words }: Session,
  { report, installed, done, commits = 0 }: Summary,
): string {
  if (args.dryRun) return text.next.dryRun(inEarnest(io.argv));
  if (args.check) return text.next.check(inEarnest(io.argv));
  if (!done) return text.next.scan(inEarnest(io.argv, '--dry-run'));
  const dependency = installed.find((write) => write.kind === 'dependency');
  const command = dependency && installCommand(dependency.project.root);
  const review = commits > 0 ? `git log -p -${commits}` : 'git diff';
  const trials = trialsOf(report, words.language);
  return command ? text.next.install(command, review) : text.next.migrated(trials, review);
}

/** The features to test on a device, by the runtimes that rewritten calls now use. */
function trialsOf({ files }: Report, language: Language): string[] {
  const names = new Set(
    files.flatMap((file) => withVerdict(file, 'rewritten').map(({ migration }) => migration)),
  );
  return migrations.flatMap(({ name, runtime }) =>
    runtime?.trial && names.has(name) ? [runtime.trial[language]] : [],
  );
}
