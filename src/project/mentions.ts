import { basename } from 'node:path';
import { type Migration, mentionsOf } from '../migrations';
import { Prefilter } from '../migrations/prefilter';
import type { EvidenceKind } from './evidence';
import type { Mentions } from './file-record';

/** Tells from bytes alone why a file is looked at. */
export class MentionSearch {
  /** Finds every file that is looked at for any reason. */
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
      // In the first line of every copy of a runtime.
      'taro-modernize-runtime',
      // In files that import one from a folder of the user's choice.
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
    // What hit in neither way is UTF-16: it is processed to be reported.
    return { kinds, hasOthers: kinds.length === 0 || this.#others.matches(bytes) };
  }
}
