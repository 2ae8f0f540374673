import type { Level } from '../../migrations/index';

/** `settings: { 'taro-modernize': … }` in a configuration. */
export interface Settings {
  /**
   * The folder of the copied runtimes, relative to the project's root. Default: `taro-modernize` in its
   * source root.
   */
  runtimeDir?: string;
  /** All platforms of the app's builds, such as `['weapp', 'h5']`. Default: those named in its package.json. */
  platforms?: readonly string[];
  /**
   * WeChat's base library, such as `2.20.1`: only APIs that are deprecated and have a replacement in it.
   * Default: any.
   */
  target?: string;
  /**
   * Which manual findings are reported: those that will stop working (`required`), or all (`advised`,
   * default).
   */
  level?: Level;
}
