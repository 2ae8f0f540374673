import type { IPluginContext } from '@tarojs/service';
import { migrations } from '../migrations';

/** Defaults of every `recorder.start` in the app, and how the recorder behaves. A call's own options win. */
export interface RecorderOptions {
  /** Longest recording, in ms. Default: 60000, as `startRecord` had it. */
  duration?: number;
  /** In Hz. */
  sampleRate?: 8000 | 11025 | 12000 | 16000 | 22050 | 24000 | 32000 | 44100 | 48000;
  numberOfChannels?: 1 | 2;
  /** In bit/s; its range depends on the rate. */
  encodeBitRate?: number;
  format?: 'mp3' | 'aac' | 'wav' | 'PCM' | 'pcm';
  /** In kB; mp3 and PCM only. */
  frameSize?: number;
  audioSource?: string;
  /** After a denial that showed no prompt: fail (default), or ask the user to change the settings. */
  onDenied?: 'fail' | 'ask';
  /** When the app is hidden: stop and deliver the file (default), or keep the recording for when it is shown. */
  onBackground?: 'stop' | 'keep';
}

/** Options of the Taro plugin: `plugins: [['taro-modernize', options]]`. */
export interface PluginOptions {
  /** Names of the migrations to run. Default: all. */
  migrations?: string[];
  /**
   * Route the app's own `getRecorderManager()` calls through the runtime, so that its listeners and the
   * recorder's do not evict each other. Default: `auto`, where the app uses the recorder; on h5 always.
   */
  shareManager?: 'auto' | boolean;
  recorder?: RecorderOptions;
}

type Joi = Parameters<Parameters<IPluginContext['addPluginOptsSchema']>[0]>[0];

/** The schema that Taro validates the options with, before the plugin runs. */
export function optionsSchema(joi: Joi) {
  return joi.object().keys({
    migrations: joi.array().items(joi.string().valid(...migrations.map(({ name }) => name))),
    shareManager: joi.valid('auto', true, false),
    recorder: joi.object().keys({
      duration: joi.number().positive(),
      sampleRate: joi.valid(8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000),
      numberOfChannels: joi.valid(1, 2),
      encodeBitRate: joi.number().integer().positive(),
      format: joi.valid('mp3', 'aac', 'wav', 'PCM', 'pcm'),
      frameSize: joi.number().positive(),
      audioSource: joi.string(),
      onDenied: joi.valid('fail', 'ask'),
      onBackground: joi.valid('stop', 'keep'),
    }),
  });
}
