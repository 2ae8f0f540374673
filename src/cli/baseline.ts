import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { writeAtomically } from '../project/atomic-write';
import { searchedBy } from '../project/given-paths';
import { makeFolder } from '../project/make-folder';
import { errorMessage } from '../project/paths';
import { printable } from '../project/printable';
import type { RunOptions } from '../project/types';
import {
  type Baseline,
  BaselineError,
  baselineText,
  readBaseline,
  type Unneeded,
  unneeded,
  updated,
  withoutAccepted,
} from '../report/baseline';
import { describeProblem } from '../report/problem';
import type { Report } from '../report/result';
import { levelOf } from './args';
import { baselineUpdate } from './command-line';
import type { Session } from './session';

/** The baseline of a check, read before the run. */
export interface OpenBaseline {
  baseline: Baseline;
  /** Whether the run searches a file, by its real path, or would if it existed. */
  isSearched: (path: string) => boolean;
}

/** What a check finds beside its baseline. */
export interface Compared {
  /** Without the findings that the baseline accepts. */
  report: Report;
  /** How many findings the baseline accepts. */
  accepted: number;
  /** What the baseline accepts although it no longer exists. Empty for a run over changed files. */
  unneeded: readonly Unneeded[];
  /** The problem of a baseline that could not be written. */
  failure: string | null;
}

/** Reads the baseline that the arguments name. An update may create it. */
export function openBaseline(
  { args, io, text, shown }: Session,
  options: RunOptions,
): OpenBaseline | { refusal: string } {
  const file = resolve(io.cwd, args.baseline!);
  const isSearched = searchedBy(options);
  try {
    return { baseline: readBaseline(file), isSearched };
  } catch (error) {
    if (!(error instanceof BaselineError)) throw error;
    if (error.detail !== '') return { refusal: text.baseline.invalid(shown(file), printable(error.detail)) };
    if (!args.updateBaseline) return { refusal: text.baseline.missing(shown(file), baselineUpdate(io.argv)) };
    return { baseline: { file, entries: {} }, isSearched };
  }
}

/** Compares a report with the baseline, which `--update-baseline` writes first. */
export function compare(session: Session, report: Report, { baseline, isSearched }: OpenBaseline): Compared {
  const { args } = session;
  if (!args.updateBaseline)
    return {
      ...withoutAccepted(report, baseline),
      unneeded: args.since === undefined ? unneeded(report, baseline, isSearched) : [],
      failure: null,
    };
  const next = updated(report, baseline, levelOf(args), isSearched);
  return { ...withoutAccepted(report, next), unneeded: [], failure: write(session, next) };
}

/** The error message if the baseline cannot be written. */
function write({ words, shown }: Session, baseline: Baseline): string | null {
  const folder = dirname(baseline.file);
  try {
    makeFolder(folder);
    const problem = writeAtomically(baseline.file, baselineText(baseline), [realpathSync(folder)]);
    return problem && describeProblem(problem, shown(baseline.file), words).what;
  } catch (error) {
    return errorMessage(error);
  }
}

/** Says what the baseline accepts, and what it no longer has to. */
export function sayBaseline(session: Session, compared: Compared): void {
  const { args, io, console, text, shown } = session;
  const file = shown(resolve(io.cwd, args.baseline!));
  if (compared.failure !== null) console.warn(text.baseline.failed(file, compared.failure));
  else if (args.updateBaseline) console.say(text.baseline.written(file, compared.accepted));
  else if (compared.accepted > 0) console.say(text.baseline.accepted(file, compared.accepted));
  if (compared.unneeded.length === 0) return;
  const entries = compared.unneeded.map(
    ({ path, key, count }) => `${shown(path)}: ${printable(key)} (${count})`,
  );
  console.say(text.baseline.unneeded(file, entries, baselineUpdate(io.argv)));
}
