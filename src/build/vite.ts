import { isAbsolute, relative } from 'node:path';
import type { SourceMap } from '../engine';
import { holdsManager } from './manager-sharing';
import { type BuildOptions, isSourceFile, transformModule } from './module';

/** Options of the Vite plugin. */
export interface VitePluginOptions extends BuildOptions {
  /** Absolute path of the folder whose modules are rewritten. Default: all outside node_modules. */
  sourceRoot?: string;
  /** Where the runtimes are, by their module specifiers. Default: Vite resolves them itself. */
  runtimeFiles?: Readonly<Record<string, string>>;
  /** Constants for the build, as in Vite's own `define`. */
  define?: Readonly<Record<string, string>>;
  /** Called before every build, also in watch mode. @returns whether modules that hold the manager have to be rewritten again. */
  beforeBuild?: () => boolean;
}

/** The part of Vite's plugin type that is used here, so that any Vite from 4 on takes it. */
export interface VitePlugin {
  name: string;
  enforce: 'pre';
  config(): { define?: Record<string, string> };
  buildStart(): void;
  resolveId(source: string): string | undefined;
  shouldTransformCachedModule(module: { code: string }): boolean;
  transform(
    this: { warn(message: string): void },
    code: string,
    id: string,
  ): { code: string; map: SourceMap | null } | undefined;
}

/** Vite plugin: rewrites the deprecated APIs before any other plugin has changed a module. */
export default function taroModernize(options: VitePluginOptions = {}): VitePlugin {
  const { sourceRoot, runtimeFiles = {}, define, beforeBuild, ...build } = options;
  const isWanted = (id: string) =>
    sourceRoot ? isInside(sourceRoot, id) : !/[\\/]node_modules[\\/]/.test(id);
  let isStale = false;
  return {
    name: 'taro-modernize',
    enforce: 'pre',
    config: () => (define ? { define: { ...define } } : {}),
    buildStart() {
      isStale = beforeBuild?.() ?? false;
    },
    resolveId: (source) => (Object.hasOwn(runtimeFiles, source) ? runtimeFiles[source] : undefined),
    shouldTransformCachedModule: ({ code }) => isStale && holdsManager(code),
    transform(code, id) {
      if (!isSourceFile(id) || !isWanted(id)) return undefined;
      const result = transformModule(code, id, build, (message) => this.warn(message));
      return result && { code: result.code, map: result.map };
    },
  };
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}
