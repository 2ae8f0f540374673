import { dirname, join } from 'node:path';
import { isInside } from '../project/paths';
import { isSourceFile } from '../project/source-files';
import type { ProjectBuildOptions } from './module';
import { type ReachOptions, reach } from './reach';
import { keyCache } from './webpack-cache';
import { WebpackPlugin, type WebpackPluginOptions } from './webpack-plugin';

/** The part of webpack-chain that is used here. */
interface Chain {
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

interface WebpackConfigOptions {
  /** The folder of the built package. */
  packageRoot: string;
  build: ProjectBuildOptions;
  reach: ReachOptions;
  /** The files of the runtimes, by module specifier. */
  runtimeFiles: Readonly<Record<string, string>>;
  /** The input of the rewrite besides the modules. */
  cacheKey: unknown;
  isMiniProgram: boolean;
  /** A web build, in which each page is a chunk that is loaded on demand. */
  isWeb: boolean;
  plugin: WebpackPluginOptions;
  /** Constants for the build, as source text. */
  define?: Readonly<Record<string, string>>;
}

/** Adds the rewrite to a webpack build of Taro: before all other loaders, for all modules in reach. */
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
  const reachOf = reach(options.reach);
  const isWanted = (path: string) => reachOf(path) !== undefined;
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
 * Excludes the packaged runtimes from Babel, which processes all packages with `taro` in their path. The
 * runtimes are already ES5, and Babel takes as long for them as rewriting a whole app. Not on h5, where
 * Taro's Babel plugin resolves imports from `@tarojs/taro`, and not for a project's copies, which may be
 * TypeScript.
 */
function passByBabel({ module }: Chain, packageRoot: string, files: readonly string[]): void {
  // The name of Taro's rule. Without it, there is nothing to exclude from.
  if (!module.rules.has('script')) return;
  const { exclude } = module.rule('script');
  for (const file of files) if (isInside(packageRoot, file)) exclude.add(file);
}

/**
 * Lets the pages of a web build share one copy of each runtime. Taro does not split pages, so each page that
 * records would contain its own copy. A separate plugin keeps the app's `splitChunks` unchanged.
 * @param folders that contain only runtimes and their imports
 */
function oneChunk(folders: readonly string[]) {
  const test = ({ resource }: { resource?: string }) =>
    resource !== undefined && folders.some((folder) => isInside(folder, resource));
  return { chunks: 'async', cacheGroups: { 'taro-modernize': { test, minChunks: 2, enforce: true } } };
}
