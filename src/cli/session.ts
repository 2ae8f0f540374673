import { displayPath } from '../project/paths';
import { printable } from '../project/printable';
import { type ReportText, reportText } from '../report/text';
import { chooseLanguage } from '../report/text/language';
import type { Arguments } from './args';
import { Console } from './console';
import type { Io } from './io';
import { Progress } from './progress';
import { type CliText, cliText } from './text';

/** What every step of one run needs. */
export interface Session {
  args: Arguments;
  io: Io;
  version: string;
  text: CliText;
  words: ReportText;
  console: Console;
  progress: Progress;
  /** False for `scan`, `--dry-run` and `--check`; everything else is the same for them. */
  writes: boolean;
  /** A path as messages show it, on a terminal too. */
  shown(path: string): string;
}

export function createSession(args: Arguments, io: Io, version: string): Session {
  const language = chooseLanguage(args.lang, io.env);
  return {
    args,
    io,
    version,
    text: cliText(language),
    words: reportText(language),
    console: new Console(args, io),
    progress: new Progress(io, !args.quiet && !args.json),
    writes: args.command === 'migrate' && !args.dryRun && !args.check,
    shown: (path) => printable(displayPath(io.cwd, path)),
  };
}
