import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { similar } from '../messages/similar';
import { selectMigrations } from '../migrations';
import type { ProjectFinder } from '../project/detect';
import { repositoryOf } from '../project/git';
import { displayPath, isInside } from '../project/paths';
import { printable } from '../project/printable';
import type { Project, RunOptions } from '../project/types';
import { todoSentences } from '../report/todo';
import { COMMANDS } from './args';
import { inEarnest } from './command-line';
import { defaultRoots } from './roots';
import type { Session } from './session';

/**
 * Turns the arguments into options for `project/`, or returns the usage error.
 * @throws {UnknownMigrationError}
 */
export function runOptions(
  { args, io, text, words, writes, asks }: Session,
  finder: ProjectFinder,
): RunOptions | { refusal: string } {
  selectMigrations(args.only);
  const [first] = args.paths;
  const command = first !== undefined && commandMeantBy(first, io.cwd);
  if (command) return { refusal: text.unknownCommand(printable(first), command) };
  const paths = args.paths.length > 0 ? args.paths : defaultRoots(io.cwd, finder);
  if (paths.length === 0) return { refusal: text.noProject(printable(io.cwd)) };
  const outside = writes && args.paths.length === 0 && outsideRoot(paths, io.cwd, finder);
  if (outside) {
    const path = displayPath(io.cwd, outside);
    return { refusal: text.sourceRootOutside(printable(path), inEarnest([...io.argv, path])) };
  }
  return {
    cwd: io.cwd,
    paths,
    migrations: args.only,
    target: args.target,
    runtime: args.runtime,
    runtimeDir: args.runtimeDir,
    include: args.include,
    ignore: args.ignore,
    gitignore: args.gitignore,
    // A scan shows what can be rewritten, while a mark is a note in a file that stays. A dry run shows
    // everything that would be written.
    todo: args.todo && (writes || args.dryRun) && todoSentences(words, args.level ?? 'required'),
    showsTexts: writes || args.dryRun || args.json || args.report.length > 0,
    inParts: args.commit === 'migration' || asks,
    explains: args.command === 'todo' || args.json || args.report.some((path) => /\.(md|json)$/.test(path)),
    types: args.types,
  };
}

/** The command or option that the user probably meant by a path where nothing exists. */
function commandMeantBy(path: string, cwd: string): string | undefined {
  if (existsSync(resolve(cwd, path))) return undefined;
  if (path === 'help' || path === 'version') return `--${path}`;
  return similar(path, COMMANDS);
}

/** The runtime folder is relative to each project, so it is checked once the projects are known. */
export function refuseRuntimeDir({ args, text }: Session, projects: readonly Project[]): string | null {
  const dir = args.runtimeDir;
  if (dir === undefined) return null;
  const project = projects.find(({ root }) => !isInside(root, resolve(root, dir)));
  return project ? text.runtimeDirOutside(dir, printable(project.root)) : null;
}

/**
 * The first default path outside the repository, or outside the project if there is no repository. Only the
 * user may send a run there, not a configuration.
 */
function outsideRoot(paths: readonly string[], cwd: string, finder: ProjectFinder): string | undefined {
  const nearest = finder.of(cwd);
  const project = nearest?.main ?? nearest;
  const around = realpathSync(repositoryOf(cwd) ?? project?.root ?? cwd);
  return paths.find((path) => !isInside(around, realpathSync(path)));
}
