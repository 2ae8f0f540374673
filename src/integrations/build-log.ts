import { readFileSync } from 'node:fs';
import { displayPath } from '../project/paths';
import type { Finding } from '../project/rewrite';
import { type Baseline, newFindings } from '../report/baseline';
import { writeReport } from '../report/file';
import { type FileReport, totalsOf } from '../report/result';
import { manualFindings } from './manual-findings';
import {
  detailMessages,
  manualMessage,
  packagesMessages,
  reportFailedMessage,
  summaryMessage,
} from './messages';
import { type ProjectBuildOptions, rewriteModule } from './module';
import { packageOf } from './reach';
import { findingText } from './text/index';

/** What to report about a build, and where. */
interface TellingOptions {
  /** Absolute folder to which printed paths are relative. */
  root: string;
  /** What to do about manual findings. */
  onManual: 'warn' | 'error' | 'off';
  /** The manual findings that are not reported. */
  baseline?: Baseline;
  /** Absolute path of the report file. Its extension selects the format. */
  report?: string;
  /** Reports every finding, including rewritten and ignored ones. */
  verbose: boolean;
  /** Version of this package, for the report. */
  version: string;
  /** Where lines are printed. */
  print: (line: string) => void;
}

/** The results for modules that mention a deprecated API, by the absolute path of their file. */
export type ModuleRecords = ReadonlyMap<string, ModuleResult>;

interface ModuleResult {
  findings: readonly Finding[];
  changed: boolean;
  /** As in `ModuleOutcome`. */
  isSkipped?: boolean;
}

/** Whether the log of a build needs the result for a module. */
export function isReported({ findings, isSkipped }: ModuleResult): boolean {
  return findings.length > 0 || isSkipped === true;
}

/** A message that the bundler shows as its own, with its position. */
interface Diagnostic {
  file: string;
  finding: Finding;
  message: string;
}

/** What the builds of this process have reported already, so that watch mode does not repeat it. */
export class BuildLog {
  #told = new Set<string>();
  /** The summary of the last build. */
  #known = '';
  #lines: string[] = [];

  constructor(
    private readonly options: TellingOptions,
    private readonly build: Omit<ProjectBuildOptions, 'onRuntimes'>,
  ) {}

  /**
   * The messages for the bundler. Warnings are shown once while they apply; errors in every build, because a
   * build without errors counts as passed.
   */
  diagnostics(records: ModuleRecords): Diagnostic[] {
    const { onManual } = this.options;
    const left = [...records].flatMap(([file, { findings }]) =>
      this.left(file, findings).map((finding) => ({ file, finding })),
    );
    const key = ({ file, finding }: { file: string; finding: Finding }) =>
      `${file}:${finding.line}:${finding.column}:${finding.code}`;
    const isNew = (one: { file: string; finding: Finding }) => !this.#told.has(key(one));
    const wanted = onManual === 'off' ? [] : onManual === 'error' ? left : left.filter(isNew);
    this.#told = new Set(left.map(key));
    return wanted.map(({ file, finding }) => ({
      file,
      finding,
      message: manualMessage(finding, this.#shown(file), textOf(file)),
    }));
  }

  /** The findings of a file to report. */
  left(file: string, findings: readonly Finding[]): Finding[] {
    if (this.#isUnlisted(file)) return [];
    const { baseline } = this.options;
    // All of them, because the baseline also counts calls that only the command would rewrite.
    const own = baseline ? newFindings(baseline, file, findings) : findings;
    return manualFindings(own, this.build.level);
  }

  /** Ends a build: writes the report, and prepares the summary line if it has changed. */
  async finish(records: ModuleRecords): Promise<void> {
    const { onManual, report, verbose } = this.options;
    const all = [...records]
      .map(([path, { findings, changed, isSkipped = false }]) => ({
        path,
        shown: this.#shown(path),
        changed,
        findings,
        isSkipped,
      }))
      .sort((a, b) => (a.shown < b.shown ? -1 : 1));
    const unlisted = all.filter(({ path }) => this.#isUnlisted(path));
    const files = all
      .map((file) => (unlisted.includes(file) ? withoutManual(file) : file))
      .filter(({ findings }) => findings.length > 0);
    const manual = files.flatMap(({ findings }) => manualFindings(findings, this.build.level)).length;
    const left = files.flatMap(({ path, findings }) => this.left(path, findings)).length;
    const summary = summaryMessage(
      { ...totalsOf(files, files.length), manual: left },
      {
        onManual,
        accepted: manual - left,
        ...(report !== undefined && { report: this.#shown(report) }),
      },
    );
    const lines = [
      ...(verbose ? detailMessages(all) : []),
      summary,
      ...packagesMessages(
        this.#staysIn(unlisted),
        unlisted.flatMap(({ shown, isSkipped }) => (isSkipped ? [shown] : [])),
      ),
    ];
    const news = lines.join('\n');
    if (news !== this.#known) this.#lines = lines;
    this.#known = news;
    if (report !== undefined) await this.#report(report, files);
  }

  /**
   * Prints the line that `finish` prepared. A separate step after the progress bars, which would print it
   * repeatedly.
   */
  print(): void {
    for (const line of this.#lines) this.options.print(line);
    this.#lines = [];
  }

  async #report(path: string, files: readonly FileReport[]): Promise<void> {
    const full = files.map((file) => ({ ...file, ...this.#change(file) }));
    const failure = await writeReport(
      path,
      {
        version: this.options.version,
        files: full,
        totals: totalsOf(full, files.length),
        done: true,
        cwd: this.options.root,
      },
      findingText(),
    );
    if (failure !== null) this.#lines.push(reportFailedMessage(path, failure));
  }

  /** The names of the calls that stay in unlisted packages, by package. */
  #staysIn(unlisted: readonly FileReport[]): Map<string, Set<string>> {
    const stays = new Map<string, Set<string>>();
    for (const { path, findings } of unlisted) {
      const name = packageOf(path) ?? path;
      const apis = manualFindings(findings, this.build.level).map(({ api }) => api);
      if (apis.length > 0) stays.set(name, new Set([...(stays.get(name) ?? []), ...apis]));
    }
    return stays;
  }

  #isUnlisted(file: string): boolean {
    return this.build.isUnlisted?.(file) ?? false;
  }

  /**
   * The texts before and after, computed again, because a bundler with a cache may not have rewritten the
   * module in this build.
   */
  #change(file: FileReport): Pick<FileReport, 'change'> {
    const before = textOf(file.path);
    const result = file.changed ? rewriteModule(before, file.path, this.build) : undefined;
    return result?.changed ? { change: { before, after: result.code, edits: result.edits } } : {};
  }

  #shown(file: string): string {
    return displayPath(this.options.root, file);
  }
}

function withoutManual<File extends FileReport>(file: File): File {
  return { ...file, findings: file.findings.filter(({ verdict }) => verdict !== 'manual') };
}

/** The text of a file; undefined for a virtual or deleted module. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return '';
  }
}
