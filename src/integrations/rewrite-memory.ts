import type { RewriteOptions, RewriteResult, SourceMap } from '../project/rewrite';

/** What a rewrite depends on beside the text and the file's name. */
export interface RememberedOptions {
  migrations?: readonly string[];
  taroVersion?: number;
  shareManager: boolean;
  guard?: boolean;
  bundler?: RewriteOptions['bundler'];
}

/** The last rewrite of every file, and no more, so that a watched build does not grow. */
export class RewriteMemory {
  readonly #last = new Map<string, { code: string; options: string; result: RewriteResult }>();

  /**
   * @param rewrite Called where the text or the options are others than the last time.
   * @returns a result of the caller's own: bundlers change source maps in place.
   */
  recall(
    code: string,
    filename: string,
    { migrations, taroVersion, shareManager, guard, bundler }: RememberedOptions,
    rewrite: () => RewriteResult,
  ): RewriteResult {
    const options = JSON.stringify([migrations, taroVersion, shareManager, guard, bundler]);
    const last = this.#last.get(filename);
    if (last?.code === code && last.options === options) return copyOf(last.result);
    const result = rewrite();
    this.#last.set(filename, { code, options, result });
    return copyOf(result);
  }
}

function copyOf({ map, findings, runtimes, ...rest }: RewriteResult): RewriteResult {
  return {
    ...rest,
    map: map && copyOfMap(map),
    findings: findings.map((finding) => ({ ...finding })),
    runtimes: [...runtimes],
  };
}

/** With the prototype, which has `toString`. */
function copyOfMap(map: SourceMap): SourceMap {
  return Object.assign(Object.create(Object.getPrototypeOf(map)), {
    ...map,
    sources: [...map.sources],
    names: [...map.names],
    ...(map.sourcesContent && { sourcesContent: [...map.sourcesContent] }),
  });
}
