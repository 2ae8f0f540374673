import { defineConfig } from 'tsdown';

const shared = {
  outDir: 'dist',
  target: 'node18',
  platform: 'node',
  fixedExtension: false,
  sourcemap: false,
  clean: false,
  logLevel: 'warn',
  // `exports.default`, also where it is the only one: types and code then say the same to every resolver.
  outputOptions: { exports: 'named' },
} as const;

/** Doors that both worlds ask for: ESM and CommonJS. */
export default defineConfig([
  {
    ...shared,
    entry: { 'engine/index': 'src/engine/index.ts', 'build/vite': 'src/build/vite.ts' },
    format: ['esm', 'cjs'],
    dts: true,
  },
  {
    ...shared,
    entry: {
      index: 'src/index.ts',
      'build/babel': 'src/build/babel.ts',
      'build/webpack-loader': 'src/build/webpack-loader.ts',
    },
    format: 'cjs',
    dts: true,
  },
  {
    ...shared,
    entry: {
      'cli/bin': 'src/cli/bin.ts',
      'transforms/start-record-to-recorder-manager': 'transforms/start-record-to-recorder-manager.ts',
    },
    format: 'cjs',
    dts: false,
  },
]);
