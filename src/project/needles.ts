const MIN_STEM = 5;

/**
 * Answers "can this file contain any of the names?" on bytes. One pass for a stem that several names share
 * (`Record`) costs a fraction of a pass for each name, and nearly every file ends there.
 */
export class Prefilter {
  readonly #stems: readonly Buffer[];
  readonly #names: readonly Buffer[];
  readonly longest: number;

  constructor(names: readonly string[]) {
    this.#names = names.map((name) => Buffer.from(name));
    this.#stems = sharedStems(names).map((stem) => Buffer.from(stem));
    this.longest = Math.max(0, ...this.#names.map((name) => name.length));
  }

  matches(bytes: Buffer): boolean {
    return includesAny(bytes, this.#stems) && includesAny(bytes, this.#names);
  }
}

function includesAny(bytes: Buffer, needles: readonly Buffer[]): boolean {
  for (const needle of needles) if (bytes.indexOf(needle) !== -1) return true;
  return false;
}

/** The fewest substrings, long before short, such that every name contains one. */
export function sharedStems(names: readonly string[]): string[] {
  const stems: string[] = [];
  let open = [...new Set(names)];
  while (open.length > 0) {
    const best = bestStem(open);
    stems.push(best);
    open = open.filter((name) => !name.includes(best));
  }
  return stems;
}

/** The one that most names share for the time it takes. */
function bestStem(names: readonly string[]): string {
  let best = names[0]!;
  let worth = 0;
  for (const name of names) {
    for (let start = 0; start + MIN_STEM <= name.length; start++) {
      for (let end = start + MIN_STEM; end <= name.length; end++) {
        const stem = name.slice(start, end);
        const its = names.filter((other) => other.includes(stem)).length / cost(stem);
        if (its > worth || (its === worth && stem.length > best.length)) {
          best = stem;
          worth = its;
        }
      }
    }
  }
  return best;
}

/** A search runs from one occurrence of the first byte to the next, and small letters are what sources are made of. */
function cost(stem: string): number {
  return /^[a-z]/.test(stem) ? 3 : 1;
}
