/** How values from several places are combined. */
export interface Lattice<Value> {
  /** The initial value for a place about which nothing is known. */
  nothing: Value;
  /** The join of both. It must be monotonic. */
  join(one: Value, other: Value): Value;
  equal(one: Value, other: Value): boolean;
}

interface Question<Value> {
  key: unknown;
  answer: () => Value;
}

/** The number of questions that may wait for each other. */
const MAX_DEPTH = 50;

/** Ends a round in which too many questions wait for each other. */
class TooDeep extends Error {
  constructor(readonly question: Question<unknown>) {
    super();
  }
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
  /** Questions that have been asked first. */
  private readonly begun = new Set<unknown>();
  private depth = 0;
  private hasCircle = false;
  private hasChanged = false;

  constructor(private readonly lattice: Lattice<Value>) {}

  solve(key: unknown, answer: () => Value): Value {
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    if (this.round.size > 0) return this.ask(key, answer);
    // Of a long line of questions, the last ones are answered first, because the call stack is limited.
    const questions: Question<Value>[] = [{ key, answer }];
    for (let question = questions.at(-1); question; question = questions.at(-1)) {
      const deeper = this.settle(question);
      if (deeper) questions.push(deeper);
      else questions.pop();
    }
    return this.answers.get(key)!;
  }

  /** Answers a question, or returns one on which it depends and that is better answered before. */
  private settle({ key, answer }: Question<Value>): Question<Value> | undefined {
    this.begun.add(key);
    try {
      do {
        this.round.clear();
        this.hasCircle = false;
        this.hasChanged = false;
        this.ask(key, answer);
      } while (this.hasCircle && this.hasChanged);
      for (const asked of this.round.keys()) this.answers.set(asked, this.found.get(asked)!);
      return undefined;
    } catch (error) {
      if (error instanceof TooDeep) return error.question as Question<Value>;
      throw error;
    } finally {
      this.round.clear();
      this.found.clear();
      this.depth = 0;
    }
  }

  private ask(key: unknown, answer: () => Value): Value {
    const before = this.found.get(key) ?? this.lattice.nothing;
    const isAnswered = this.round.get(key);
    if (isAnswered !== undefined) {
      if (!isAnswered) this.hasCircle = true;
      return before;
    }
    // In a circle, a question may come up again below itself.
    if (this.depth >= MAX_DEPTH && !this.begun.has(key)) throw new TooDeep({ key, answer });
    this.round.set(key, false);
    this.depth++;
    const value = this.lattice.join(before, answer());
    this.depth--;
    this.round.set(key, true);
    if (!this.lattice.equal(before, value)) this.hasChanged = true;
    this.found.set(key, value);
    return value;
  }
}
