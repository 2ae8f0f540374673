/** Options of the engine and of builds for code that changes along with this family's calls. */
export interface CompanionOptions {
  /**
   * Route the app's own `getBackgroundAudioManager()` calls through the runtime, so that its listeners and the
   * runtime's do not replace each other. Default: false.
   */
  shareAudioManager?: boolean;
}
