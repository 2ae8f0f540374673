import { similar } from '../../messages/similar';
import type { Level } from '../../migrations/index';
import { buildText } from '../text/index';

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

const CHECKS: Readonly<Record<keyof Settings, { isValid(value: unknown): boolean; expected: string }>> = {
  runtimeDir: { isValid: (value) => typeof value === 'string' && value !== '', expected: "'src/lib'" },
  platforms: {
    isValid: (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
    expected: "['weapp', 'h5']",
  },
  target: {
    isValid: (value) => typeof value === 'string' && /^\d+\.\d+(\.\d+)?$/.test(value),
    expected: "'2.20.1'",
  },
  level: {
    isValid: (value) => value === 'required' || value === 'advised',
    expected: "'required', 'advised'",
  },
};

/**
 * The settings of a configuration.
 * @throws {Error} that names an unknown setting or an invalid value, which would otherwise have no effect
 */
export function checkedSettings(given: unknown): Settings {
  const settings: Record<string, unknown> = { ...(given as object | undefined) };
  for (const [name, value] of Object.entries(settings)) {
    if (!isSetting(name)) {
      const { unknownSetting } = buildText().eslint;
      throw new Error(unknownSetting(name, similar(name, Object.keys(CHECKS))));
    }
    const { isValid, expected } = CHECKS[name];
    if (value !== undefined && !isValid(value)) throw settingError(name, JSON.stringify(value), expected);
  }
  return settings;
}

function isSetting(name: string): name is keyof Settings {
  return Object.hasOwn(CHECKS, name);
}

/** The error for a setting with an invalid value. */
export function settingError(name: keyof Settings, value: string, expected: string): Error {
  return new Error(buildText().eslint.badSetting(name, value, expected));
}
