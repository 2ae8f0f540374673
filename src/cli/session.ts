import { displayPath } from '../project/paths';
import { printable } from '../project/printable';
import { type ReportText, reportText } from '../report/text';
import { chooseLanguage } from '../report/text/language';
import type { Arguments } from './args';
import { Console } from './console';
import type { Io } from './io';
import { Progress } from './progress';
import { type CliText, cliText } from './text';

/** The data shared by all steps of a run. */
export interface Session {
  args: Arguments;
  io: Io;
  version: string;
  text: CliText;
  words: ReportText;
  console: Console;
  progress: Progress;
  /** False for `scan`, `--dry-run` and `--check`, which otherwise run the same steps. */
  writes: boolean;
  /** Whether a run that writes asks first. */
  asks: boolean;
  /** A path as shown in messages, safe for a terminal. */
  shown(path: string): string;
}

export function createSession(args: Arguments, io: Io, version: string): Session {
  const writes = args.command === 'migrate' && !args.dryRun && !args.check;
  const language = chooseLanguage(args.lang, io.env);
  return {
    args,
    io,
    version,
    text: cliText(language),
    words: reportText(language),
    console: new Console(args, io),
    progress: new Progress(io, !args.quiet && !args.json),
    writes,
    asks: writes && !args.yes && !args.json && io.interactive,
    shown: (path) => printable(displayPath(io.cwd, path)),
  };
}
