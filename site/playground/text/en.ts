const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** The texts of the playground. */
export const en = {
  title: 'Playground',
  privacy:
    'The engine runs in this page. Your code is not sent anywhere, and a link holds it in the part that browsers do not send.',
  loading: 'Loading the playground…',
  files: 'Files',
  addFile: 'Add a file',
  openFiles: 'Open files…',
  drop: 'Drop files here',
  dropHint: 'Or drop files on the editors: .js .jsx .ts .tsx .vue .wxml, package.json',
  removeFile: (name: string) => `Remove ${name}`,
  fileName: 'File name',
  language: 'Language',
  tooLarge: (name: string) => `${name} is larger than 4 MB.`,
  editors: 'Code and result',
  input: 'Code',
  result: 'Result',
  options: 'Options',
  migrations: 'Migrations',
  optIn: 'opt-in',
  example: (name: string) =>
    `This example uses a migration that exists only in the tests of this project: ${name}.`,
  platforms: 'Platforms',
  platformsHint: 'None: any platform, or those in package.json',
  target: "WeChat's base library",
  targetHint: 'Such as 2.20.1. Empty: any',
  level: 'Show findings',
  levels: { advised: 'required and advised', required: 'only required' },
  project: 'Project',
  projects: { taro: 'Taro', native: 'native mini program' },
  runtime: 'Runtime',
  runtimes: { file: 'copied into the project', package: 'imported from the package' },
  messages: 'Messages in',
  languages: { en: 'English', zh: 'Chinese' },
  more: 'Other engine options (JSON)',
  notJson: 'This is not a JSON object.',
  findings: 'Findings',
  noFindings: 'No findings in this file.',
  verdicts: { rewritten: 'rewritten', manual: 'needs a manual change', ignored: 'ignored' },
  next: 'Next step',
  page: (code: string) => `About ${code}`,
  edit: 'Its edit',
  couldBecome: 'If this is the platform API',
  noEdit: 'No edit.',
  andMore: (count: number) => `and ${count} more`,
  summary: (rewritten: number, manual: number, ignored: number) =>
    `${plural(rewritten, 'location')} rewritten, ${manual} ${manual === 1 ? 'needs a manual change' : 'need manual changes'}, ${ignored} ignored.`,
  problems: {
    syntax: (message: string) => `This file cannot be parsed: ${message}`,
    'too-deep': () => 'This file is nested too deeply to be processed.',
    defect: (message: string) =>
      `The rewritten code does not parse (${message}), which is a bug in taro-modernize. Please report it.`,
    internal: (message: string) => `An error in taro-modernize: ${message}. Please report it.`,
  },
  timeout:
    'The engine took longer than 5 seconds and was restarted. It leaves this file out until the file or the options change. Try a smaller file, or run the command.',
  failed: (message: string) => `The engine could not be loaded: ${message}`,
  damagedLink: 'The link is damaged. This is the default example.',
  copyLink: 'Copy link',
  copyPatch: 'Copy patch',
  copyFixture: 'Copy as fixture',
  report: 'Report an issue',
  copied: {
    link: 'Link copied.',
    patch: 'Patch copied. Apply it with git apply.',
    fixture: 'Fixture copied. Create its files with git apply.',
    issue:
      'The form is open. The code is too long for its address, so it was copied: paste it into the form.',
  },
  notCopied: 'The browser did not allow the copy.',
  noChanges: 'There are no changes to copy.',
};

export type Text = typeof en;
