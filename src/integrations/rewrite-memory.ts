import {
  type AppHosts,
  migrations as allMigrations,
  type CompanionOptions,
  companionOptions,
} from '../migrations/index';
import type { RewriteOptions, RewriteResult, SourceMap } from '../project/rewrite';

/** The input of a rewrite besides the text and the file name. */
interface RememberedOptions extends AppHosts, CompanionOptions {
  migrations?: readonly string[];
  taroVersion?: number;
  bundler?: RewriteOptions['bundler'];
}

/** Caches only the last rewrite of each file, so that memory does not grow in watch mode. */
export class RewriteMemory {
  readonly #last = new Map<string, { code: string; key: string; result: RewriteResult }>();

  /**
   * @param rewrite called if the text or the options differ from the last time
   * @returns a separate object for each caller, because bundlers modify source maps in place
   */
  recall(
    code: string,
    filename: string,
    options: RememberedOptions,
    rewrite: () => RewriteResult,
  ): RewriteResult {
    const { migrations, platforms, target, taroVersion, bundler } = options;
    const companions = companionOptions(allMigrations).map((option) => options[option] ?? false);
    const key = JSON.stringify([migrations, platforms, target, taroVersion, companions, bundler]);
    const last = this.#last.get(filename);
    // What is linked depends on other files.
    const isSame = last?.code === code && last.key === key && last.result.links.length === 0;
    if (isSame) return copyOf(last.result);
    const result = rewrite();
    this.#last.set(filename, { code, key, result });
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

/** Copies a source map with its prototype: bundlers call `map.toString()`. */
function copyOfMap(map: SourceMap): SourceMap {
  return Object.assign(Object.create(Object.getPrototypeOf(map)), {
    ...map,
    sources: [...map.sources],
    names: [...map.names],
    ...(map.sourcesContent && { sourcesContent: [...map.sourcesContent] }),
  });
}
