import { parentPort, workerData } from 'node:worker_threads';
import { Prefilter } from '../migrations/prefilter';
import { Claims } from './claims';
import { SourceReader } from './read-source';
import type { SearchRequest, SearchResponse, SearchSetup } from './search-thread';

const setup = workerData as SearchSetup;
const claims = new Claims(setup.claims);
const reader = new SourceReader(new Prefilter(setup.names));

parentPort?.on('message', ({ batch, paths }: SearchRequest) => {
  if (!claims.take(batch)) return;
  const response: SearchResponse = { batch, left: reader.hitsAmong(paths.split('\0')) };
  parentPort?.postMessage(response);
});
