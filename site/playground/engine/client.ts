import type { Answer, Question } from './protocol';

/** The engine did not answer in time. */
export class TimeoutError extends Error {}

/** A newer run was asked for before the engine began with the question. */
export class OutdatedError extends Error {}

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

/** Asks the engine in a worker. A worker that does not answer in time is replaced. */
export class EngineClient {
  #worker: Promise<Worker> | undefined;
  #last = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #runs = 0;

  constructor(
    private readonly start: () => Worker,
    /** In milliseconds. */
    private readonly timeout = 5000,
  ) {}

  /** @throws {TimeoutError | OutdatedError} */
  ask(question: Unnumbered<Question>): Promise<Answer> {
    if (question.kind === 'run') this.#runs++;
    const runs = this.#runs;
    const answer = this.#queue.then(() => {
      // Each of several questions about slow code would take its time.
      if (runs !== this.#runs) throw new OutdatedError();
      return this.#ask(question);
    });
    this.#queue = answer.catch(() => {});
    return answer;
  }

  async #ask(question: Unnumbered<Question>): Promise<Answer> {
    this.#worker ??= ready(this.start());
    const worker = await this.#worker.catch((error: unknown) => {
      this.#worker = undefined;
      throw error;
    });
    const id = ++this.#last;
    return await new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(() => {
        worker.terminate();
        this.#worker = undefined;
        reject(new TimeoutError());
      }, this.timeout);
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if (data.id !== id) return;
        clearTimeout(timer);
        resolve(data);
      };
      worker.postMessage({ ...question, id } as Question);
    });
  }

  close(): void {
    this.#worker?.then((worker) => worker.terminate()).catch(() => {});
    this.#worker = undefined;
  }
}

/** Waits for the worker's first message, after its code is loaded. */
function ready(worker: Worker): Promise<Worker> {
  return new Promise((resolve, reject) => {
    worker.onmessage = () => resolve(worker);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
}
