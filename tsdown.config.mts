import { defineConfig } from 'tsdown';
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

export default defineConfig({
  outDir: 'dist',
  target: 'node18',
  platform: 'node',
  format: 'cjs',
  dts: { entry: Object.values(importable) },
  fixedExtension: false,
  sourcemap: false,
  clean: false,
  logLevel: 'warn',
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
    'cli/bin': 'src/cli/bin.ts',
    'cli/search-worker': 'src/project/search-worker.ts',
    // scripts/build-subpaths.mjs adds a file for each migration that calls it.
    'transforms/transform': 'transforms/transform.ts',
  },
});
