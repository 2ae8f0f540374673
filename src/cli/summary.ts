import type { Applied } from '../project/apply';
import { installCommand } from '../project/dependency';
import type { Support } from '../project/support';
import type { Scan } from '../project/types';
import type { Report } from '../report/result';
import {
  changedList,
  ignoredList,
  manualList,
  problemList,
  summaryLine,
  type TerminalOptions,
} from '../report/terminal';
import type { ReportText } from '../report/text';
import type { Arguments } from './args';
import { inEarnest } from './command-line';
import type { Console } from './console';
import type { CliText } from './text';

export interface SummaryParts {
  report: Report;
  support: Support;
  applied: Applied | null;
  args: Arguments;
  argv: readonly string[];
  console: Console;
  text: CliText;
  words: ReportText;
  shown(path: string): string;
  /** Written, not only worked out. */
  done: boolean;
  /** Shown above the question: what comes next is the user's answer. */
  asking: boolean;
}

/** What a scan has to say besides its findings. */
export function warnAboutScan(
  scanned: Scan,
  console: Console,
  text: CliText,
  words: ReportText,
  shown: (path: string) => string,
): void {
  for (const project of scanned.projects) {
    const root = shown(project.root);
    if (project.detected) {
      console.say(text.project(project.kind, project.taroVersion, root, shown(project.sourceRoot)));
    } else {
      console.say(text.unknownProject(root));
    }
  }
  for (const path of scanned.empty) console.warn(text.emptyFolder(shown(path), words.sourceKinds));
  if (scanned.notSource.length > 0)
    console.warn(text.notSource(scanned.notSource.map(shown), words.sourceKinds));
}

export function printSummary(parts: SummaryParts): void {
  const { report, args, console, words, done } = parts;
  const options: TerminalOptions = { text: words, colors: console.colors, done, verbose: args.verbose };
  console.say(changedList(report, options));
  console.say(manualList(report, options));
  if (args.verbose) console.say(ignoredList(report, options));
  console.warn(problemList(report, { ...options, colors: console.errorColors }));
  const { totals } = report;
  if (totals.rewritten + totals.manual + totals.errors === 0) console.say(words.nothing(totals.scanned));
  else console.say(summaryLine(report, options));
  sayRuntime(parts);
  if (!parts.asking) sayNext(parts);
}

function sayRuntime({ applied, support, console, words, shown, done }: SummaryParts): void {
  const { runtime } = words;
  for (const write of applied?.support ?? support.writes) {
    const path = shown(write.path);
    const fresh = write.before === null;
    if (write.kind === 'dependency')
      console.say(done ? runtime.dependency(path) : runtime.wouldDependency(path));
    else if (fresh) console.say(done ? runtime.created(path) : runtime.wouldCreate(path));
    else console.say(done ? runtime.upgraded(path) : runtime.wouldUpgrade(path));
  }
  for (const { path, version } of support.kept) console.warn(runtime.kept(shown(path), version));
}

function sayNext({ report, args, argv, console, text, done, applied, support }: SummaryParts): void {
  const { rewritten, manual } = report.totals;
  if (manual > 0) console.say(text.next.manual);
  if (rewritten === 0) return;
  if (done) {
    const dependency = (applied?.support ?? support.writes).find((write) => write.kind === 'dependency');
    console.say(dependency ? text.next.install(installCommand(dependency.project.root)) : text.next.migrated);
  } else if (args.dryRun) {
    console.say(text.next.dryRun(inEarnest(argv)));
  } else if (args.check) {
    console.say(text.next.check(inEarnest(argv)));
  } else {
    console.say(text.next.scan(inEarnest(argv, '--dry-run')));
  }
}
