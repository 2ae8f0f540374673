import { transformSync } from '@babel/core';

/** Runs a module with fakes for what it imports. */
export function load(code: string, modules: Record<string, unknown>): Record<string, never> {
  const { code: script } = transformSync(code, {
    filename: 'profile.tsx',
    babelrc: false,
    configFile: false,
    presets: ['@babel/preset-typescript'],
    plugins: [
      ['@babel/plugin-transform-react-jsx', { runtime: 'automatic' }],
      '@babel/plugin-transform-modules-commonjs',
    ],
  })!;
  const module = { exports: {} as Record<string, never> };
  new Function('require', 'module', 'exports', script!)(
    (name: string) => modules[name],
    module,
    module.exports,
  );
  return module.exports;
}
