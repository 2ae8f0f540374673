import { dirname, join } from 'node:path';
import { firstNumber } from './declared';
import { readPackageJson } from './package-json';

const CURRENT = 4;

/** Major version of the installed @tarojs/taro, otherwise of the declared one, otherwise the current one. */
export function taroMajor(root: string, declared: string | undefined): number {
  for (let folder = root; ; folder = dirname(folder)) {
    const installed = readPackageJson(join(folder, 'node_modules', '@tarojs', 'taro'));
    const major = firstNumber(installed?.version);
    if (major !== undefined) return major;
    if (dirname(folder) === folder) break;
  }
  return firstNumber(declared) ?? CURRENT;
}
