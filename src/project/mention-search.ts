import { basename } from 'node:path';
import { keyNeedlesOf, type Migration, markupNeedlesOf, mayHaveElements, needlesOf } from '../migrations';
import { Prefilter } from '../migrations/prefilter';
import { runtimeMentions } from '../migrations/runtime-module';
import type { EvidenceKind } from './evidence';
import type { Mentions } from './file-record';

/** The migrations for an app that is built for these platforms; without them, for any. */
export type SelectMigrations = (platforms?: readonly string[]) => readonly Migration[];

/** Determines from the bytes of a file why it must be processed. */
export class MentionSearch {
  /** Matches every file that must be processed for any reason. */
  readonly any: Prefilter;
  readonly #select: SelectMigrations;
  /** Texts by which a file concerns a runtime, whatever the platforms. */
  readonly #runtimeTexts: readonly string[];
  /** By the platforms of a project. */
  readonly #others = new Map<string, Prefilter>();
  /** The same for components. */
  readonly #markup = new Map<string, Prefilter>();
  readonly #kinds: readonly { name: string; prefilter: Prefilter }[];

  constructor(
    select: SelectMigrations,
    runtimes: readonly string[],
    kinds: readonly EvidenceKind[],
    runtimeDir: string | undefined,
  ) {
    this.#select = select;
    this.#runtimeTexts = [
      ...runtimes.flatMap(runtimeMentions),
      // In the first line of every runtime copy.
      'taro-modernize-runtime',
      // In files that import a copy from a custom folder.
      ...(runtimeDir ? runtimes.map((name) => `${basename(runtimeDir)}/${name}`) : []),
    ];
    this.any = new Prefilter([
      ...this.#othersOn().names,
      ...this.#markupOn().names,
      ...kinds.flatMap(({ names }) => names),
    ]);
    this.#kinds = kinds
      .filter(({ names }) => names.length > 0)
      .map(({ name, names }) => ({ name, prefilter: new Prefilter(names) }));
  }

  /** @param platforms those of the file's project, if they are known */
  in(path: string, bytes: Buffer, platforms: readonly string[] | undefined): Mentions {
    const kinds = this.#kinds.filter(({ prefilter }) => prefilter.matches(bytes)).map(({ name }) => name);
    // No match in UTF-8: the file is probably UTF-16. Process it anyway, to report the encoding.
    const isUtf16 = () =>
      kinds.length === 0 && !this.#othersOn().matches(bytes) && !this.#markupOn().matches(bytes);
    const hasElements = () => this.#markupOn(platforms).matches(bytes) && mayHaveElements(bytes, path);
    return { kinds, hasOthers: this.#othersOn(platforms).matches(bytes) || hasElements() || isUtf16() };
  }

  #markupOn(platforms?: readonly string[]): Prefilter {
    const key = platforms?.join() ?? '';
    const prefilter =
      this.#markup.get(key) ?? new Prefilter(this.#select(platforms).flatMap(markupNeedlesOf));
    this.#markup.set(key, prefilter);
    return prefilter;
  }

  #othersOn(platforms?: readonly string[]): Prefilter {
    const key = platforms?.join() ?? '';
    let prefilter = this.#others.get(key);
    if (!prefilter) {
      const names = this.#select(platforms).flatMap((migration) => [
        ...needlesOf(migration),
        ...keyNeedlesOf(migration),
      ]);
      prefilter = new Prefilter([...names, ...this.#runtimeTexts]);
      this.#others.set(key, prefilter);
    }
    return prefilter;
  }
}
