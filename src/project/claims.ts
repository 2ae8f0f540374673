/** The number of batches offered at a time. Each has an entry in the table that both threads share. */
export const OFFERED_AT_ONCE = 256;

/** Assigns each batch to one thread, so that it is searched once. */
export class Claims {
  constructor(readonly table: Int32Array = new Int32Array(new SharedArrayBuffer(4 * OFFERED_AT_ONCE))) {}

  /** Offers a batch to whichever thread is first. */
  offer(batch: number): void {
    Atomics.store(this.table, batch % OFFERED_AT_ONCE, batch + 1);
  }

  /** Claims a batch; false if the other thread has claimed it. */
  take(batch: number): boolean {
    return Atomics.compareExchange(this.table, batch % OFFERED_AT_ONCE, batch + 1, 0) === batch + 1;
  }
}
