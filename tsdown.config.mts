import { defineConfig, type UserConfig } from 'tsdown';
// @ts-expect-error scripts are plain JavaScript without declarations
import { thirdPartyLicenses } from './scripts/third-party.mjs';

/** The entry points that users import. */
const importable = {
  index: 'src/index.ts',
  // scripts/build-subpaths.mjs writes the ES modules for these two.
  'engine/index': 'src/project/rewrite.ts',
  'integrations/vite': 'src/integrations/vite.ts',
  'integrations/eslint': 'src/integrations/eslint.ts',
  'integrations/babel': 'src/integrations/babel.ts',
  'integrations/webpack-loader': 'src/integrations/webpack-loader.ts',
};

const common: UserConfig = {
  outDir: 'dist',
  target: 'node18',
  platform: 'node',
  format: 'cjs',
  fixedExtension: false,
  sourcemap: false,
  clean: false,
  logLevel: 'warn',
};

/** One file until a command is known, so that `--help` takes hardly longer than starting Node. */
const start: UserConfig = {
  ...common,
  dts: false,
  entry: { 'cli/bin': 'src/cli/bin.ts' },
  plugins: [
    {
      name: 'commands',
      resolveId: (id: string) =>
        /^\.\/(explain|list|run)$/.test(id) ? { id: `${id}.js`, external: 'relative' } : undefined,
    },
  ],
  outputOptions: { dynamicImportInCjs: false },
};

const main: UserConfig = {
  ...common,
  dts: { entry: Object.values(importable) },
  inputOptions: { checks: { pluginTimings: false } },
  // `exports.default` even if it is the only export, so that types and code agree for every resolver.
  outputOptions: { exports: 'named' },
  // Bundled with its dependencies: `npx` installs nothing else, and one file loads three times as fast as the 170
  // files of Babel's packages.
  deps: {
    alwaysBundle: [
      /^@babel\/(?!core)/,
      /^@jridgewell\//,
      'diff',
      'ignore',
      'magic-string',
      'picocolors',
      'js-tokens',
    ],
  },
  plugins: [thirdPartyLicenses()],
  // Built together to share chunks.
  entry: {
    ...importable,
    'integrations/webpack-vue-map-loader': 'src/integrations/webpack-vue-map-loader.ts',
    'cli/explain': 'src/cli/explain.ts',
    'cli/list': 'src/cli/list.ts',
    'cli/run': 'src/cli/run.ts',
    // scripts/build-subpaths.mjs adds a file for each migration that calls it.
    'transforms/transform': 'transforms/transform.ts',
  },
};

export default defineConfig([start, main]);
