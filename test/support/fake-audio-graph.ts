/**
 * The parts of a browser's AudioContext and microphone that a recorder uses. Worklets run the code that they
 * are given.
 */
import { resolveObjectURL } from 'node:buffer';

/** Samples per call of `process`, as in all current browsers. */
const QUANTUM = 128;

type Process = (inputs: Float32Array[][]) => boolean;

class Port {
  onmessage?: (event: { data: unknown }) => void;
  other?: Port;
  sent = 0;

  /** Like a real port, it detaches transferred buffers and answers later. */
  postMessage(message: unknown, transfer: ArrayBuffer[] = []): void {
    this.sent++;
    const data = structuredClone(message, { transfer });
    queueMicrotask(() => this.other?.onmessage?.({ data }));
  }
}

export class FakeAudioGraph {
  /** What a context with another sample rate does with the microphone, as in Firefox. */
  onlyRate: number | undefined;
  hasWorklets = true;
  contexts: { sampleRate: number; state: string }[] = [];
  /** Messages from the audio thread to the page. */
  messages = () => this.ports.reduce((sum, { sent }) => sum + sent, 0);
  private ports: Port[] = [];
  private running: { process: Process; channels: number; sampleRate: number } | undefined;

  /** @param level of each channel, from -1 to 1 */
  play(ms: number, ...level: number[]): void {
    // Sound that nobody listens to.
    if (!this.running) return;
    const { process, channels, sampleRate } = this.running;
    const input = Array.from({ length: channels }, (_, c) =>
      new Float32Array(QUANTUM).fill(level[c] ?? level.at(-1) ?? 0),
    );
    for (let quanta = Math.round((ms / 1000) * (sampleRate / QUANTUM)); quanta > 0 && this.running; quanta--)
      if (!process([input])) this.running = undefined;
  }

  /** What a page finds on `window` and as globals. */
  globals() {
    const graph = this;
    class Context {
      sampleRate: number;
      state = 'running';
      destination = {};
      processors = new Map<string, new (settings: object) => { port: Port; process: Process }>();
      audioWorklet = { addModule: (url: string) => this.load(url) };
      resume = () => new Promise(() => {});
      constructor(settings: { sampleRate?: number } = {}) {
        this.sampleRate = settings.sampleRate ?? graph.onlyRate ?? 48000;
        graph.contexts.push(this);
      }
      async load(url: string) {
        if (!graph.hasWorklets) throw new Error('Refused to load the script');
        const source = await resolveObjectURL(url)!.text();
        const ports = graph.ports;
        class AudioWorkletProcessor {
          port = new Port();
          constructor() {
            ports.push(this.port);
          }
        }
        new Function('registerProcessor', 'AudioWorkletProcessor', 'sampleRate', source)(
          (name: string, processor: never) => this.processors.set(name, processor),
          AudioWorkletProcessor,
          this.sampleRate,
        );
      }
      createMediaStreamSource() {
        if (graph.onlyRate && this.sampleRate !== graph.onlyRate) throw new Error('Another sample rate');
        return { connect() {}, disconnect() {} };
      }
      createScriptProcessor(size: number, channels: number) {
        const node: { onaudioprocess?(event: object): void } = {};
        let filled = 0;
        graph.running = {
          channels,
          sampleRate: this.sampleRate,
          process: ([input]) => {
            filled += QUANTUM;
            const getChannelData = (c: number) => new Float32Array(size).fill(input![c]![0]!);
            if (filled % size === 0)
              node.onaudioprocess?.({ inputBuffer: { numberOfChannels: channels, getChannelData } });
            return true;
          },
        };
        return Object.assign(node, { connect() {}, disconnect() {} });
      }
      async close() {
        if (this.state === 'closed') throw new Error('Closed already');
        this.state = 'closed';
        graph.running = undefined;
      }
    }
    class AudioWorkletNode {
      port = new Port();
      constructor(context: Context, name: string, settings: { channelCount?: number } = {}) {
        const { channelCount = 2 } = settings;
        const processor = new (context.processors.get(name)!)(structuredClone(settings));
        processor.port.other = this.port;
        this.port.other = processor.port;
        const process: Process = (inputs) => processor.process(inputs);
        graph.running = { process, channels: channelCount, sampleRate: context.sampleRate };
      }
      connect() {}
      disconnect() {}
    }
    return { AudioContext: Context, AudioWorkletNode };
  }
}
