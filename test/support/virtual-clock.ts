import type { Clock } from './fake-host';

/** A clock that advances only on request, so that ten thousand lives take seconds. */
export class VirtualClock implements Clock {
  private time = 1_000_000;
  private count = 0;
  private timers: { at: number; id: number; run: () => void }[] = [];

  setTimeout(run: () => void, ms: number): unknown {
    const timer = { at: this.time + Math.max(0, ms || 0), id: this.count++, run };
    this.timers.push(timer);
    return timer;
  }

  clearTimeout(timer: unknown): void {
    const index = this.timers.indexOf(timer as (typeof this.timers)[number]);
    if (index >= 0) this.timers.splice(index, 1);
  }

  now(): number {
    return this.time;
  }

  /** The number of timers that have not run. */
  get pending(): number {
    return this.timers.length;
  }

  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    await microtasks();
    for (;;) {
      let next: (typeof this.timers)[number] | undefined;
      for (const timer of this.timers)
        if (timer.at <= end && (!next || timer.at < next.at || (timer.at === next.at && timer.id < next.id)))
          next = timer;
      if (!next) break;
      this.time = next.at;
      this.clearTimeout(next);
      next.run();
      await microtasks();
    }
    this.time = end;
  }
}

/** More than the longest promise chain between a host's answer and the runtime's reaction. */
export async function microtasks(): Promise<void> {
  for (let i = 0; i < 12; i++) await null;
}
