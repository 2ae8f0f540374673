import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UnknownMigrationError } from '../migrations';
import { chooseLanguage } from '../report/text/language';
import { type Arguments, languageIn, parseArguments, UsageError } from './args';
import { EXIT } from './exit';
import type { Io } from './io';
import { cliText } from './text';

/** Runs the whole CLI. Never throws. Modules are loaded on demand. */
export async function main(io: Io): Promise<number> {
  let args: Arguments;
  try {
    args = parseArguments(io.argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const text = cliText(chooseLanguage(languageIn(io.argv), io.env));
    io.stderr.write(`${text.usageError(error)}${text.seeHelp}\n`);
    return EXIT.refused;
  }
  const text = cliText(chooseLanguage(args.lang, io.env));
  const version = readVersion(io.packageRoot);
  if (args.help) {
    io.stdout.write(text.help(version));
    return EXIT.done;
  }
  if (args.version) {
    io.stdout.write(`${version}\n`);
    return EXIT.done;
  }
  try {
    if (args.command === 'list') return (await import('./list')).list(args, io, version);
    if (args.command === 'explain') return (await import('./explain')).explain(args, io, version);
    return await (await import('./run')).run(args, io, version);
  } catch (error) {
    if (io.signal.aborted) return EXIT.interrupted;
    if (isUnknownMigration(error)) {
      io.stderr.write(`${text.unknownMigration(error)}\n`);
      return EXIT.refused;
    }
    io.stderr.write(
      `${text.crash(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
    );
    return EXIT.left;
  }
}

/** By name, so that `--help` loads no migrations. */
function isUnknownMigration(error: unknown): error is UnknownMigrationError {
  return error instanceof Error && error.name === 'UnknownMigrationError';
}

function readVersion(packageRoot: string): string {
  return (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version;
}
