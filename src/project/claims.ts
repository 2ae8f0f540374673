/** Batches that are offered at a time; the table that both threads share has a place for each. */
export const OFFERED_AT_ONCE = 256;

/** Says which thread searches which batch, so that each is searched once. */
export class Claims {
  constructor(readonly table: Int32Array = new Int32Array(new SharedArrayBuffer(4 * OFFERED_AT_ONCE))) {}

  /** Leaves a batch to the thread that comes first. */
  offer(batch: number): void {
    Atomics.store(this.table, batch % OFFERED_AT_ONCE, batch + 1);
  }

  /** Takes a batch; false where the other thread has it, or has had it. */
  take(batch: number): boolean {
    return Atomics.compareExchange(this.table, batch % OFFERED_AT_ONCE, batch + 1, 0) === batch + 1;
  }
}
