/** Options of `voice` for the whole app. */
export interface VoiceOptions {
  /** Outcome of `play` when the app stops it or is hidden: `fail` (default) or `success`. */
  onStop?: 'fail' | 'success';
}

/** Options that builds pass to this family's runtime. */
export interface RuntimeOptions {
  voice?: VoiceOptions;
}
