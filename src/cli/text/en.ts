import type { UsageError } from '../args';

function usageError(error: UsageError): string {
  switch (error.kind) {
    case 'unknown-option':
      return `Unknown option ${error.option}.${error.detail ? ` Did you mean ${error.detail}?` : ''}`;
    case 'missing-value':
      return `${error.option} needs a value.`;
    case 'unexpected-value':
      return `${error.option} takes no value.`;
    case 'bad-value':
      return `${error.option} takes one of: ${error.detail}`;
    case 'unexpected-path':
      return `list takes no path (${error.option}).`;
    case 'conflict':
      return `${error.option} and ${error.detail} do not go together.`;
  }
}

const help = (version: string): string => `taro-modernize ${version}
Rewrites deprecated Taro and mini-program APIs to their replacements.

Usage
  taro-modernize [migrate] [paths…]   rewrite (files, folders or globs)
  taro-modernize scan [paths…]        list what there is; never writes
  taro-modernize list                 all deprecated APIs, and what is done

Without a path, the Taro project (or mini program) in or above the working
directory is taken: its sourceRoot.

What happens
  --dry-run            print a unified diff (for git apply) and write nothing
  --check              write nothing; exit 1 while anything is left to do
  -y, --yes            do not ask
  --no-todo            do not mark what is left by hand with TODO comments
  --allow-dirty        write also to files with uncommitted changes

Which files
  --include GLOB       only these; --ignore GLOB: not these (as in .gitignore,
                       relative to the working directory; may be repeated)
  --no-gitignore       look also at what .gitignore excludes
  --only NAMES         only these migrations, separated by commas; "default"
                       stands for all except opt-in ones

Which APIs
  --platform NAMES     what the app is built for, such as weapp,h5
                       (default: what its package.json says)
  --target VERSION     only what WeChat's base library VERSION has deprecated,
                       and only replacements that it has, such as 2.20.1
  --level LEVEL        required: what its host has withdrawn or warns about
                       (default for --check); advised: also what is only
                       superseded (default otherwise)

How far it looks
  --no-types           do not ask TypeScript (ts-morph) whose method it is where
                       the file alone does not tell: those are left by hand

The runtime that rewritten code imports
  --runtime file       copy it into the project, readable (default)
  --runtime package    import it from taro-modernize, added to package.json
  --runtime-dir DIR    where to copy it, from the project's root
                       (default: taro-modernize in the sourceRoot)

Output
  --json               JSON on stdout and nothing else
  --report FILE        also write a report: .json .sarif .md or .html
  --quiet, --verbose   less, more
  --lang en|zh         language of the messages (default: your locale)
  --no-color
  --version, --help

Exit codes
  0 done, or nothing to do   1 --check found something, or a file failed
  2 wrong usage, or refused  130 interrupted

Examples
  npx taro-modernize --dry-run
  npx taro-modernize src
  npx taro-modernize scan apps/* --json
`;

const files = (count: number): string => `${count} file${count === 1 ? '' : 's'}`;

export const en = {
  usageError,
  help,
  seeHelp: ' See taro-modernize --help.',
  crash: (stack: string) => `taro-modernize failed. Please report this:\n${stack}`,
  unknownMigration: (message: string) => `${message}\nSee taro-modernize list.`,
  noProject: (cwd: string) =>
    `No Taro project and no mini program in or above ${cwd}.\nGo to one, or name what to look through: npx taro-modernize src`,
  emptyFolder: (path: string, kinds: string) =>
    `${path}: no source file in it (${kinds}). If .gitignore excludes them, add --no-gitignore.`,
  notSource: (paths: readonly string[], kinds: string) =>
    `Skipped, not source files (${kinds}): ${paths.slice(0, 5).join(', ')}${paths.length > 5 ? ` and ${paths.length - 5} more` : ''}`,
  unmatched: (option: string, glob: string) =>
    `${option} ${glob} matches no source file. Check the pattern: it is read as in .gitignore, relative to the working directory.`,
  runtimeDirOutside: (dir: string, root: string) =>
    `--runtime-dir ${dir} is outside the project ${root}. Name a folder inside it, relative to it.`,

  project: (kind: 'taro' | 'native', version: number, root: string, source: string) =>
    `${kind === 'native' ? 'Mini program' : `Taro ${version} project`} ${root}${source === '.' ? '' : ` (sources: ${source})`}`,
  unknownProject: (root: string) =>
    `${root} has neither Taro nor a mini program: what is not in a file that imports Taro is left by hand.`,
  searching: (count: number) => `Searching… ${count} files`,
  typing: (done: number, all: number) => `Asking TypeScript ${done}/${all}`,
  writing: (done: number, all: number) => `Writing ${done}/${all}`,

  untyped: (count: number) =>
    `ts-morph is not installed (an optional dependency of taro-modernize): what only types can decide is left by hand, in ${files(count)}.\nInstall it beside taro-modernize (npm install ts-morph@27), or add --no-types to do without.`,

  dirty: (paths: readonly string[]) =>
    `Refused: ${files(paths.length)} to be written ${paths.length === 1 ? 'has' : 'have'} uncommitted changes.\n${paths
      .slice(0, 10)
      .map((path) => `  ${path}`)
      .join(
        '\n',
      )}${paths.length > 10 ? `\n  and ${paths.length - 10} more` : ''}\nCommit or stash them first, or add --allow-dirty.`,
  nestedRepositories: (paths: readonly string[]) =>
    `Files to be written are in git repositories inside this one (submodules): ${paths.join(', ')}.\nCommit the changes there first, or leave these folders out with --ignore.`,
  noRepository: 'Not a git repository: there is no undo but your own copy.',
  noGit: 'git was not found: uncommitted changes cannot be looked for.',
  gitFailed: (detail: string) => `git could not say what is uncommitted (${detail}).`,
  tidied: (count: number) =>
    `Removed ${count} temporary file${count === 1 ? '' : 's'} of a run that was killed.`,

  fieldsOf: (api: string, own: number, all: number) =>
    `${api}: ${own} of ${all} rewritten calls read only the fields that they use.${own < all ? ' The others need the whole object.' : ''}`,
  diffBase: (base: string, command: string) =>
    `Paths in the diff are relative to ${base}: apply it with ${command}`,
  newRuntime: (lines: number) =>
    `(the runtime, a new file of ${lines} lines; into a pipe or a file the diff has them)`,
  next: {
    migrated: (trials: readonly string[]) =>
      `Next: look at git diff, then build and ${trials.join(' and ') || 'try the app'} on a device.`,
    install: (command: string) => `Next: ${command}, then look at git diff and build.`,
    dryRun: (command: string) => `Nothing was written. To do it: ${command}`,
    check: (command: string) => `Something is left to do. To rewrite what can be: ${command}`,
    level: (hidden: number) =>
      `${hidden} more ${hidden === 1 ? 'place uses an API that is' : 'places use APIs that are'} only superseded. To include ${hidden === 1 ? 'it' : 'them'}: --level advised`,
    places: 'For the places and the reasons: --verbose',
    scan: (command: string) => `To see the changes as a diff: ${command}`,
    manual: 'Change the places left for you by hand, or silence one with: // taro-modernize-ignore reason',
  },
  list: {
    columns: ['API', 'SINCE', 'LEVEL', 'REPLACEMENT'],
    actions: {
      rewritten: 'rewritten',
      'opt-in': 'rewritten only if you ask for it',
      reported: 'reported',
      'by-creator': '',
      listed: '',
    },
    levels: { required: 'required', advised: 'advised' },
    others: 'Members of other objects',
    whyNot: 'reported where the object is created, or not at all',
    asAbove: 'as above',
    andMore: (api: string, count: number) => `${api} + ${count}`,
    aside: (text: string) => ` (${text})`,
  },
  reportWritten: (path: string) => `Report: ${path}`,
  reportFailed: (path: string, detail: string) =>
    `${path}: the report could not be written (${detail}). Choose another place.`,
  interrupted: (written: number, all: number) =>
    written === 0
      ? 'Interrupted. Nothing was written.'
      : `Interrupted: ${written} of ${all} files written, each of them whole. Run the same command again for the rest.`,

  prompt: {
    question: 'Apply?',
    choiceList: (choices: readonly string[]) => ` (${choices.join(', ')})`,
    choices: [
      ['a', 'apply'],
      ['d', 'show the diff'],
      ['c', 'choose file by file'],
      ['q', 'cancel'],
    ] as readonly (readonly [string, string])[],
    file: (path: string, index: number, count: number) => `${index}/${count} ${path}: change it?`,
    fileChoices: [
      ['y', 'yes'],
      ['n', 'no'],
      ['a', 'this and all the rest'],
      ['q', 'cancel, write nothing'],
    ] as readonly (readonly [string, string])[],
    cancelled: 'Cancelled. Nothing was written.',
    noneChosen: 'No file chosen. Nothing was written.',
  },
};

export type CliText = typeof en;
