import {
  migrations as allMigrations,
  type CompanionOptions,
  companionOptions,
  type Target,
} from '../migrations/index';
import type { RewriteOptions, RewriteResult, SourceMap } from '../project/rewrite';

/** What a rewrite depends on beside the text and the file's name. */
export interface RememberedOptions extends CompanionOptions, Target {
  migrations?: readonly string[];
  taroVersion?: number;
  bundler?: RewriteOptions['bundler'];
}

/** The last rewrite of every file, and no more, so that a watched build does not grow. */
export class RewriteMemory {
  readonly #last = new Map<string, { code: string; key: string; result: RewriteResult }>();

  /**
   * @param rewrite Called where the text or the options are others than the last time.
   * @returns a result of the caller's own: bundlers change source maps in place.
   */
  recall(
    code: string,
    filename: string,
    options: RememberedOptions,
    rewrite: () => RewriteResult,
  ): RewriteResult {
    const { migrations, platform, target, taroVersion, bundler } = options;
    const companions = companionOptions(allMigrations).map((option) => options[option] ?? false);
    const key = JSON.stringify([migrations, platform, target, taroVersion, companions, bundler]);
    const last = this.#last.get(filename);
    if (last?.code === code && last.key === key) return copyOf(last.result);
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

/** With the prototype, which has `toString`. */
function copyOfMap(map: SourceMap): SourceMap {
  return Object.assign(Object.create(Object.getPrototypeOf(map)), {
    ...map,
    sources: [...map.sources],
    names: [...map.names],
    ...(map.sourcesContent && { sourcesContent: [...map.sourcesContent] }),
  });
}
