import {
  declaredVersion,
  firstNumber,
  isRecord,
  packageJsonOf,
  platformsOf,
} from '../../../src/project/declared';
import type { Options } from '../state';

/** The options that follow from a package.json, as the command reads it. */
export function declared(text: string): Options {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (!isRecord(value)) return {};
    const manifest = packageJsonOf(value);
    const taroVersion = firstNumber(declaredVersion(manifest));
    const { platforms, openPlatforms } = platformsOf(manifest, taroVersion ?? 4);
    return {
      ...(taroVersion !== undefined && { taroVersion }),
      ...(platforms.length > 0 && !openPlatforms && { platforms: [...platforms] }),
    };
  } catch {
    return {};
  }
}
