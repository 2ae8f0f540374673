import { parentPort, workerData } from 'node:worker_threads';
import { Prefilter } from '../migrations/prefilter';
import { Claims } from './claims';
import { SourceReader } from './read-source';
import type { Answer, Question, Setup } from './search-thread';

const setup = workerData as Setup;
const claims = new Claims(setup.claims);
const reader = new SourceReader(new Prefilter(setup.names));

parentPort?.on('message', ({ batch, paths }: Question) => {
  if (!claims.take(batch)) return;
  const answer: Answer = { batch, left: reader.hitsAmong(paths.split('\0')) };
  parentPort?.postMessage(answer);
});
