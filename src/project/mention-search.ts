import { basename } from 'node:path';
import { isMarkupFile, searchedKind } from '../engine/markup/markup-file';
import { mentionsElement } from '../engine/markup/read-template';
import { keyNeedlesOf, MentionFilter, type Migration, needlesOf } from '../migrations';
import { Prefilter } from '../migrations/prefilter';
import { runtimeMentions } from '../migrations/runtime-module';
import type { EvidenceKind } from './evidence';
import type { Mentions } from './file-record';

/** The migrations for an app that is built for these platforms; without them, for any. */
export type SelectMigrations = (platforms?: readonly string[]) => readonly Migration[];

/** Determines from the bytes of a file why it must be processed. */
export class MentionSearch {
  readonly #select: SelectMigrations;
  /** Texts by which a file concerns a runtime, whatever the platforms. */
  readonly #runtimeTexts: readonly string[];
  /** By the platforms of a project. */
  readonly #filters = new Map<string, MentionFilter>();
  readonly #kindNames: readonly string[];
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
    this.#kindNames = kinds.flatMap(({ names }) => names);
    this.#kinds = kinds
      .filter(({ names }) => names.length > 0)
      .map(({ name, names }) => ({ name, prefilter: new Prefilter(names) }));
  }

  /** Matches every file that must be processed for any reason, and few others. */
  firstSearch(path: string): Prefilter {
    return this.#filterFor().first[searchedKind(path)];
  }

  /**
   * @param platforms those of the file's project, if they are known
   * @returns undefined if the file need not be processed on any platform
   */
  in(path: string, bytes: Buffer, platforms: readonly string[] | undefined): Mentions | undefined {
    const kinds = this.#kinds.filter(({ prefilter }) => prefilter.matches(bytes)).map(({ name }) => name);
    // The first search did not find it in UTF-8: the file is probably UTF-16. Process it anyway, to report the
    // encoding.
    if (!this.firstSearch(path).matches(bytes)) return { kinds, hasOthers: true };
    if (isMarkupFile(path)) {
      const hasOthers = mentionsElement(bytes.toString(), this.#filterFor(platforms).migrations, path);
      return hasOthers ? { kinds, hasOthers } : undefined;
    }
    const isOn = (names?: readonly string[]) => this.#filterFor(names).matches(bytes, searchedKind(path));
    if (kinds.length === 0 && !isOn()) return undefined;
    return { kinds, hasOthers: isOn(platforms) };
  }

  #filterFor(platforms?: readonly string[]): MentionFilter {
    const key = platforms?.join() ?? '';
    let filter = this.#filters.get(key);
    if (!filter) {
      const migrations = this.#select(platforms);
      const names = migrations.flatMap((migration) => [...needlesOf(migration), ...keyNeedlesOf(migration)]);
      filter = new MentionFilter(migrations, [...names, ...this.#runtimeTexts], this.#kindNames);
      this.#filters.set(key, filter);
    }
    return filter;
  }
}
