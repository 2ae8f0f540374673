import { basename } from 'node:path';
import { type Migration, mentionsOf } from '../migrations';
import { Prefilter } from '../migrations/prefilter';
import type { EvidenceKind } from './evidence';
import type { Mentions } from './file-record';

/** Determines from the bytes of a file why it must be processed. */
export class MentionSearch {
  /** Matches every file that must be processed for any reason. */
  readonly any: Prefilter;
  readonly #others: Prefilter;
  readonly #kinds: readonly { name: string; prefilter: Prefilter }[];

  constructor(
    migrations: readonly Migration[],
    runtimes: readonly string[],
    kinds: readonly EvidenceKind[],
    runtimeDir: string | undefined,
  ) {
    const others = [
      ...migrations.flatMap((migration) => mentionsOf(migration)),
      // In the first line of every runtime copy.
      'taro-modernize-runtime',
      // In files that import a copy from a custom folder.
      ...(runtimeDir ? runtimes.map((name) => `${basename(runtimeDir)}/${name}`) : []),
    ];
    this.any = new Prefilter([...others, ...kinds.flatMap(({ names }) => names)]);
    this.#others = new Prefilter(others);
    this.#kinds = kinds
      .filter(({ names }) => names.length > 0)
      .map(({ name, names }) => ({ name, prefilter: new Prefilter(names) }));
  }

  in(bytes: Buffer): Mentions {
    const kinds = this.#kinds.filter(({ prefilter }) => prefilter.matches(bytes)).map(({ name }) => name);
    // A file that matched in neither way is UTF-16. It is processed so that it is reported.
    return { kinds, hasOthers: kinds.length === 0 || this.#others.matches(bytes) };
  }
}
