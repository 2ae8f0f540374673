import type { Totals } from '../../report/result';

export type OnManual = 'warn' | 'error' | 'off';

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Where users find the manual findings: in the report, in the bundler's output, or from the CLI. */
function source(onManual: OnManual, report: string | undefined): string {
  if (report !== undefined) return `see ${report}`;
  return { off: 'see npx taro-modernize scan', warn: 'see the warnings', error: 'see the errors' }[onManual];
}

export const en = {
  unparsed: (place: string, detail: string) =>
    `${place}: left as it is, because it cannot be parsed: ${detail}`,
  defect: (file: string, detail: string) =>
    `${file}: left as it is, because the rewritten code does not parse (${detail}). This is a defect of taro-modernize: please report it with this file. To build until it is fixed, add the file to the option "exclude".`,
  summary: ({ changed, rewritten, manual }: Totals, onManual: OnManual, report: string | undefined) => {
    if (rewritten + manual === 0) return 'no deprecated calls in this build';
    const done = `${rewritten} rewritten in ${count(changed, 'file')}`;
    return manual === 0
      ? `${done}, nothing left to do by hand`
      : `${done}, ${manual} left to do by hand (${source(onManual, report)})`;
  },
  reportFailed: (path: string, failure: string) =>
    `the report could not be written to ${path}: ${failure}. Correct the option "report" or the folder's permissions.`,
  notRun: (platform: string, isReactNative: boolean) =>
    `is installed, but this build (${platform}) did not call it. ${
      isReactNative
        ? "Metro builds React Native, which Taro plugins cannot reach: add 'taro-modernize/babel' to the plugins of babel.config.js."
        : 'Nothing was rewritten. Rewrite the sources with npx taro-modernize, or use taro-modernize/webpack-loader, /vite or /babel.'
    }`,
  prebundled: (packages: readonly string[], list: string) =>
    `the code of ${packages.join(', ')} is not rewritten, because Taro's prebundle skips all loaders. Set compiler.prebundle.exclude: [${list}].`,
  unknownOption: (name: string, known: string | undefined) =>
    `unknown option "${name}".${known === undefined ? '' : ` Did you mean "${known}"?`}`,
  unmatchedInclude: (entry: string) =>
    `the option "include" has ${entry}, which matches no source file. Check the path, which is relative to the app, or the package's name.`,
  unmatchedExclude: (entry: string) =>
    `the option "exclude" has ${entry}, which matches no source file. Check the pattern: it is read as in .gitignore, relative to the app.`,

  /** With ESLint's placeholders. */
  eslint: {
    rewritten: '{{subject}}. With the fix, {{sentence}}{{note}}',
    manual: '{{api}} needs a manual change: {{sentence}}',
    deprecated: (api: string) => `${api} is deprecated`,
    /** For companions, which are not deprecated themselves. */
    companion: (api: string) => `${api} has to change as well`,
    noRuntime: (runtime: string) =>
      ` There is no fix here, because this project does not have the runtime (${runtime}). Run npx taro-modernize, which copies it into the project, or add the Taro plugin, which leaves the sources as they are.`,
    unchecked: 'taro-modernize did not check this file: {{what}}.',
    fixFile: 'Migrate this file',
  },
};

export type BuildText = typeof en;
