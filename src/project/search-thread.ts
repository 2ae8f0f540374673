import { SHARE_ENV, Worker } from 'node:worker_threads';
import { Claims } from './claims';

export interface SearchSetup {
  names: readonly string[];
  claims: Int32Array;
}

export interface SearchRequest {
  batch: number;
  /** Joined with NUL, because one string is transferred several times faster than an array. */
  paths: string;
}

export interface SearchResponse {
  batch: number;
  /** The paths of files that match or cannot be read. */
  left: string[];
}

/**
 * A worker thread that searches files. It may die at any time; other code searches what it leaves unanswered.
 */
export class SearchThread {
  readonly claims = new Claims();
  onAnswer: (answer: SearchResponse) => void = () => {};
  isGone = false;
  readonly #worker: Worker;
  #wake: () => void = () => {};

  private constructor(script: string, names: readonly string[]) {
    const workerData: SearchSetup = { names, claims: this.claims.table };
    // Without the host process's loaders and hooks, which it does not need.
    this.#worker = new Worker(script, { workerData, env: SHARE_ENV, execArgv: [] });
    this.#worker.on('message', (answer: SearchResponse) => {
      this.onAnswer(answer);
      this.#wake();
    });
    const gone = (): void => {
      this.isGone = true;
      this.#wake();
    };
    this.#worker.on('error', gone).on('exit', gone);
  }

  /** `null` where threads are not allowed. */
  static start(script: string, names: readonly string[]): SearchThread | null {
    try {
      return new SearchThread(script, names);
    } catch {
      return null;
    }
  }

  ask(batch: number, paths: readonly string[]): void {
    this.claims.offer(batch);
    const request: SearchRequest = { batch, paths: paths.join('\0') };
    this.#worker.postMessage(request);
  }

  /** Waits for the next answer or the end of the thread. */
  async heard(): Promise<void> {
    if (this.isGone) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
