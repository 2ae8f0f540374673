/** Defaults for every `recorder.start` in the app; options of a call override them. */
export interface RecorderOptions {
  /** Maximum length of a recording, in ms. Default: 60000, as for `startRecord`. */
  duration?: number;
  /** In Hz. */
  sampleRate?: 8000 | 11025 | 12000 | 16000 | 22050 | 24000 | 32000 | 44100 | 48000;
  numberOfChannels?: 1 | 2;
  /** In bit/s; the range depends on the sample rate. */
  encodeBitRate?: number;
  format?: 'mp3' | 'aac' | 'wav' | 'PCM' | 'pcm';
  /** In kB; mp3 and PCM only. */
  frameSize?: number;
  audioSource?: string;
  /** If permission was denied earlier: `fail` (default), or `ask` the user to change the settings. */
  onDenied?: 'fail' | 'ask';
  /** The text of the dialog for `onDenied: 'ask'`. Default: `请在设置中允许使用麦克风`. */
  askText?: string;
  /** When the app is hidden: `stop` and return the file (default), or `keep` and resume when it is shown. */
  onBackground?: 'stop' | 'keep';
  /** H5: keep files readable after later recordings. Default: only recent ones are. */
  keepFiles?: boolean;
}

/** Options that builds pass to this family's runtime. */
export interface RuntimeOptions {
  recorder?: RecorderOptions;
}

/** Options of the engine and of builds for code that changes along with this family's calls. */
export interface CompanionOptions {
  /**
   * Route the app's own `getRecorderManager()` calls through the runtime, so that its listeners and the
   * recorder's do not replace each other. Default: false.
   */
  shareManager?: boolean;
  /**
   * Rewrite the `getSetting` and `authorize` calls around a migrated call, for platforms where Taro does not
   * have them (h5) or uses other names (alipay). Default: false.
   */
  guard?: boolean;
}
