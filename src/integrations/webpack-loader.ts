import type { CompanionOption } from '../migrations/index';
import type { Finding } from '../project/rewrite';
import { manualFindings } from './manual-findings';
import { manualMessage, tagged } from './messages';
import { type BuildOptions, companionsIn, type ProjectBuildOptions, transformModule } from './module';
import { refuseUnknown } from './options';
import { keepComponent } from './webpack-vue-map-loader';

/** Options of the webpack loader. */
export interface WebpackLoaderOptions extends BuildOptions {
  /** What to do about manual findings. Default: `warn`. */
  onManual?: 'warn' | 'error' | 'off';
}

/** The loader's results for a module. */
export interface ModuleRecord {
  /** Absolute path. */
  file: string;
  findings: Finding[];
  changed: boolean;
  /** As in `ModuleOutcome`. */
  isSkipped: boolean;
  /** The companions in it that depend on the whole app, by option. */
  companions: readonly CompanionOption[];
}

/**
 * The property of the loader context where the webpack plugin listens. The plugin then reports the findings.
 */
export const LISTENER: unique symbol = Symbol.for('taro-modernize');

/** The part of webpack's loader context that is used here. */
export interface LoaderContext {
  resourcePath: string;
  /** The loaders of this request. They run from the last to the first. */
  loaders: readonly { path: string }[];
  /** The index of the running loader. */
  loaderIndex: number;
  /** Undefined where loaders run outside webpack's process. */
  _module?: object;
  getOptions?(): WebpackLoaderOptions;
  /** webpack 4 has no `getOptions`. */
  query?: unknown;
  callback(error: Error | null, content?: string, map?: unknown): void;
  emitWarning(warning: Error): void;
  emitError(error: Error): void;
  addContextDependency(folder: string): void;
  [LISTENER]?: (record: ModuleRecord) => void;
}

/**
 * webpack loader: rewrites the deprecated APIs. Use it with `enforce: 'pre'`, so that it receives the
 * original source.
 * @param source the module's source
 * @param inputMap the source map of a previous loader, passed on if nothing changes
 */
export default function taroModernizeLoader(this: LoaderContext, source: string, inputMap?: unknown): void {
  if (isRepeated(this)) {
    this.callback(null, source, inputMap);
    return;
  }
  const query = typeof this.query === 'object' && this.query !== null ? this.query : {};
  const { onManual = 'warn', ...options }: WebpackLoaderOptions & ProjectBuildOptions =
    this.getOptions?.() ?? query;
  refuseUnknown(options, 'webpack');
  const file = this.resourcePath;
  const {
    findings = [],
    output,
    problem,
    defect,
    isSkipped = false,
    dependsOnSources = false,
  } = transformModule(source, file, { ...options, bundler: 'webpack' }) ?? {};
  if (dependsOnSources && options.sources) this.addContextDependency(options.sources.folder);
  if (problem !== undefined) this.emitWarning(new Error(tagged(problem)));
  if (defect !== undefined) this.emitError(new Error(tagged(defect)));
  const listen = this[LISTENER];
  if (listen) {
    const companions = companionsIn(source, file, options);
    listen({ file, findings, changed: output !== undefined, isSkipped, companions });
  } else if (onManual !== 'off') {
    for (const finding of manualFindings(findings, options.level)) {
      const message = new Error(tagged(manualMessage(finding, file, source)));
      if (onManual === 'error') this.emitError(message);
      else this.emitWarning(message);
    }
  }
  if (output && file.endsWith('.vue')) keepComponent(this._module, output);
  if (output) this.callback(null, output.code, output.map);
  else this.callback(null, source, inputMap);
}

/**
 * Whether this loader has already run in this request. vue-loader copies each rule for the blocks of
 * components, and the original rule still applies to them.
 */
function isRepeated({ loaders, loaderIndex }: LoaderContext): boolean {
  const own = loaders[loaderIndex]?.path;
  return loaders.slice(loaderIndex + 1).some(({ path }) => path === own);
}
