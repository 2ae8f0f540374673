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
    return (
      this.#stems.some((stem) => bytes.includes(stem)) && this.#names.some((name) => bytes.includes(name))
    );
  }
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

function bestStem(names: readonly string[]): string {
  let best = names[0]!;
  let covered = 1;
  for (const name of names) {
    for (let start = 0; start + MIN_STEM <= name.length; start++) {
      for (let end = start + MIN_STEM; end <= name.length; end++) {
        const stem = name.slice(start, end);
        const count = names.filter((other) => other.includes(stem)).length;
        if (count > covered || (count === covered && count > 1 && stem.length > best.length)) {
          best = stem;
          covered = count;
        }
      }
    }
  }
  return best;
}
