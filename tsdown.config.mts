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
  // `exports.default`, also where it is the only one: types and code then say the same to every resolver.
  outputOptions: { exports: 'named' },
  // Bundled with what it needs: `npx` installs nothing else, and one file loads three times as fast as the 170 of Babel's packages.
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
  // Together, so that they share their chunks.
  entry: {
    ...importable,
    'integrations/webpack-vue-map-loader': 'src/integrations/webpack-vue-map-loader.ts',
    'cli/bin': 'src/cli/bin.ts',
    'cli/search-worker': 'src/project/search-worker.ts',
    // scripts/build-subpaths.mjs adds one file per migration that calls it.
    'transforms/transform': 'transforms/transform.ts',
  },
});
