import type { Answer, Question } from './protocol';

/** The engine did not answer in time. */
export class TimeoutError extends Error {}

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

/** Asks the engine in a worker. A worker that does not answer in time is replaced. */
export class EngineClient {
  #worker: Promise<Worker> | undefined;
  #last = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly start: () => Worker,
    /** In milliseconds. */
    private readonly timeout = 5000,
  ) {}

  /** @throws {TimeoutError} */
  ask(question: Unnumbered<Question>): Promise<Answer> {
    const answer = this.#queue.then(() => this.#ask(question));
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
