import { dirname, join } from 'node:path';
import { isInside } from '../project/paths';
import { isSourceFile } from '../project/source-files';
import type { ProjectBuildOptions } from './module';
import { type ReachOptions, reach } from './reach';
import { keyCache } from './webpack-cache';
import { WebpackPlugin, type WebpackPluginOptions } from './webpack-plugin';

/** The part of webpack-chain that is used here. */
export interface Chain {
  get(key: string): unknown;
  cache(value: unknown): unknown;
  module: {
    rules: { has(name: string): boolean };
    rule(name: string): Rule;
  };
  resolve: { alias: { set(specifier: string, file: string): unknown } };
  plugin(name: string): { use(plugin: unknown, args: unknown[]): unknown };
}

interface Rule {
  test(test: RegExp | ((path: string) => boolean)): Rule;
  include: { add(condition: (path: string) => boolean): { end(): Rule } };
  exclude: { add(condition: string): unknown };
  enforce(stage: 'pre' | 'post'): Rule;
  use(name: string): { loader(file: string): { options(options: object): unknown } };
}

export interface WebpackConfigOptions {
  /** The folder of the built package. */
  packageRoot: string;
  build: ProjectBuildOptions;
  reach: ReachOptions;
  /** Where the runtimes are, by their module specifiers. */
  runtimeFiles: Readonly<Record<string, string>>;
  /** What the rewrite depends on beside the modules. */
  cacheKey: unknown;
  isMiniProgram: boolean;
  /** A web build, where each page is a chunk that is loaded when the page is opened. */
  isWeb: boolean;
  plugin: WebpackPluginOptions;
  /** Constants for the build, as source text. */
  define?: Readonly<Record<string, string>>;
}

/** Lets the rewrite into a webpack build of Taro's: before all other loaders, over what is in reach. */
export function configureWebpack(
  chain: Chain,
  webpack: { DefinePlugin: unknown; optimize: { SplitChunksPlugin: unknown } },
  options: WebpackConfigOptions,
): void {
  const { packageRoot, build, runtimeFiles, cacheKey, isMiniProgram, isWeb, plugin, define } = options;
  keyCache(chain, cacheKey);
  for (const [specifier, file] of Object.entries(runtimeFiles))
    chain.resolve.alias.set(`${specifier}$`, file);
  const files = Object.values(runtimeFiles);
  if (isMiniProgram) passByBabel(chain, packageRoot, files);
  if (isWeb)
    chain
      .plugin('taro-modernize-chunk')
      .use(webpack.optimize.SplitChunksPlugin, [oneChunk([...new Set(files.map((file) => dirname(file)))])]);
  const isWanted = reach(options.reach);
  chain.module
    .rule('taro-modernize')
    .test(isSourceFile)
    .include.add(isWanted)
    .end()
    .enforce('pre')
    .use('taro-modernize')
    .loader(join(packageRoot, 'integrations', 'webpack-loader.js'))
    .options(build);
  chain.module
    .rule('taro-modernize-vue-maps')
    .test(/\.vue$/)
    .include.add(isWanted)
    .end()
    .enforce('post')
    .use('taro-modernize-vue-maps')
    .loader(join(packageRoot, 'integrations', 'webpack-vue-map-loader.js'));
  chain.plugin('taro-modernize').use(WebpackPlugin, [plugin]);
  if (define) chain.plugin('taro-modernize-define').use(webpack.DefinePlugin, [define]);
}

/**
 * Has the packaged runtimes go past Babel, which runs over every package with `taro` in its path: they are ES5
 * already, and cost it as much time as rewriting a whole app does. Not for h5, where Taro's own Babel plugin
 * resolves what is imported from `@tarojs/taro`; and not a project's copies, which may be TypeScript.
 */
function passByBabel({ module }: Chain, packageRoot: string, files: readonly string[]): void {
  // The name that Taro gives to its rule. Without it there is nothing to gain, and nothing to lose.
  if (!module.rules.has('script')) return;
  const { exclude } = module.rule('script');
  for (const file of files) if (isInside(packageRoot, file)) exclude.add(file);
}

/**
 * Has the pages of a web build share one copy of each runtime. Taro splits nothing off pages, so each page that
 * records would hold its own. A plugin beside the app's `splitChunks` leaves that as the app has it.
 * @param folders where runtimes and what they import are, and nothing else
 */
function oneChunk(folders: readonly string[]) {
  const test = ({ resource }: { resource?: string }) =>
    resource !== undefined && folders.some((folder) => isInside(folder, resource));
  return { chunks: 'async', cacheGroups: { 'taro-modernize': { test, minChunks: 2, enforce: true } } };
}
