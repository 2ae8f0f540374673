import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FileResult } from '../../site/playground/engine/protocol';
import type { State } from '../../site/playground/state';
import type { Language } from '../../src/messages/message';
import { DIST } from './dist';

export interface PageEngine {
  run(state: State, language?: Language): Promise<FileResult[]>;
  close(): Promise<unknown>;
}

/** What a browser's worker has, on a thread without Node's globals. */
const SHIM = `
const { parentPort, workerData } = require('node:worker_threads');
globalThis.self = globalThis;
globalThis.postMessage = (message) => parentPort.postMessage(message);
parentPort.on('message', (data) => globalThis.onmessage({ data }));
for (const name of ['process', 'Buffer', 'global', 'setImmediate', 'require']) delete globalThis[name];
import(workerData);
`;

/** Starts the engine from the page's own bundle. */
export async function startEngine(): Promise<PageEngine> {
  const file = readdirSync(join(DIST, 'assets')).find((name) => /^worker-.*\.js$/.test(name))!;
  const url = pathToFileURL(join(DIST, 'assets', file)).href;
  const worker = new Worker(SHIM, { eval: true, workerData: url });
  const next = () =>
    new Promise<{ results?: FileResult[]; message?: string }>((resolve, reject) => {
      worker.removeAllListeners('error').once('error', reject);
      worker.once('message', resolve);
    });
  await next();
  let last = 0;
  return {
    async run(state, language = 'en') {
      const answered = next();
      worker.postMessage({ id: ++last, kind: 'run', state, language });
      const { results, message } = await answered;
      if (!results) throw new Error(message);
      return results;
    },
    close: () => worker.terminate(),
  };
}
