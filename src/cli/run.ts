import { resolve } from 'node:path';
import { selectMigrations } from '../migrations';
import { type Applied, apply, removeTemporaries, writableRoots } from '../project/apply';
import { ProjectFinder } from '../project/detect';
import { gitState } from '../project/git';
import { displayPath, isInside } from '../project/paths';
import { scan } from '../project/scan';
import { planSupport, type Support } from '../project/support';
import type { FileOutcome, RunOptions, Scan } from '../project/types';
import { unifiedDiff } from '../report/diff';
import { type Report, toFileReport, totalsOf } from '../report/result';
import { type ReportText, reportText } from '../report/text';
import type { Arguments } from './args';
import { Console } from './console';
import { diffBase, diffEntries } from './diff-view';
import type { Io } from './io';
import { EXIT } from './main';
import { bar, Interrupted, Progress } from './progress';
import { defaultRoots } from './roots';
import { printSummary, warnAboutScan } from './summary';
import { type CliText, chooseLanguage, cliText } from './text';

/** One run of `migrate` or `scan`: look, plan, show or ask, write, report. */
export async function run(args: Arguments, io: Io, version: string): Promise<number> {
  const language = chooseLanguage(args.lang, io.env);
  const session = new Session(args, io, version, cliText(language), reportText(language));
  return session.run();
}

class Session {
  readonly #console: Console;
  readonly #progress: Progress;
  readonly #finder = new ProjectFinder();
  readonly #writes: boolean;
  #applied: Applied | null = null;

  constructor(
    readonly args: Arguments,
    readonly io: Io,
    readonly version: string,
    readonly text: CliText,
    readonly words: ReportText,
  ) {
    this.#console = new Console(args, io);
    this.#progress = new Progress(io, !args.quiet && !args.json);
    this.#writes = args.command === 'migrate' && !args.dryRun && !args.check;
  }

  async run(): Promise<number> {
    const options = this.#options();
    if (typeof options === 'string') {
      this.#console.warn(options);
      return EXIT.refused;
    }
    try {
      return await this.#runWith(options);
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      this.#progress.end();
      const all = this.#planned;
      this.#console.warn(this.text.interrupted(this.#written, all));
      return EXIT.interrupted;
    }
  }

  #copies: Scan['runtimeCopies'] = [];
  #planned = 0;
  #written = 0;

  async #runWith(options: RunOptions): Promise<number> {
    const scanned = await scan(options, this.#finder, {
      tick: (count) => this.#progress.tick(() => this.text.searching(count)),
    });
    this.#progress.end();
    const outside = this.#runtimeDirOutside(scanned);
    if (outside !== null) {
      this.#console.warn(outside);
      return EXIT.refused;
    }
    warnAboutScan(scanned, this.#console, this.text, this.words, (path) => this.#shown(path));

    this.#copies = scanned.runtimeCopies;
    const support = this.#plan(scanned.files, options);
    let chosen: readonly FileOutcome[] = scanned.files.filter((file) => file.change && !file.problem);
    let writes = support;

    if (this.#writes && chosen.length + support.writes.length > 0) {
      if (!this.#mayWrite(chosen, support)) return EXIT.refused;
      if (this.io.interactive && !this.args.yes && !this.args.json) {
        const answer = await this.#ask(chosen, scanned, options);
        if (answer === null || (answer.length === 0 && chosen.length > 0)) {
          this.#console.say(answer === null ? this.text.prompt.cancelled : this.text.prompt.noneChosen);
          return EXIT.done;
        }
        if (answer.length < chosen.length) {
          chosen = answer;
          writes = this.#plan([...answer], options);
        }
      }
    }
    if (this.#writes) await this.#write(chosen, writes, scanned);
    return this.#finish(scanned, chosen, writes);
  }

  #options(): RunOptions | string {
    const { args, io } = this;
    try {
      selectMigrations(args.only);
    } catch (error) {
      if (error instanceof RangeError) return this.text.unknownMigration(error.message);
      throw error;
    }
    const paths = args.paths.length > 0 ? args.paths : defaultRoots(io.cwd, this.#finder);
    if (paths.length === 0) return this.text.noProject(io.cwd);
    return {
      cwd: io.cwd,
      paths,
      ...(args.only && { migrations: args.only }),
      runtime: args.runtime,
      ...(args.runtimeDir !== undefined && { runtimeDir: args.runtimeDir }),
      include: args.include,
      ignore: args.ignore,
      gitignore: args.gitignore,
    };
  }

  #runtimeDirOutside(scanned: Scan): string | null {
    const dir = this.args.runtimeDir;
    if (dir === undefined) return null;
    const project = scanned.projects.find(({ root }) => !isInside(root, resolve(root, dir)));
    return project ? this.text.runtimeDirOutside(dir, project.root) : null;
  }

  /** Works out what goes beside the sources; files that cannot have it get a problem instead of a change. */
  #plan(files: readonly FileOutcome[], options: RunOptions): Support {
    const support = planSupport(files, {
      packageRoot: this.io.packageRoot,
      version: this.version,
      run: options,
      copies: this.#copies,
    });
    for (const [file, { path, ...problem }] of support.blocked) {
      file.problem = problem.detail === undefined ? { ...problem, detail: this.#shown(path) } : problem;
    }
    return support;
  }

  /** Before anything is asked: a question whose answer would be refused is no question. */
  #mayWrite(files: readonly FileOutcome[], support: Support): boolean {
    const existing = support.writes.filter((write) => write.before !== null);
    const git = gitState([...existing, ...files].map(({ path }) => path));
    if (git.dirty.length > 0 && !this.args.allowDirty) {
      this.#console.warn(this.text.dirty(git.dirty.map((path) => this.#shown(path))));
      return false;
    }
    if (git.unknown === 'no-repository') this.#console.warn(this.text.noRepository);
    if (git.unknown === 'no-git') this.#console.warn(this.text.noGit);
    if (git.unknown === 'failed') this.#console.warn(this.text.gitFailed(git.detail));
    return true;
  }

  async #ask(
    files: readonly FileOutcome[],
    scanned: Scan,
    options: RunOptions,
  ): Promise<readonly FileOutcome[] | null> {
    const { choose } = await import('./prompt');
    const support = this.#plan(files, options);
    printSummary({ ...this.#summaryParts(this.#report(scanned, files), support), done: false, asking: true });
    return choose({
      io: this.io,
      text: this.text,
      files,
      shown: (path) => this.#shown(path),
      diff: (some) => this.#diff(some, this.#plan(some, options)),
    });
  }

  #diff(files: readonly FileOutcome[], support: Support): Promise<string> {
    const paths = [...files, ...support.writes].map(({ path }) => path);
    const base = diffBase(paths, this.io.cwd);
    return unifiedDiff(diffEntries(files, support.writes, base), this.#console.dataColors);
  }

  async #write(files: readonly FileOutcome[], support: Support, scanned: Scan): Promise<void> {
    if (scanned.strayTemporaries.length > 0) {
      removeTemporaries(scanned.strayTemporaries);
      this.#console.say(this.text.tidied(scanned.strayTemporaries.length));
    }
    this.#planned = files.length;
    this.#applied = await apply(files, support.writes, writableRoots(scanned.roots, scanned.projects), {
      tick: (written) => {
        this.#written = written;
        return this.#progress.tick(
          () => `${bar(written, files.length)} ${this.text.writing(written, files.length)}`,
        );
      },
    });
    this.#progress.end();
  }

  async #finish(scanned: Scan, chosen: readonly FileOutcome[], support: Support): Promise<number> {
    for (const { path, file, problem } of this.#applied?.failed ?? []) {
      if (file) file.problem = problem;
      else scanned.files.push({ path, findings: [], problem });
    }
    const report = this.#report(scanned, chosen);

    if (this.args.json) this.#console.data((await import('../report/json')).toJson(report));
    else if (this.args.dryRun) await this.#showDiff(chosen, support);
    printSummary({ ...this.#summaryParts(report, support), done: this.#writes, asking: false });
    const reportsOk = await this.#writeReports(report);

    const { errors, rewritten, manual } = report.totals;
    if (scanned.files.some((file) => file.problem?.kind === 'missing')) return EXIT.refused;
    if (errors > 0 || !reportsOk) return EXIT.left;
    return this.args.check && rewritten + manual > 0 ? EXIT.left : EXIT.done;
  }

  async #showDiff(files: readonly FileOutcome[], support: Support): Promise<void> {
    this.#console.data(await this.#diff(files, support));
    const base = diffBase(
      [...files, ...support.writes].map(({ path }) => path),
      this.io.cwd,
    );
    if (base !== this.io.cwd) this.#console.say(this.text.diffBase(base, `git -C ${base} apply`));
  }

  #report(scanned: Scan, chosen: readonly FileOutcome[]): Report {
    const wanted = new Set(chosen);
    const files = scanned.files.map((file) => {
      const report = toFileReport(file, this.#shown(file.path));
      return wanted.has(file) ? report : { ...report, changed: false };
    });
    files.sort((a, b) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0));
    return { version: this.version, files, totals: totalsOf(files, scanned.scanned), cwd: this.io.cwd };
  }

  #summaryParts(report: Report, support: Support) {
    return {
      report,
      support,
      applied: this.#applied,
      args: this.args,
      argv: this.io.argv,
      console: this.#console,
      text: this.text,
      words: this.words,
      shown: (path: string) => this.#shown(path),
    };
  }

  async #writeReports(report: Report): Promise<boolean> {
    let ok = true;
    for (const file of this.args.report) {
      const { writeReport } = await import('../report/file');
      const failure = await writeReport(resolve(this.io.cwd, file), report, this.words);
      if (failure === null) this.#console.say(this.text.reportWritten(file));
      else this.#console.warn(this.text.reportFailed(file, failure));
      ok &&= failure === null;
    }
    return ok;
  }

  #shown(path: string): string {
    return displayPath(this.io.cwd, path);
  }
}
