import { type ChildProcess, spawn } from 'node:child_process';

interface Message {
  id?: number | string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

type Answer = (params: never) => unknown;

/** A language server in a separate process, which communicates over stdio as with an editor. */
export class LanguageServer {
  readonly #process: ChildProcess;
  readonly #pending = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  #buffer = Buffer.alloc(0);
  #last = 0;

  /** @param answers the editor's handlers for requests and notifications of the server, by method */
  constructor(
    script: string,
    cwd: string,
    private readonly answers: Readonly<Record<string, Answer>>,
  ) {
    this.#process = spawn(process.execPath, [script, '--stdio'], { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#process.stdout!.on('data', (data: Buffer) => this.#receive(data));
    // Stops the server even if the test fails.
    process.once('exit', () => this.#process.kill());
    this.#process.on('exit', (code) => {
      for (const { reject } of this.#pending.values()) reject(new Error(`the server exited with ${code}`));
    });
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    const id = ++this.#last;
    this.#send({ id, method, params });
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve: resolve as (result: unknown) => void, reject });
    });
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  async stop(): Promise<void> {
    await this.request('shutdown', null);
    this.notify('exit', null);
  }

  #send(message: Message): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin!.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #receive(data: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    for (;;) {
      const end = this.#buffer.indexOf('\r\n\r\n');
      if (end === -1) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.toString('latin1', 0, end))![1]);
      const from = end + 4;
      if (this.#buffer.length < from + length) return;
      const message = JSON.parse(this.#buffer.toString('utf8', from, from + length)) as Message;
      this.#buffer = this.#buffer.subarray(from + length);
      this.#handle(message);
    }
  }

  #handle({ id, method, params, result, error }: Message): void {
    if (method !== undefined) {
      const answer = this.answers[method]?.(params as never) ?? null;
      if (id !== undefined) this.#send({ id, result: answer });
      return;
    }
    const waiting = this.#pending.get(id as number);
    this.#pending.delete(id as number);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}
