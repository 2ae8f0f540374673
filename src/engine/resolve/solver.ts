/** How values from several places are combined. */
export interface Lattice<Value> {
  /** The initial value for a place about which nothing is known. */
  nothing: Value;
  /** The join of both. It must be monotonic. */
  join(one: Value, other: Value): Value;
  equal(one: Value, other: Value): boolean;
}

/**
 * Answers mutually dependent questions, each once per round. A recursive question gets the result so far, and
 * rounds are repeated until nothing changes. Hence the answer does not depend on where a cycle is entered,
 * and the cost grows with the number of questions, not with the number of paths between them.
 */
export class Solver<Value> {
  private readonly answers = new Map<unknown, Value>();
  /** Results of the rounds so far. */
  private readonly found = new Map<unknown, Value>();
  /** Questions of this round, and whether each has been answered in it. */
  private readonly round = new Map<unknown, boolean>();
  private hasCircle = false;
  private hasChanged = false;

  constructor(private readonly lattice: Lattice<Value>) {}

  solve(key: unknown, answer: () => Value): Value {
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    if (this.round.size > 0) return this.ask(key, answer);
    try {
      do {
        this.round.clear();
        this.hasCircle = false;
        this.hasChanged = false;
        this.ask(key, answer);
      } while (this.hasCircle && this.hasChanged);
      for (const asked of this.round.keys()) this.answers.set(asked, this.found.get(asked)!);
    } finally {
      this.round.clear();
      this.found.clear();
    }
    return this.answers.get(key)!;
  }

  private ask(key: unknown, answer: () => Value): Value {
    const before = this.found.get(key) ?? this.lattice.nothing;
    const isAnswered = this.round.get(key);
    if (isAnswered !== undefined) {
      if (!isAnswered) this.hasCircle = true;
      return before;
    }
    this.round.set(key, false);
    const value = this.lattice.join(before, answer());
    this.round.set(key, true);
    if (!this.lattice.equal(before, value)) this.hasChanged = true;
    this.found.set(key, value);
    return value;
  }
}
