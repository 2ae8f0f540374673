import { dirname, join } from 'node:path';
import { firstNumber } from './declared';
import { readPackageJson } from './package-json';

const CURRENT = 4;

/** A version or range that allows only one major version: `3.4.1`, `^3.6.0`, `~2.2`, `npm:@tarojs/taro@3.1`. */
const ONE_MAJOR = /^(?:npm:@tarojs\/\w+@)?[\^~=v]*\d+(?:\.[\w.*+-]*)?$/;

/**
 * Major version of Taro: the declared one, or that of the installed @tarojs/taro if the range allows several. A parent
 * folder may have Taro installed for another app.
 */
export function taroMajor(root: string, declared: string | undefined): number {
  const own = declared !== undefined && ONE_MAJOR.test(declared.trim()) ? firstNumber(declared) : undefined;
  if (own !== undefined) return own;
  for (let folder = root; ; folder = dirname(folder)) {
    const installed = readPackageJson(join(folder, 'node_modules', '@tarojs', 'taro'));
    const major = firstNumber(installed?.version);
    if (major !== undefined) return major;
    if (dirname(folder) === folder) break;
  }
  return firstNumber(declared) ?? CURRENT;
}
