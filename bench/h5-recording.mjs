// The cost of recording wav on a page, compared with two recorders from npm in one run, in Chromium with its test
// microphone: the share of the main thread, the time from stop to the file, and the memory left afterwards. Each is
// measured at the speed of this machine's CPU and with it throttled to a quarter.
//   npm run build && node bench/h5-recording.mjs [seconds] [recordings]
// Uses the same Chromium as the end-to-end tests (CHROMIUM_PATH). With 60 seconds, a run takes ten minutes.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { rolldown } from 'rolldown';
import { CACHE, installed, ROOT } from './support/packages.mjs';

const [seconds = 60, recordings = 50] = process.argv.slice(2).map(Number);
const SELF = 'taro-modernize';
const NOTHING = 'only a microphone';
/** 16 bits, one channel, 48000 Hz: a rate that all recorders can write. */
const RATE = 48000;

/** Each is a module. Its `start` resolves when sound arrives, and its `stop` with the file. */
const SUBJECTS = {
  [NOTHING]: `
let stream;
export const start = async () => { stream = await navigator.mediaDevices.getUserMedia({ audio: true }); };
export const stop = async () => { stream.getTracks().forEach((track) => track.stop()); };`,
  [SELF]: `
import { getRecorderManager } from 'runtime';
const manager = getRecorderManager();
const next = (event) => new Promise((resolve, reject) => { manager['on' + event](resolve); manager.onError(reject); });
export const start = () => {
  const begun = next('Start');
  manager.start({ format: 'wav', sampleRate: ${RATE}, numberOfChannels: 1, duration: 600000 });
  return begun;
};
export const stop = () => {
  const ended = next('Stop');
  manager.stop();
  return ended;
};
export const sizeOf = ({ fileSize }) => fileSize;`,
  'extendable-media-recorder': `
import { MediaRecorder, register } from 'extendable-media-recorder';
import { connect } from 'extendable-media-recorder-wav-encoder';
let ready, recorder, stream, file;
export const start = async () => {
  await (ready ??= connect().then(register));
  stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  recorder = new MediaRecorder(stream, { mimeType: 'audio/wav' });
  file = new Promise((resolve) => { recorder.ondataavailable = ({ data }) => resolve(data); });
  const begun = new Promise((resolve) => { recorder.onstart = resolve; });
  recorder.start();
  await begun;
};
export const stop = () => {
  recorder.stop();
  stream.getTracks().forEach((track) => track.stop());
  return file;
};
export const sizeOf = ({ size }) => size;`,
  'recorder-core': `
import Recorder from 'recorder-core';
import 'recorder-core/src/engine/wav';
let recorder;
export const start = () => new Promise((resolve, reject) => {
  recorder = Recorder({ type: 'wav', sampleRate: ${RATE}, bitRate: 16 });
  recorder.open(() => { recorder.start(); resolve(); }, reject);
});
export const stop = () => new Promise((resolve, reject) => {
  recorder.stop((blob) => { recorder.close(); resolve(blob); }, reject);
});
export const sizeOf = ({ size }) => size;`,
};

const modules = installed('recorders', {
  'extendable-media-recorder': '9.2.40',
  'extendable-media-recorder-wav-encoder': '7.0.140',
  'recorder-core': '1.3.26070800',
});
const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);
if (!executablePath) throw new Error('No Chromium found. Install it or give its path in CHROMIUM_PATH.');

const scripts = await bundle();
const server = createServer((request, response) => {
  const script = scripts.get(decodeURIComponent(request.url.slice(1)));
  response.setHeader('content-type', 'text/html');
  response.end(`<!doctype html><title>bench</title><script type="module">${script ?? ''}</script>`);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${server.address().port}/`;

console.log(`${cpus().length} × ${cpus()[0].model}, ${seconds} s of wav, ${RATE} Hz, 1 channel`);
try {
  for (const slower of [1, 4]) {
    console.log(slower === 1 ? '\nThis processor' : `\n${slower} times slower`);
    report(await inTurn((page) => measure(page, slower)), [
      ['main thread', 'busy', (share) => `${(share * 100).toFixed(2)} %`],
      ['stop to file', 'stopped', (ms) => `${ms.toFixed(0)} ms`],
      // A recorder that loses sound does less work, so its result would be too good.
      ['lost', 'lost', (share) => (share === undefined ? '-' : `${(share * 100).toFixed(1)} %`)],
    ]);
  }
  console.log(`\nAfter ${recordings} recordings of half a second and a garbage collection`);
  report(await inTurn(remains), [
    ['JavaScript heap grew by', 'heap', (bytes) => `${(bytes / 1024).toFixed(0)} KiB`],
    ['Blobs', 'Blob', String],
    ['ArrayBuffers', 'ArrayBuffer', String],
    ['AudioContexts', 'AudioContext', String],
    ['AudioWorkletNodes', 'AudioWorkletNode', String],
    ['MessagePorts', 'MessagePort', String],
  ]);
} finally {
  server.close();
}

async function bundle() {
  const folder = join(CACHE, 'recording');
  mkdirSync(folder, { recursive: true });
  const taro = join(folder, 'taro.js');
  writeFileSync(
    taro,
    `export const eventCenter = {};
export const authorize = undefined, getSetting = undefined, openSetting = undefined, showModal = undefined;\n`,
  );
  const result = new Map();
  for (const [name, source] of Object.entries(SUBJECTS)) {
    const input = join(folder, `${name.replaceAll(' ', '-')}.js`);
    writeFileSync(input, `${source}\n`);
    const built = await rolldown({
      input,
      resolve: {
        modules: [modules],
        alias: { runtime: join(ROOT, 'dist/runtime/recorder-h5.esm.js'), '@tarojs/taro': taro },
      },
      transform: { define: { 'process.env.TARO_ENV': '"h5"' } },
      checks: { eval: false },
    });
    const { output } = await built.generate({ format: 'iife', name: 'subject', minify: true });
    result.set(name, `${output[0].code};globalThis.subject=subject;`.replaceAll('</script', '<\\/script'));
  }
  return result;
}

/** Each recorder runs in a separate browser, so that none is affected by the previous one. */
async function inTurn(run) {
  const results = new Map();
  for (const name of Object.keys(SUBJECTS)) {
    const browser = await chromium.launch({
      executablePath,
      args: [
        ...['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
        '--autoplay-policy=no-user-gesture-required',
      ],
    });
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(`${name}: ${error.stack}`));
    await page.goto(url + encodeURIComponent(name));
    results.set(name, await run(page, name));
    await browser.close();
  }
  return results;
}

async function measure(page, slower) {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  await client.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const taskTime = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value;
  };
  await page.evaluate(() => subject.start());
  const [before, since] = [await taskTime(), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const busy = ((await taskTime()) - before) / ((performance.now() - since) / 1000);
  const { stopped, bytes } = await page.evaluate(async () => {
    const begun = performance.now();
    const file = await subject.stop();
    return { stopped: performance.now() - begun, bytes: file ? subject.sizeOf(file) : undefined };
  });
  return { busy, stopped, lost: bytes && Math.max(0, 1 - bytes / (RATE * 2 * seconds)) };
}

async function remains(page, name) {
  const client = await page.context().newCDPSession(page);
  const heapSize = async () => {
    for (let i = 0; i < 3; i++) await client.send('HeapProfiler.collectGarbage');
    return (await client.send('Runtime.getHeapUsage')).usedSize;
  };
  const record = (times) =>
    page.evaluate(async (count) => {
      for (let i = 0; i < count; i++) {
        await subject.start();
        await new Promise((resolve) => setTimeout(resolve, 500));
        await subject.stop();
      }
    }, times);
  // What the first recordings load stays in memory and is no leak.
  await record(2);
  const before = await heapSize();
  await record(name === NOTHING ? 2 : recordings);
  // An audio thread takes a moment to end.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const result = { heap: (await heapSize()) - before };
  for (const kind of ['Blob', 'ArrayBuffer', 'AudioContext', 'AudioWorkletNode', 'MessagePort'])
    result[kind] = await count(client, kind);
  return result;
}

/** @returns the number of live objects of a class in the page */
async function count(client, kind) {
  const { result } = await client.send('Runtime.evaluate', { expression: `${kind}.prototype` });
  const { objects } = await client.send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
  const { result: length } = await client.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.length }',
  });
  return length.value;
}

/** One line per recorder: each value, with its ratio to ours where that is useful. */
function report(results, columns) {
  const own = results.get(SELF);
  for (const [name, result] of results) {
    const cells = columns.map(([title, key, shown]) => {
      const ratio = name === SELF || name === NOTHING ? '' : ` (× ${(result[key] / own[key]).toFixed(1)})`;
      return `${title} ${shown(result[key])}${Number.isFinite(result[key] / own[key]) ? ratio : ''}`;
    });
    console.log(`  ${name.padEnd(26)} ${cells.join(', ')}`);
  }
}
