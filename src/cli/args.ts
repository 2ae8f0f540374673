import { parseArgs } from 'node:util';
import { similar } from '../messages/similar';
import { PLATFORMS } from '../project/platforms';

export const COMMANDS = ['migrate', 'scan', 'todo', 'list', 'explain'] as const;
type Command = (typeof COMMANDS)[number];

export interface Arguments {
  command: Command;
  paths: string[];
  dryRun: boolean;
  check: boolean;
  /** A commit: only files changed since the last one shared with it. */
  since?: string;
  /** The file with the findings that a check accepts. */
  baseline?: string;
  updateBaseline: boolean;
  json: boolean;
  report: string[];
  /** The file for the text of a pull request. */
  prBody?: string;
  /** The web page of the repository, for links. */
  repoUrl?: string;
  /** How the changes are grouped into commits. */
  commit?: 'migration' | 'folder';
  only?: string[];
  /** All platforms of the app's builds, as in `process.env.TARO_ENV`. */
  platform?: string[];
  /** WeChat's base library: `2.20.1`. */
  target?: string;
  /** The lowest level to report. */
  level?: 'required' | 'advised';
  runtime: 'file' | 'package';
  runtimeDir?: string;
  include: string[];
  ignore: string[];
  gitignore: boolean;
  todo: boolean;
  types: boolean;
  allowDirty: boolean;
  yes: boolean;
  quiet: boolean;
  verbose: boolean;
  lang?: 'en' | 'zh';
  color: boolean;
  version: boolean;
  help: boolean;
}

/** A usage error. `main` prints it in the user's language. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  constructor(
    readonly kind:
      | 'unknown-option'
      | 'missing-value'
      | 'unexpected-value'
      | 'bad-value'
      | 'bad-version'
      | 'unexpected-path'
      | 'missing-code'
      | 'conflict'
      | 'requires',
    readonly option: string,
    readonly facts: UsageFacts = {},
  ) {
    super(`${kind}: ${option}`);
  }
}

/** What is known about a usage error besides the option. */
interface UsageFacts {
  /** The value of the option. */
  given?: string;
  /** The values that the option accepts. */
  choices?: readonly string[];
  /** The option or value that was probably meant. */
  meant?: string;
  /** The option that excludes this one, or that it requires. */
  other?: string;
}

const LANGUAGES = ['en', 'zh'] as const;

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  check: { type: 'boolean' },
  since: { type: 'string' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  json: { type: 'boolean' },
  report: { type: 'string', multiple: true },
  commit: { type: 'string' },
  'pr-body': { type: 'string' },
  'repo-url': { type: 'string' },
  only: { type: 'string', multiple: true },
  platform: { type: 'string', multiple: true },
  target: { type: 'string' },
  level: { type: 'string' },
  runtime: { type: 'string' },
  'runtime-dir': { type: 'string' },
  include: { type: 'string', multiple: true },
  ignore: { type: 'string', multiple: true },
  'no-gitignore': { type: 'boolean' },
  'no-todo': { type: 'boolean' },
  'no-types': { type: 'boolean' },
  'allow-dirty': { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
  quiet: { type: 'boolean' },
  verbose: { type: 'boolean' },
  lang: { type: 'string' },
  'no-color': { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @throws {UsageError} on an unknown option or an invalid value */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv);
  const [first, ...rest] = positionals;
  const command = COMMANDS.find((name) => name === first);
  const result: Arguments = {
    command: command ?? 'migrate',
    paths: command ? rest : positionals,
    dryRun: values['dry-run'] ?? false,
    check: values.check ?? false,
    since: values.since,
    baseline: values.baseline,
    updateBaseline: values['update-baseline'] ?? false,
    json: values.json ?? false,
    report: (values.report ?? []).map(reportFile),
    ...(values.commit !== undefined && {
      commit: oneOf('--commit', values.commit, ['migration', 'folder'] as const),
    }),
    prBody: values['pr-body'],
    ...(values['repo-url'] !== undefined && { repoUrl: webPage(values['repo-url']) }),
    only: values.only?.flatMap(names),
    platform: values.platform?.flatMap(names).map(platform),
    ...(values.target !== undefined && { target: baseLibrary(values.target) }),
    ...(values.level !== undefined && {
      level: oneOf('--level', values.level, ['required', 'advised'] as const),
    }),
    runtime: oneOf('--runtime', values.runtime ?? 'file', ['file', 'package'] as const),
    runtimeDir: values['runtime-dir'],
    include: values.include ?? [],
    ignore: values.ignore ?? [],
    gitignore: !values['no-gitignore'],
    todo: !values['no-todo'],
    types: !values['no-types'],
    allowDirty: values['allow-dirty'] ?? false,
    yes: values.yes ?? false,
    quiet: values.quiet ?? false,
    verbose: values.verbose ?? false,
    ...(values.lang !== undefined && { lang: oneOf('--lang', values.lang, LANGUAGES) }),
    color: !values['no-color'],
    version: values.version ?? false,
    help: values.help ?? false,
  };
  refuseConflicts(result);
  return result;
}

/**
 * The findings that a run counts: `--check` fails on those that require changes, other commands report all.
 */
export function levelOf({ level, check }: Arguments): 'required' | 'advised' {
  return level ?? (check ? 'required' : 'advised');
}

/** The language in arguments that contain a usage error, which must not hide it. */
export function languageIn(argv: readonly string[]): Arguments['lang'] {
  return LANGUAGES.find(
    (language) =>
      argv.includes(`--lang=${language}`) ||
      argv.some((word, index) => word === '--lang' && argv[index + 1] === language),
  );
}

/** The options that decide what a run finds, for commands that repeat a part of it. */
export function searchOptions({ platform, target, runtimeDir, gitignore, types }: Arguments): string[] {
  return [
    ...(platform ? ['--platform', platform.join()] : []),
    ...(target === undefined ? [] : ['--target', target]),
    ...(runtimeDir === undefined ? [] : ['--runtime-dir', runtimeDir]),
    ...(gitignore ? [] : ['--no-gitignore']),
    ...(types ? [] : ['--no-types']),
  ];
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: withDefaults(argv), options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw usageErrorOf(error, argv);
  }
}

/** Node has no options with an optional value. */
function withDefaults(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return argv.map((word, index) =>
    word === '--commit' && (end === -1 || index < end) ? '--commit=migration' : word,
  );
}

function usageErrorOf(error: unknown, argv: readonly string[]): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const quoted = /'(-[^'\s,=]*)/.exec(error.message)?.[1] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    // For `-check`, Node reports only the first unknown letter.
    const typed = quoted.startsWith('--') ? quoted : (argv.find((word) => isCluster(word, quoted)) ?? quoted);
    const guess = similar(
      typed.replace(/^-+/, '').replace(/=.*/s, '').replace(/_/g, '-'),
      Object.keys(OPTIONS),
    );
    return new UsageError('unknown-option', typed, guess === undefined ? {} : { meant: `--${guess}` });
  }
  if (error.code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return error;
  // Node writes "-y, --yes" for options with a short form.
  const long = /--[\w-]+/.exec(error.message)?.[0] ?? quoted;
  const isFlag = OPTIONS[long.slice(2) as keyof typeof OPTIONS]?.type === 'boolean';
  return new UsageError(isFlag ? 'unexpected-value' : 'missing-value', long);
}

/** Whether a word is a single dash followed by several letters, one of which is the option. */
function isCluster(word: string, option: string): boolean {
  return /^-[^-]/.test(word) && option.length === 2 && word.includes(option[1]!);
}

function names(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

const REPORTS = ['.json', '.sarif', '.md', '.html'];

function reportFile(path: string): string {
  if (!REPORTS.some((ending) => path.endsWith(ending)))
    throw new UsageError('bad-value', '--report', {
      given: path,
      choices: REPORTS.map((ending) => `*${ending}`),
    });
  return path;
}

function webPage(url: string): string {
  if (!/^https?:\/\/[^/\s]+\/\S+$/.test(url))
    throw new UsageError('bad-value', '--repo-url', { given: url, choices: ['https://HOST/OWNER/NAME'] });
  return url;
}

function platform(name: string): string {
  return oneOf('--platform', name, PLATFORMS);
}

function baseLibrary(version: string): string {
  if (!/^\d+\.\d+(\.\d+)?$/.test(version))
    throw new UsageError('bad-version', '--target', { given: version });
  return version;
}

function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((name) => name === value);
  if (found !== undefined) return found;
  throw new UsageError('bad-value', option, { given: value, choices: known, meant: similar(value, known) });
}

function refuseConflicts(args: Arguments): void {
  if (args.command === 'explain' && args.paths.length === 0 && !args.help)
    throw new UsageError('missing-code', 'explain');
  if (args.command === 'list' && args.paths[0] !== undefined)
    throw new UsageError('unexpected-path', args.paths[0]);
  if (args.commit !== undefined) {
    const other = excludesCommit(args);
    if (other !== undefined) throw new UsageError('conflict', '--commit', { other });
  }
  if (args.quiet && args.verbose) throw new UsageError('conflict', '--quiet', { other: '--verbose' });
  if (args.runtime === 'package' && args.runtimeDir !== undefined) {
    throw new UsageError('conflict', '--runtime package', { other: '--runtime-dir' });
  }
  if (args.updateBaseline && args.baseline === undefined)
    throw new UsageError('requires', '--update-baseline', { other: '--baseline FILE' });
  if (args.baseline !== undefined && !args.check)
    throw new UsageError('requires', '--baseline', { other: '--check' });
  if (args.updateBaseline && args.since !== undefined)
    throw new UsageError('conflict', '--update-baseline', { other: '--since' });
}

/** What writes nothing, or writes files with other changes, cannot commit. */
function excludesCommit({ command, dryRun, check, allowDirty }: Arguments): string | undefined {
  if (command !== 'migrate') return command;
  if (dryRun) return '--dry-run';
  if (check) return '--check';
  return allowDirty ? '--allow-dirty' : undefined;
}
