import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { type Applied, apply } from '../project/apply';
import { repositoriesOf } from '../project/git';
import { commitFiles, committable, messageFile } from '../project/git-commit';
import { displayPath } from '../project/paths';
import { stepsByFolder, stepsByMigration } from '../project/steps';
import type { FileOutcome, InstallationWrite } from '../project/types';
import { quote } from '../report/text/en';
import { inEarnest } from './command-line';
import { runtimeMessage, stepMessage } from './commit-message';
import { EXIT } from './exit';
import type { Session } from './session';

/** What a run with `--commit` wrote and committed. */
export interface CommittedRun {
  applied: Applied;
  /** The number of commits made. */
  commits: number;
  /** The exit code if the run has stopped early, for instance because a hook failed. */
  stopped?: number;
}

/** The content of one commit: the files to add for all changes, or a step of the changes. */
interface Part {
  files: readonly FileOutcome[];
  writes: readonly InstallationWrite[];
  message: string;
}

/** Returns false, after printing the reason, if these files cannot be committed in steps. */
export function mayCommit({ console, text, shown }: Session, paths: readonly string[]): boolean {
  const obstacle = committable(paths);
  switch (obstacle?.kind) {
    case 'repositories':
      console.warn(text.commit.repositories(obstacle.tops.map(shown)));
      break;
    case 'unclean':
      console.warn(text.commit.unclean(obstacle.paths.map(shown)));
      break;
    case 'unfinished':
      console.warn(text.commit.unfinished(obstacle.operation));
      break;
    case 'failed':
      console.warn(text.commit.impossible(obstacle.detail));
  }
  return obstacle === null;
}

/**
 * Writes and commits the files to add, then each step. Stops after a commit that failed, or whose files
 * something else has changed.
 * @param roots real paths below which a run may write
 * @param tick called before each commit with the number of files written
 */
export async function writeInCommits(
  session: Session,
  files: readonly FileOutcome[],
  writes: readonly InstallationWrite[],
  roots: readonly string[],
  tick: (written: number) => Promise<void>,
): Promise<CommittedRun> {
  const { console, io, text } = session;
  const parts = partsOf(session, files, writes);
  const [top] = repositoriesOf([...writes, ...files].map(({ path }) => path)) as [string];
  const applied: Applied = { written: [], installed: [], failed: [] };
  const run: CommittedRun = { applied, commits: 0 };
  const written = new Set<string>();
  const finished = (left: readonly Part[]) => {
    const isLeft = (path: string) => left.some((part) => part.files.some((file) => file.path === path));
    applied.written = files.filter(({ path }) => written.has(path) && !isLeft(path));
    return run;
  };
  for (const [index, part] of parts.entries()) {
    // Git blocks the event loop, so Ctrl-C arrives in the next turn.
    await turn();
    if (io.signal.aborted) {
      console.warn(text.commit.interrupted(run.commits, parts.length));
      run.stopped = EXIT.interrupted;
      return finished(parts.slice(index));
    }
    await tick(written.size);
    const isFailed = ({ path }: FileOutcome) => applied.failed.some((one) => one.path === path);
    const rest = part.files.filter((file) => !isFailed(file));
    const now = await apply(rest, part.writes, roots);
    for (const { path } of now.written) written.add(path);
    applied.installed.push(...now.installed);
    for (const { path, problem } of now.failed)
      applied.failed.push({ path, file: files.find((file) => file.path === path), problem });
    const isMissing = now.failed.length > 0 && part.writes.length > 0;
    const after = isMissing ? 'failed' : commitPart(session, top, part, now, { run, parts });
    if (after === 'next') continue;
    await turn();
    run.stopped = io.signal.aborted ? EXIT.interrupted : EXIT.left;
    return finished(parts.slice(after === 'failed' ? index : index + 1));
  }
  return finished([]);
}

/** Commits what was written for a part, and says what happened. */
function commitPart(
  session: Session,
  top: string,
  part: Part,
  { installed, written }: Applied,
  { run, parts }: { run: CommittedRun; parts: readonly Part[] },
): 'next' | 'failed' | 'stop' {
  const { console, io, shown } = session;
  const { commit: text } = session.text;
  const texts = new Map([
    ...installed.map(({ path, after }) => [path, after] as const),
    ...written.map(({ path, change }) => [path, change!.after] as const),
  ]);
  if (texts.size === 0) return 'next';
  const commit = commitFiles(top, texts, part.message);
  if (commit.kind === 'failed') {
    const commands = commandsAfterFailure(session, top, part);
    console.warn(text.failed(run.commits, parts.length, commit.output, commands));
    return 'failed';
  }
  run.commits++;
  console.say(text.made(commit.id, part.message.split('\n')[0]!));
  if (commit.changed.length === 0) return 'next';
  const isLast = part === parts.at(-1);
  const command = isLast ? null : inEarnest(io.argv);
  console.warn(text.changed(commit.id, commit.changed.map(shown), commit.isClean, command));
  return isLast && commit.isClean ? 'next' : 'stop';
}

function partsOf(
  session: Session,
  files: readonly FileOutcome[],
  writes: readonly InstallationWrite[],
): Part[] {
  const { args, io } = session;
  const steps = args.commit === 'folder' ? stepsByFolder(files, io.cwd) : stepsByMigration(files);
  const added = { files: [], writes, message: runtimeMessage(session, writes) };
  return [
    ...(writes.length > 0 ? [added] : []),
    ...steps.map((step) => ({ files: step.files, writes: [], message: stepMessage(session, step) })),
  ];
}

/** The commands that commit what a failed commit has left, and go on. */
function commandsAfterFailure({ io }: Session, top: string, { writes, message }: Part): string[] {
  const file = messageFile(top);
  writeFileSync(file, message);
  const relative = (path: string) => quote(displayPath(io.cwd, path));
  const added = [...new Set(writes.map(({ path }) => relative(dirname(path))))];
  return [
    `git add ${added.length > 0 ? added.join(' ') : '-u'}`,
    `git commit -F ${relative(file)}`,
    inEarnest(io.argv),
  ];
}
