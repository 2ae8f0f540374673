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
  /** H5: files stay readable when another is recorded. Default: the last one only. */
  keepFiles?: boolean;
}

/** What builds hand to this family's runtime. */
export interface RuntimeOptions {
  recorder?: RecorderOptions;
}

/** Options of the engine and of builds for what changes along with this family's calls. */
export interface CompanionOptions {
  /**
   * Route the app's own `getRecorderManager()` calls to the runtime's shared manager, so that its listeners
   * and the runtime's do not evict each other. Default: no.
   */
  shareManager?: boolean;
  /**
   * Rewrite the `getSetting` and `authorize` that ask for the permission around a migrated call, because the
   * code is to run where Taro does not have them (h5) or has them under other names (alipay). Default: no.
   */
  guard?: boolean;
}
