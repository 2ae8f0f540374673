import type { UnknownMigrationError } from '../../migrations';
import type { SinceFailure } from '../../project/changed-since';
import type { Unrestorable } from '../../project/git';
import type { InstalledCalls } from '../../project/installed-calls';
import type { UsageError } from '../args';

function usageError({ kind, option, facts: { given, choices = [], meant, other } }: UsageError): string {
  const question = meant === undefined ? '' : ` Did you mean ${meant}?`;
  switch (kind) {
    case 'unknown-option':
      return `Unknown option ${option}.${question}`;
    case 'missing-value':
      return `${option} requires a value.`;
    case 'unexpected-value':
      return `${option} does not take a value.`;
    case 'bad-value':
      return `Invalid value for ${option}: ${given}.${question} Use one of: ${choices.join(', ')}.`;
    case 'bad-version':
      return `Invalid value for ${option}: ${given}. Use a version of WeChat's base library, such as 2.20.1.`;
    case 'unexpected-path':
      return `list does not take a path (${option}).`;
    case 'missing-code':
      return `${option} requires a finding code, such as taro-modernize explain SYS115.`;
    case 'conflict':
      return `${option} and ${other} cannot be used together.`;
    case 'requires':
      return `${option} requires ${other}.`;
  }
}

const help = (version: string): string => `taro-modernize ${version}
Replaces deprecated Taro and mini program APIs with current ones.

Usage
  taro-modernize [migrate] [paths…]   rewrite files, folders or globs
  taro-modernize scan [paths…]        list findings without writing
  taro-modernize todo [paths…]        list what needs manual changes, in working
                                      order, with code and a command to check
  taro-modernize list                 list the known deprecated APIs
  taro-modernize explain CODE         show the page about a finding code (SYS115)

Without a path, the sourceRoot of the Taro project (or mini program) in or
above the working directory is used.

Writing
  --dry-run            print a unified diff (for git apply) without writing
  --check              write nothing; exit 1 if required replacements are left
                       (with --level advised: any replacements)
  --baseline FILE      with --check: fail only on findings that FILE does not
                       list; --update-baseline: write FILE
  -y, --yes            skip the confirmation
  --commit             make one commit per migration; --commit=folder: one per
                       top folder; the copied runtime has a commit of its own
  --no-todo            add no TODO comments for manual changes
  --allow-dirty        also write files that git could not restore: changed,
                       untracked, or marked so that git ignores changes

Files
  --include GLOB       only matching files; --ignore GLOB: skip matching files
                       (.gitignore syntax, relative to the working directory;
                       repeatable)
  --since REF          only files changed since the last commit shared with REF,
                       and untracked files
  --no-gitignore       also process files excluded by .gitignore
  --only NAMES         run only these migrations (comma-separated); "default"
                       stands for all except opt-in ones

APIs
  --platform NAMES     platforms that the app is built for, such as weapp,h5
                       (default: read from its package.json)
  --target VERSION     only APIs deprecated in WeChat base library VERSION
                       (such as 2.20.1), and replacements that it supports
  --level LEVEL        required: APIs that their host (WeChat, Alipay, …) has
                       withdrawn or warns about (default for --check);
                       advised: also APIs that still work but have a
                       replacement (default otherwise)

Types
  --no-types           do not use TypeScript (ts-morph) to identify an API when
                       the file alone is not enough; list it for a manual change

Runtime that rewritten code imports
  --runtime file       copy its source into the project (default)
  --runtime package    import it from taro-modernize, added to package.json
  --runtime-dir DIR    folder of the copy, relative to the project root
                       (default: taro-modernize in the sourceRoot)

Output
  --json               print only JSON to stdout
  --report FILE        also write a report: .json .sarif .md or .html
  --pr-body FILE       also write the text of a pull request: what changed and
                       why, what is left, what to test on a device
  --repo-url URL       the repository's web page, for links in that text
                       (default: read from the git remote)
  --quiet, --verbose   less or more output
  --lang en|zh         language of messages (default: system locale)
  --no-color           no colors
  --version, --help

Exit codes
  0 done, or nothing to do   1 --check found something, or a file/commit failed
  2 usage error, or refused  130 interrupted

Examples
  npx taro-modernize --dry-run
  npx taro-modernize src
  npx taro-modernize scan apps/* --json
`;

const files = (count: number): string => `${count} file${count === 1 ? '' : 's'}`;

/** A file that git could not give back. */
export interface Dirty {
  path: string;
  state: Unrestorable;
}

/** How many files a refusal names. */
export const SHOWN = 5;

/** What the subject of a commit says about a step. */
export interface StepSubject {
  /** The APIs that the step replaces or marks. */
  apis: readonly string[];
  /** The top folder, if the step is one. */
  folder?: string;
  /** Whether the step only marks locations that need manual changes. */
  isMarked: boolean;
  locations: number;
  inFiles: number;
}

/** How many APIs a subject names. */
export const SUBJECT_NAMES = 3;

const namesOf = (apis: readonly string[]): string =>
  `${apis.slice(0, SUBJECT_NAMES).join(', ')}${apis.length > SUBJECT_NAMES ? ` and ${apis.length - SUBJECT_NAMES} more` : ''}`;

const some = (paths: readonly string[]): string =>
  `${paths.slice(0, SHOWN).join(', ')}${paths.length > SHOWN ? ` and ${paths.length - SHOWN} more` : ''}`;

const UNRESTORABLE: Readonly<Record<Unrestorable, string>> = {
  modified: 'uncommitted changes',
  untracked: 'not tracked by git',
  'assume-unchanged': 'marked assume-unchanged (to undo: git update-index --no-assume-unchanged FILE)',
  'skip-worktree': 'marked skip-worktree (to undo: git update-index --no-skip-worktree FILE)',
};

export const en = {
  usageError,
  help,
  seeHelp: ' See taro-modernize --help.',
  crash: (stack: string) => `taro-modernize crashed. Please report this:\n${stack}`,
  unknownMigration: ({ given, meant }: UnknownMigrationError) =>
    `Unknown migration "${given}".${meant === undefined ? '' : ` Did you mean --only ${meant}?`} All names: taro-modernize list`,
  unknownCommand: (given: string, meant: string) =>
    `Unknown command or path: ${given}. Did you mean "${meant}"?`,
  noProject: (cwd: string) =>
    `No Taro project or mini program in or above ${cwd}.\nChange to a project folder, or pass a path: npx taro-modernize src`,
  emptyFolder: (path: string, kinds: string) =>
    `${path}: no source files (${kinds}). If .gitignore excludes them, add --no-gitignore.`,
  notSource: (paths: readonly string[], kinds: string) =>
    `Skipped, not source files (${kinds}): ${paths.slice(0, 5).join(', ')}${paths.length > 5 ? ` and ${paths.length - 5} more` : ''}`,
  gone: (paths: readonly string[]) =>
    `Not checked, because ${paths.length === 1 ? 'it does' : 'they do'} not exist: ${paths.join(', ')}`,
  unmatched: (option: string, glob: string) =>
    `${option} ${glob} matches no source file. Check the pattern: it uses .gitignore syntax, relative to the working directory.`,
  runtimeDirOutside: (dir: string, root: string) =>
    `--runtime-dir ${dir} is outside the project ${root}. Choose a folder inside it, relative to the project root.`,
  sourceRootOutside: (path: string, command: string) =>
    `The sourceRoot ${path} is outside the repository. To rewrite it anyway, pass its path: ${command}`,

  project: (kind: 'taro' | 'native', version: number, root: string, source: string) =>
    `${kind === 'native' ? 'Mini program' : `Taro ${version} project`} in ${root}${source === '.' ? '' : ` (sources: ${source})`}`,
  unknownProject: (root: string) =>
    `${root} has neither Taro nor a mini program: only files that import Taro are rewritten.`,
  searching: (count: number) => `Searching… ${count} files`,
  typing: (done: number, all: number) => `Checking types ${done}/${all}`,
  writing: (done: number, all: number) => `Writing ${done}/${all}`,

  untyped: (count: number) =>
    `ts-morph is not installed (an optional dependency of taro-modernize): findings that need type information require manual changes, in ${files(count)}.\nInstall it next to taro-modernize (npm install ts-morph@27), or add --no-types.`,

  dirty: (paths: readonly Dirty[]) =>
    [
      `Refused: ${files(paths.length)} to be written could not be restored with git.`,
      ...paths.slice(0, SHOWN).map(({ path, state }) => `  ${path}: ${UNRESTORABLE[state]}`),
      ...(paths.length > SHOWN ? [`  and ${paths.length - SHOWN} more`] : []),
      'Commit or stash them first, or add --allow-dirty.',
    ].join('\n'),
  unborn: (top: string) =>
    `Refused: the git repository ${top} has no commit, so the changes could not be undone. Make one (git add -A && git commit), or add --allow-dirty.`,
  gitFailed: (top: string, detail: string) =>
    detail === ''
      ? `Refused: git was not found, so it is unknown whether ${top} has uncommitted changes. Install git, or add --allow-dirty.`
      : `Refused: git failed, so it is unknown whether ${top} has uncommitted changes (${detail}). Run git status there and fix the error, or add --allow-dirty.`,
  /** @param ref the commit of `--since` */
  since: (ref: string, failure: SinceFailure): string => {
    switch (failure.kind) {
      case 'no-repository':
        return `--since ${ref}: the working directory is not in a git repository.`;
      case 'git-failed':
        return failure.detail === ''
          ? `--since ${ref}: git was not found. Install git.`
          : `--since ${ref}: git failed (${failure.detail}). Run git status and fix the error.`;
      case 'unknown':
        return failure.command === undefined
          ? `--since ${ref}: git knows no such commit. Check the name: git branch --all`
          : `--since ${ref}: this clone does not have the commit. Fetch it, then run again:\n  ${failure.command}`;
      case 'no-merge-base':
        return failure.command === undefined
          ? `--since ${ref}: there is no common commit with HEAD. Name a branch or commit that HEAD is based on.`
          : `--since ${ref}: this clone does not have the common commit with HEAD. Fetch it, then run again:\n  ${failure.command}`;
    }
  },
  explain: {
    unknown: (code: string, alike: readonly string[], url: string) =>
      `Unknown finding code ${code}. ${alike.length > 0 ? `Similar codes: ${alike.join(', ')}.` : `All codes: ${url}`}`,
  },
  baseline: {
    missing: (file: string, command: string) => `${file}: the baseline does not exist. Create it: ${command}`,
    invalid: (file: string, detail: string) =>
      `${file}: not a baseline (${detail}). Restore the file, or delete it and create it again with --update-baseline.`,
    failed: (file: string, detail: string) => `${file}: the baseline could not be written: ${detail}.`,
    written: (file: string, count: number) => `Baseline: ${file} (${count} finding${count === 1 ? '' : 's'})`,
    accepted: (file: string, count: number) =>
      `${count} finding${count === 1 ? ' is' : 's are'} in the baseline ${file} and not shown.`,
    /** @param entries `src/a.ts: startRecord REC105 (1)` */
    unneeded: (file: string, entries: readonly string[], command: string) =>
      [
        `${file} accepts findings that no longer exist:`,
        ...entries.map((entry) => `  ${entry}`),
        `To remove them: ${command}`,
      ].join('\n'),
  },
  nestedRepositories: (paths: readonly string[]) =>
    `Some files to be written are in nested git repositories (submodules): ${paths.join(', ')}.\nCommit the changes there first, or exclude these folders with --ignore.`,
  noRepository: 'Not a git repository. Make a backup first: git cannot undo the changes.',
  tidied: (count: number) =>
    `Removed ${count} temporary file${count === 1 ? '' : 's'} left by a run that was killed.`,

  leftOut: (root: string, count: number, platforms: readonly string[]) =>
    `${count} ${count === 1 ? 'call' : 'calls'} in ${root} left out: its package.json names no build for ${platforms.at(-1)}. To include ${count === 1 ? 'it' : 'them'}: --platform ${platforms.join()}`,
  unsearched: {
    all: (parts: readonly string[]) =>
      `Not searched, although they mention deprecated APIs: ${parts.join('; ')}.`,
    packages: (folder: string, count: number) => `${files(count)} in ${folder} (to include: add this path)`,
    ignored: (count: number) =>
      `${files(count)} that git tracks and .gitignore excludes (to include: --no-gitignore)`,
    cml: (count: number) => `${files(count)} with the ending .cml (not supported)`,
  },
  /** @param calls the packages with the names of their calls */
  installed: (calls: readonly InstalledCalls[]) =>
    `${calls.length} installed ${calls.length === 1 ? 'package still calls' : 'packages still call'} deprecated APIs (${calls
      .slice(0, SHOWN)
      .map(({ name, apis }) => `${name}: ${apis.join(', ')}`)
      .join(
        '; ',
      )}${calls.length > SHOWN ? `; and ${calls.length - SHOWN} more` : ''}). The Taro plugin rewrites these calls in builds: plugins: ['taro-modernize']`,
  fieldsOf: (api: string, own: number, all: number) =>
    `${api}: ${own} of ${all} rewritten calls read only the fields they use.${own < all ? ' The others need the whole object.' : ''}`,
  diffBase: (base: string, command: string) =>
    `Paths in the diff are relative to ${base}. Apply it with ${command}`,
  copiedRuntime: (lines: number, isNew: boolean) =>
    `(the runtime: ${isNew ? 'a new file' : 'upgraded'}, ${lines} lines; to see them: --verbose, or redirect the output)`,
  notAsked: (why: 'ci' | 'no-terminal') =>
    `Writing without asking, because ${why === 'ci' ? 'CI is set' : 'stdin or stderr is not a terminal'}.`,
  checked: {
    required: '--check looked at APIs that their host has withdrawn or warns about (--level required).',
    advised: '--check looked at all deprecated APIs (--level advised).',
  },
  next: {
    /** @param review the command that shows the changes */
    migrated: (trials: readonly string[], review: string) =>
      `Next: review ${review}, build, and test on a device${trials.length === 0 ? '' : `: ${trials.join(', ')}`}.`,
    install: (command: string, review: string) => `Next: run ${command}, review ${review}, then build.`,
    dryRun: (command: string) => `Nothing was written. To apply the changes: ${command}`,
    check: (command: string) =>
      `Some of these APIs still need to be replaced. To apply the automatic rewrites: ${command}`,
    level: (hidden: number) =>
      `${hidden} more ${hidden === 1 ? 'finding is about an API that still works but has' : 'findings are about APIs that still work but have'} a replacement (level advised). To include ${hidden === 1 ? 'it' : 'them'}: --level advised`,
    scan: (command: string) => `To see the changes as a diff: ${command}`,
    format: (command: string) => `To format the changed files: ${command}`,
    /** @param command lists the manual changes with everything that is needed to make them */
    manual: (command: string) =>
      `Make the manual changes, or suppress a finding with: // taro-modernize-ignore reason\nTo work through them, with code and steps: ${command}`,
    explain: (code: string) =>
      `What a finding code means, with an example: npx taro-modernize explain ${code}`,
  },
  list: {
    columns: ['API', 'SINCE', 'LEVEL', 'REPLACEMENT'],
    actions: {
      rewritten: 'rewritten',
      'opt-in': 'opt-in',
      reported: 'reported',
      'by-creator': '',
      listed: '',
    },
    levels: { required: 'required', advised: 'advised' },
    others: 'Members of other objects',
    whyNot: 'reported where the object is created, or not reported',
    components: 'Components and attributes',
    syntaxes: 'in JSX, createElement calls, Vue templates, WXML and configurations',
    asAbove: 'as above',
    andMore: (api: string, count: number) => `${api} + ${count}`,
    aside: (text: string) => ` (${text})`,
  },
  reportWritten: (path: string) => `Report: ${path}`,
  reportFailed: (path: string, detail: string) =>
    `${path}: the report could not be written (${detail}). Choose another location.`,
  interrupted: (written: number, all: number) =>
    written === 0
      ? 'Interrupted. Nothing was written.'
      : `Interrupted: ${written} of ${all} files written, all of them complete. Run the same command again for the rest.`,

  commit: {
    repositories: (tops: readonly string[]) =>
      tops.length === 0
        ? 'Refused: --commit requires a git repository. Create one (git init), or run without --commit.'
        : `Refused: the files to be written are not all in one git repository (${tops.join(', ')}), so --commit cannot commit them together. Run it for each repository, with its path.`,
    unclean: (paths: readonly string[]) =>
      `Refused: --commit requires a clean working tree. Commit or stash these files first: ${some(paths)}`,
    unfinished: (operation: string) =>
      `Refused: a git ${operation} is in progress, so --commit would become a part of it. Finish it first (git ${operation} --continue), or cancel it (git ${operation} --abort).`,
    impossible: (detail: string) => `Refused: git cannot make commits here:\n${detail}`,
    made: (id: string, subject: string) => `Committed ${id} ${subject}`,
    failed: (made: number, all: number, output: string, commands: readonly string[]) =>
      [
        `Stopped after ${made} of ${all} commits, because git commit failed:`,
        output,
        'The changes of this commit are in the working tree. Fix the error, then commit them and continue:',
        ...commands.map((command) => `  ${command}`),
      ].join('\n'),
    /** @param command continues the run; `null` after the last commit */
    changed: (id: string, paths: readonly string[], isClean: boolean, command: string | null) =>
      [
        `Files changed while commit ${id} was made, probably by a git hook: ${some(paths)}`,
        ...(isClean
          ? []
          : ['Some of these changes are not committed. Check them (git diff), then commit or restore them.']),
        ...(command === null
          ? []
          : [`The run stopped. All earlier commits are complete. To continue: ${command}`]),
      ].join('\n'),
    interrupted: (made: number, all: number) =>
      `Interrupted after ${made} of ${all} commits, all of them complete. Run the same command again for the rest.`,
    runtime: (names: readonly string[], version: string) =>
      `Add the runtime of taro-modernize ${version}: ${names.join(', ')}\n\nThe rewritten code in the next commits imports it.\n`,
    dependency: (version: string) =>
      `Add the dependency taro-modernize ${version}\n\nThe rewritten code in the next commits imports its runtime.\n`,
    subject: ({ apis, folder, isMarked, locations, inFiles }: StepSubject) => {
      const what =
        folder === undefined
          ? namesOf(apis)
          : `deprecated APIs in ${folder === '.' ? 'the top folder' : folder}`;
      const counts = `(${locations} ${locations === 1 ? 'location' : 'locations'} in ${files(inFiles)})`;
      return isMarked ? `Mark ${what} for manual changes ${counts}` : `Replace ${what} ${counts}`;
    },
    replaced: (apis: readonly string[]) => `Replaced: ${apis.join(', ')}.`,
    /** @param isMarked whether TODO comments mark the locations */
    manual: (count: number, isMarked: boolean) =>
      `${count === 1 ? '1 location needs a manual change' : `${count} locations need manual changes`}${isMarked ? ', marked with TODO(taro-modernize)' : ''}.`,
    trials: (trials: readonly string[]) => `Test on a device: ${trials.join(', ')}.`,
    page: (url: string) => `What changes: ${url}`,
  },

  prompt: {
    question: 'Apply?',
    choiceList: (choices: readonly string[]) => ` (${choices.join(', ')})`,
    choices: [
      ['a', 'apply'],
      ['d', 'show the diff'],
      ['c', 'choose changes one by one'],
      ['q', 'cancel'],
    ] as readonly (readonly [string, string])[],
    preparing: (done: number, all: number) => `Looking for changes that need each other ${done}/${all}`,
    /** @param paths files whose changes are applied together */
    edit: (paths: readonly string[], index: number, count: number) =>
      paths.length === 1
        ? `(${index}/${count}) ${paths[0]}: apply this change?`
        : `(${index}/${count}) ${some(paths)}: apply these changes together? Their calls share state.`,
    editChoices: [
      ['y', 'apply this change'],
      ['n', 'do not apply this change'],
      ['a', 'apply this change and the rest of the file'],
      ['d', 'do not apply this change or the rest of the file'],
      ['q', 'end: apply only what you have accepted (Ctrl-C: write nothing)'],
      ['b', 'back to the previous question'],
      ['?', 'help'],
    ] as readonly (readonly [string, string])[],
    isFirst: 'This is the first question.',
    cancelled: 'Cancelled. Nothing was written.',
    noneChosen: 'No changes accepted. Nothing was written.',
  },
};

export type CliText = typeof en;
