/** How `voice` behaves in the whole app. */
export interface VoiceOptions {
  /** What `play` comes to when the app stops it or is hidden: fail (default), or success. */
  onStop?: 'fail' | 'success';
}

/** What builds hand to this family's runtime. */
export interface RuntimeOptions {
  voice?: VoiceOptions;
}
