import { isAbsolute, relative } from 'node:path';
import type { SourceMap } from '../engine';
import { type BuildOptions, isSourceFile, manualMessage, rewriteModule } from './module';

/** Options of the Vite plugin. */
export interface VitePluginOptions extends BuildOptions {
  /** Absolute path of the folder whose modules are rewritten. Default: all outside node_modules. */
  sourceRoot?: string;
  /** Where the runtimes are, by their module specifiers. Default: Vite resolves them itself. */
  runtimeFiles?: Readonly<Record<string, string>>;
}

/** The part of Vite's plugin type that is used here, so that any Vite from 4 on takes it. */
export interface VitePlugin {
  name: string;
  enforce: 'pre';
  resolveId(source: string): string | undefined;
  transform(
    this: { warn(message: string): void },
    code: string,
    id: string,
  ): { code: string; map: SourceMap | null } | undefined;
}

/** Vite plugin: rewrites the deprecated APIs before any other plugin has changed a module. */
export default function taroModernize(options: VitePluginOptions = {}): VitePlugin {
  const { sourceRoot, runtimeFiles = {}, ...build } = options;
  const isWanted = (id: string) =>
    sourceRoot ? isInside(sourceRoot, id) : !/[\\/]node_modules[\\/]/.test(id);
  return {
    name: 'taro-modernize',
    enforce: 'pre',
    resolveId: (source) => (Object.hasOwn(runtimeFiles, source) ? runtimeFiles[source] : undefined),
    transform(code, id) {
      if (!isSourceFile(id) || !isWanted(id)) return undefined;
      const result = rewriteModule(code, id, build);
      for (const finding of result?.findings ?? []) {
        if (finding.verdict === 'manual') this.warn(manualMessage(id, finding));
      }
      return result?.changed ? { code: result.code, map: result.map } : undefined;
    },
  };
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}
