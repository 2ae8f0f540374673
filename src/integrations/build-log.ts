import { readFileSync } from 'node:fs';
import { displayPath } from '../project/paths';
import type { Finding } from '../project/rewrite';
import { writeReport } from '../report/file';
import { type FileReport, totalsOf } from '../report/result';
import { detailMessages, manualMessage, reportFailedMessage, summaryMessage } from './messages';
import { type ProjectBuildOptions, rewriteModule } from './module';
import { findingText } from './text/index';
import { told } from './told';

/** What is told about a build, and how. */
export interface TellingOptions {
  /** Absolute folder that shown paths are relative to. */
  root: string;
  /** What to do about a call that has to be changed by hand. */
  onManual: 'warn' | 'error' | 'off';
  /** Absolute path of the file that the findings go to; its ending says the format. */
  report?: string;
  /** Tell every finding, also of what was rewritten or rightly left. */
  verbose: boolean;
  /** Version of this package, for the report. */
  version: string;
  /** Where lines go. */
  print: (line: string) => void;
}

/** What is known of a module that mentions a deprecated API, by the absolute path of its file. */
export type ModuleRecords = ReadonlyMap<string, { findings: readonly Finding[]; changed: boolean }>;

/** A message for the bundler to show as its own, with the place that it is about. */
export interface Diagnostic {
  file: string;
  finding: Finding;
  message: string;
}

/** What the builds of one process have told already: in watch mode nothing is said twice. */
export class BuildLog {
  #told = new Set<string>();
  /** What the last build came to. */
  #known = '';
  #lines: string[] = [];

  constructor(
    private readonly options: TellingOptions,
    private readonly build: Omit<ProjectBuildOptions, 'onRuntimes'>,
  ) {}

  /**
   * What the bundler has to report. As warnings, each once as long as it holds; as errors, every time,
   * because a build without them counts as passed.
   */
  diagnostics(records: ModuleRecords): Diagnostic[] {
    const { onManual } = this.options;
    const left = [...records].flatMap(([file, { findings }]) =>
      told(findings, this.build.level).map((finding) => ({ file, finding })),
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

  /** Ends one build: writes the report, and has a line ready if there is news. */
  async finish(records: ModuleRecords): Promise<void> {
    const { onManual, report, verbose } = this.options;
    const files = [...records]
      .map(([path, { findings, changed }]) => ({ path, shown: this.#shown(path), changed, findings }))
      .sort((a, b) => (a.shown < b.shown ? -1 : 1));
    const manual = files.flatMap(({ findings }) => told(findings, this.build.level)).length;
    const summary = summaryMessage(
      { ...totalsOf(files, files.length), manual },
      {
        onManual,
        ...(report !== undefined && { report: this.#shown(report) }),
      },
    );
    const lines = [...(verbose ? detailMessages(files) : []), summary];
    const news = lines.join('\n');
    if (news !== this.#known) this.#lines = lines;
    this.#known = news;
    if (report !== undefined) await this.#report(report, files);
  }

  /** Prints what `finish` has made ready. Progress bars would write it again and again, so it comes after them. */
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
        cwd: this.options.root,
      },
      findingText(),
    );
    if (failure !== null) this.#lines.push(reportFailedMessage(path, failure));
  }

  /** Before and after, made anew: a bundler with a cache has not had the module rewritten in this build. */
  #change(file: FileReport): Pick<FileReport, 'change'> {
    const before = textOf(file.path);
    const result = file.changed ? rewriteModule(before, file.path, this.build) : undefined;
    return result?.changed ? { change: { before, after: result.code, edits: result.edits } } : {};
  }

  #shown(file: string): string {
    return displayPath(this.options.root, file);
  }
}

/** The text of a file; nothing where the module is none, or gone. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return '';
  }
}
