import { dirname, join } from 'node:path';
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

/** `^3.6.0`, `~2.2`, `>=4`, `npm:@tarojs/taro@3.1` → the major version; `latest`, `workspace:*` → nothing. */
function firstNumber(version: string | undefined): number | undefined {
  const major = Number(/(?:^|[\^~>=@v\s:])(\d+)(?:\.|$|\s)/.exec(version ?? '')?.[1]);
  return Number.isInteger(major) && major > 0 ? major : undefined;
}
