import { apply, removeTemporaries, writableRoots } from '../project/apply';
import { unwritable } from '../project/atomic-write';
import { changedSince } from '../project/changed-since';
import { ProjectFinder } from '../project/detect';
import { printable } from '../project/printable';
import { type Installation, planInstallation } from '../project/runtime-installation';
import { scan } from '../project/scan';
import type { FileOutcome, RunOptions, Scan } from '../project/types';
import type { Arguments } from './args';
import { type OpenBaseline, openBaseline } from './baseline';
import { type CommittedRun, mayCommit, writeInCommits } from './commit';
import { Console } from './console';
import { diffOf } from './diff-view';
import { EXIT } from './exit';
import { finish, reportOf } from './finish';
import type { Io } from './io';
import { refuseRuntimeDir, runOptions } from './options';
import { Interrupted } from './progress';
import { createSession, type Session } from './session';
import { printSummary, warnAboutScan } from './summary';
import { mayWrite } from './uncommitted';

/** A run of `migrate` or `scan`: search, plan, show or ask, write, report. */
export async function run(args: Arguments, io: Io, version: string): Promise<number> {
  const session = createSession(args, io, version);
  const finder = new ProjectFinder(args.platform);
  const options = runOptions(session, finder);
  if ('refusal' in options) {
    session.console.warn(options.refusal);
    return EXIT.refused;
  }
  const since = args.since === undefined ? () => true : changedSince(io.cwd, args.since);
  if (typeof since !== 'function') {
    session.console.warn(session.text.since(printable(args.since!), since));
    return EXIT.refused;
  }
  const baseline = args.baseline === undefined ? undefined : openBaseline(session, options);
  if (baseline && 'refusal' in baseline) {
    session.console.warn(baseline.refusal);
    return EXIT.refused;
  }
  const written = { done: 0, all: 0 };
  try {
    return await new Run(session, options, finder, { isWanted: since, baseline }, written).run();
  } catch (error) {
    session.progress.end();
    if (!(error instanceof Interrupted)) throw error;
    session.console.warn(session.text.interrupted(written.done, written.all));
    return EXIT.interrupted;
  }
}

/** What a run leaves out. */
interface Limits {
  /** Whether a file is one of those to report and change. */
  isWanted: (path: string) => boolean;
  baseline: OpenBaseline | undefined;
}

class Run {
  constructor(
    private readonly session: Session,
    private readonly options: RunOptions,
    private readonly finder: ProjectFinder,
    private readonly limits: Limits,
    private readonly written: { done: number; all: number },
  ) {}

  async run(): Promise<number> {
    const { session } = this;
    const scanned = await this.#scan();
    const refusal = refuseRuntimeDir(session, scanned.projects);
    if (refusal !== null) {
      session.console.warn(refusal);
      return EXIT.refused;
    }
    warnAboutScan(session, scanned);
    const changes = () => scanned.files.filter((file) => file.change && !file.problem);
    if (session.writes) for (const file of changes()) file.problem = unwritable(file.path);
    const installation = await this.#plan(changes(), scanned);
    const changed = changes();
    if (!session.writes)
      return finish(session, scanned, changed, installation, null, 0, this.limits.baseline);

    let chosen: readonly FileOutcome[] = changed;
    let result = scanned;
    if (changed.length + installation.writes.length > 0) {
      if (!mayWrite(session, changed, installation)) return EXIT.refused;
      const paths = [...installation.writes, ...changed].map(({ path }) => path);
      if (session.args.commit && !mayCommit(session, paths)) return EXIT.refused;
      const answer = await this.#ask(changed, scanned, installation);
      if (answer === null) return EXIT.done;
      chosen = answer.filter((file) => !file.problem);
      result = withParts(scanned, answer);
    }
    const isAll = changed.every((file) => chosen.includes(file));
    const needed = isAll ? installation : await this.#plan(chosen, result);
    const { applied, commits, stopped } = await this.#write(chosen, needed, result);
    const written = stopped === undefined ? chosen : applied.written;
    const code = await finish(session, result, written, needed, applied, commits);
    return stopped ?? code;
  }

  async #scan(): Promise<Scan> {
    const { progress, text } = this.session;
    const scanned = await scan(this.options, this.finder, {
      tick: (count) => progress.tick(() => text.searching(count)),
      tickTypes: (done, all) => progress.tick(() => text.typing(done, all)),
    });
    progress.end();
    const wanted = { ...scanned, files: scanned.files.filter((file) => this.#isWanted(file)) };
    return this.session.args.check ? this.#withoutGone(wanted) : wanted;
  }

  /**
   * All files are searched and only the wanted ones are kept, because what is found in a file depends on the
   * others.
   */
  #isWanted({ path, problem }: FileOutcome): boolean {
    return problem?.kind === 'missing' || this.limits.isWanted(path);
  }

  /** A check goes on with the other paths if some no longer exist. */
  #withoutGone(scanned: Scan): Scan {
    if (scanned.roots.length === 0) return scanned;
    const { console, text, shown } = this.session;
    const isGone = ({ problem }: FileOutcome) => problem?.kind === 'missing';
    const gone = scanned.files.filter(isGone).map(({ path }) => shown(path));
    if (gone.length > 0) console.warn(text.gone(gone));
    return { ...scanned, files: scanned.files.filter((file) => !isGone(file)) };
  }

  /** Plans the files to add. Files whose additions are not possible get a problem instead of a change. */
  async #plan(files: readonly FileOutcome[], scan: Scan): Promise<Installation> {
    const { io, version, shown } = this.session;
    const installation = await planInstallation(files, {
      packageRoot: io.packageRoot,
      version,
      run: this.options,
      scan,
    });
    for (const [file, { path, ...problem }] of installation.blocked) {
      file.problem = problem.detail === undefined ? { ...problem, detail: shown(path) } : problem;
    }
    return installation;
  }

  /** The changes to write: all without a prompt, `null` if the user cancels. */
  async #ask(
    files: readonly FileOutcome[],
    scanned: Scan,
    installation: Installation,
  ): Promise<readonly FileOutcome[] | null> {
    const { args, io, text, asks } = this.session;
    if (!asks) {
      if (!args.yes && !args.json) this.session.console.say(text.notAsked(io.env.CI ? 'ci' : 'no-terminal'));
      return files;
    }
    const { choose } = await import('./choose');
    // In `npx taro-modernize | tee log`, the user sees stderr.
    const console = new Console(args, io, io.stdout.isTTY ? io.stdout : io.stderr);
    const session = { ...this.session, console };
    printSummary(session, {
      report: reportOf(session, scanned, files),
      scanned,
      changes: files,
      installed: installation.writes,
      kept: installation.kept,
      done: false,
      asking: true,
    });
    const diff = async () => diffOf(session, files, installation, console.info);
    const answer = await choose(session, { files, diff });
    if (answer === null) console.say(text.prompt.cancelled);
    else if (answer.length === 0 && files.length > 0) console.say(text.prompt.noneChosen);
    else return answer;
    return null;
  }

  async #write(
    files: readonly FileOutcome[],
    { writes }: Installation,
    scanned: Scan,
  ): Promise<CommittedRun> {
    const { args, console, progress, text } = this.session;
    if (scanned.strayTemporaries.length > 0) {
      removeTemporaries(scanned.strayTemporaries);
      console.say(text.tidied(scanned.strayTemporaries.length));
    }
    this.written.all = files.length;
    const roots = writableRoots(scanned.roots, scanned.projects);
    const tick = (done: number) => {
      this.written.done = done;
      return progress.tick(() => text.writing(done, files.length), done / Math.max(1, files.length));
    };
    const run =
      args.commit && files.length + writes.length > 0
        ? await writeInCommits(this.session, files, writes, roots, tick)
        : { applied: await apply(files, writes, roots, { tick }), commits: 0 };
    progress.end();
    return run;
  }
}

/** The results of a run in which only parts of some changes are accepted. */
function withParts(scanned: Scan, accepted: readonly FileOutcome[]): Scan {
  const byPath = new Map(accepted.map((file) => [file.path, file]));
  const files = scanned.files.map((file) => (file.change && byPath.get(file.path)) ?? file);
  return { ...scanned, files };
}
