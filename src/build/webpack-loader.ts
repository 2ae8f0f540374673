import { type BuildOptions, transformModule } from './module';

/** The part of webpack's loader context that is used here. */
interface LoaderContext {
  resourcePath: string;
  getOptions?(): BuildOptions;
  /** webpack 4 has no `getOptions`. */
  query?: unknown;
  callback(error: Error | null, content?: string, map?: unknown): void;
  emitWarning(warning: Error): void;
}

/**
 * webpack loader: rewrites the deprecated APIs. Use it with `enforce: 'pre'`, so that it gets the source as written.
 * @param source The module's source.
 * @param inputMap The source map of a loader before this one, passed on when nothing changes.
 */
export default function taroModernizeLoader(this: LoaderContext, source: string, inputMap?: unknown): void {
  const query = typeof this.query === 'object' && this.query !== null ? (this.query as BuildOptions) : {};
  const options = this.getOptions?.() ?? query;
  const warn = (message: string) => this.emitWarning(new Error(message));
  const result = transformModule(source, this.resourcePath, options, warn);
  if (result) this.callback(null, result.code, result.map);
  else this.callback(null, source, inputMap);
}
