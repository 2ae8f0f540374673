/** The platforms of Taro and its own plugins, as in `process.env.TARO_ENV`. */
export const PLATFORMS = [
  ...['weapp', 'h5', 'alipay', 'tt', 'swan', 'qq', 'jd', 'rn', 'harmony', 'harmony-hybrid', 'quickapp'],
  ...['ascf', 'kwai', 'dd', 'iot', 'lark', 'xhs'],
] as const;

/**
 * A misspelled name would silently skip the APIs deprecated there.
 * @throws {RangeError} naming the unknown platform and the known ones
 */
export function checkPlatforms(names: readonly string[]): void {
  const known: readonly string[] = PLATFORMS;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new RangeError(`Unknown platform "${unknown}". Known platforms: ${known.join(', ')}.`);
}
