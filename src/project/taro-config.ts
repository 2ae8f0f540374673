import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const NAMES = ['index.ts', 'index.js', 'index.mts', 'index.mjs', 'index.cjs'];

export interface TaroConfig {
  sourceRoot: string;
  outputRoot: string;
}

/**
 * Reads the two folders out of `config/index.*` by pattern. Running the file would need the project's own
 * dependencies and would let it do anything; both values are plain literals in practice.
 */
export function readTaroConfig(root: string): TaroConfig | null {
  for (const name of NAMES) {
    let text: string;
    try {
      text = readFileSync(join(root, 'config', name), 'utf8');
    } catch {
      continue;
    }
    const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
    if (!/\b(?:sourceRoot|outputRoot|designWidth|projectName)\b|@tarojs\//.test(code)) continue;
    return {
      sourceRoot: resolve(root, literal(code, 'sourceRoot') ?? 'src'),
      outputRoot: resolve(root, literal(code, 'outputRoot') ?? 'dist'),
    };
  }
  return null;
}

/** Of `dist/${process.env.TARO_ENV}` the part before the first hole: all builds are below it. */
function literal(code: string, key: string): string | undefined {
  const value = new RegExp(`\\b${key}\\s*['"]?\\s*:\\s*(['"\`])([^'"\`]+)\\1`).exec(code)?.[2];
  const fixed = value?.split('${')[0]?.replace(/\/+$/, '');
  return fixed === undefined || fixed === '' || fixed === '.' ? undefined : fixed;
}
