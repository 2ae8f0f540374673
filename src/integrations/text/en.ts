import type { Totals } from '../../report/result';

export type OnManual = 'warn' | 'error' | 'off';

/** What a build does about its manual findings. */
export interface Told {
  onManual: OnManual;
  /** The report file. */
  report?: string | undefined;
  /** How many are in the baseline. */
  accepted: number;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Where users find the manual findings: in the report, in the bundler's output, or from the CLI. */
function source(onManual: OnManual, report: string | undefined): string {
  if (report !== undefined) return `see ${report}`;
  return { off: 'see npx taro-modernize scan', warn: 'see the warnings', error: 'see the errors' }[onManual];
}

export const en = {
  unparsed: (place: string, detail: string) =>
    `${place}: not rewritten, because it cannot be parsed: ${detail}`,
  defect: (file: string, detail: string) =>
    `${file}: not rewritten, because the rewritten code does not parse (${detail}). This is a bug in taro-modernize: please report it with this file. As a workaround, add the file to the "exclude" option.`,
  summary: ({ changed, rewritten, manual }: Totals, { onManual, report, accepted }: Told) => {
    if (rewritten + manual + accepted === 0) return 'no deprecated calls in this build';
    const done = `${rewritten} rewritten in ${count(changed, 'file')}`;
    if (manual > 0) {
      const others = accepted > 0 ? `; ${accepted} more in the baseline` : '';
      return `${done}, ${count(manual, 'manual change')} needed (${source(onManual, report)}${others})`;
    }
    return accepted > 0
      ? `${done}, no new manual changes needed (${accepted} in the baseline)`
      : `${done}, no manual changes needed`;
  },
  /** A package with the calls in it. */
  calls: (name: string, apis: readonly string[]) => `${name} (${apis.join(', ')})`,
  staysInPackages: (libraries: readonly string[]) =>
    `not rewritten in packages, because a rewrite might not be safe: ${libraries.join(', ')}. Set the option "verbose" to see the locations.`,
  skippedInPackages: (files: readonly string[]) =>
    `not searched in packages, because the files are too large or cannot be parsed: ${files.join(', ')}`,
  baseline: (file: string, detail: string) =>
    detail === ''
      ? `the baseline ${file} does not exist. Create it: npx taro-modernize --check --baseline ${file} --update-baseline`
      : `${file} in the "baseline" option is not a baseline (${detail}). Restore the file, or delete it and create it again with npx taro-modernize --check --baseline ${file} --update-baseline.`,
  reportFailed: (path: string, failure: string) =>
    `the report could not be written to ${path}: ${failure}. Check the "report" option or the permissions of the folder.`,
  /** After jscodeshift, whose transforms import the runtime from the package. */
  installRuntime:
    'The rewritten files import the taro-modernize runtime. Add it to the app: npm install taro-modernize',
  notRun: (platform: string, isReactNative: boolean) =>
    `is installed, but this build (${platform}) did not run it. ${
      isReactNative
        ? "Metro builds React Native, which Taro plugins cannot reach: add 'taro-modernize/babel' to the plugins of babel.config.js."
        : 'Nothing was rewritten. Rewrite the sources with npx taro-modernize, or use taro-modernize/webpack-loader, /vite or /babel.'
    }`,
  prebundled: (packages: readonly string[], list: string) =>
    `the code of ${packages.join(', ')} is not rewritten, because Taro's prebundle bypasses all loaders. Set compiler.prebundle.exclude: [${list}].`,
  unknownOption: (name: string, known: string | undefined) =>
    `unknown option "${name}".${known === undefined ? '' : ` Did you mean "${known}"?`}`,
  unknownMigration: (name: string, meant: string | undefined) =>
    `unknown migration "${name}".${meant === undefined ? '' : ` Did you mean "${meant}"?`} All names: npx taro-modernize list`,
  unmatchedInclude: (entry: string) =>
    `${entry} in the "include" option matches no source file. Check the path (relative to the app) or the package name.`,
  unmatchedExclude: (entry: string) =>
    `${entry} in the "exclude" option matches no source file. Check the pattern: it uses .gitignore syntax, relative to the app.`,

  /** With ESLint's placeholders. */
  eslint: {
    rewritten: '{{subject}}. Fix: {{sentence}}{{note}}',
    manual: '{{api}} needs a manual change: {{sentence}}',
    deprecated: (api: string) => `${api} is deprecated`,
    /** For companions, which are not deprecated themselves. */
    companion: (api: string) => `${api} must be changed as well`,
    /** @param others how many other locations in the file are like this one */
    noRuntime: (runtime: string, others: number) =>
      ` No fix is available${others === 0 ? '' : ` for this and ${others} more ${others === 1 ? 'location' : 'locations'} in the file`}, because this project does not have the runtime (${runtime}). Run npx taro-modernize to copy it into the project, or use the Taro plugin, which does not change the sources.`,
    unchecked: 'taro-modernize did not check this file: {{what}}.',
    fixFile: 'Migrate this file',
    /** Replaces the hint of a finding that names an option of the command. */
    hints: {
      'manual/other-platforms':
        "If the app is not built for others, name its platforms in the ESLint configuration: settings: { 'taro-modernize': { platforms: ['weapp'] } }",
    } as Readonly<Record<string, string>>,
    unknownSetting: (name: string, known: string | undefined) =>
      `unknown setting "${name}" in settings['taro-modernize'].${known === undefined ? '' : ` Did you mean "${known}"?`}`,
    badSetting: (name: string, value: string, expected: string) =>
      `invalid value for "${name}" in settings['taro-modernize']: ${value}. Expected: ${expected}`,
    folderIn: (root: string) => `a folder inside the project ${root}, relative to it`,
  },
};

export type BuildText = typeof en;
