import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RewriteOptions } from '../engine/types';

const NAMES = ['index.ts', 'index.js', 'index.mts', 'index.mjs', 'index.cjs'];

interface TaroConfig {
  sourceRoot: string;
  outputRoot: string;
  /** Undefined if the file computes it. */
  bundler?: Bundler;
}

type Bundler = NonNullable<RewriteOptions['bundler']>;

/** The bundler that Taro uses for a value of `compiler`: Vite if named, otherwise webpack. */
export function bundlerOf(compiler: unknown): Bundler {
  const type =
    typeof compiler === 'object' && compiler !== null && 'type' in compiler ? compiler.type : compiler;
  return type === 'vite' ? 'vite' : 'webpack';
}

function bundlerIn(code: string): { bundler?: Bundler } {
  if (!/\bcompiler\b/.test(code)) return { bundler: bundlerOf(undefined) };
  const type = literal(code, 'compiler') ?? TYPE_OF_COMPILER.exec(code)?.[1];
  return type === undefined ? {} : { bundler: bundlerOf(type) };
}

const TYPE_OF_COMPILER =
  /\bcompiler\s*['"]?\s*:\s*\{[\s\S]{0,1000}?\btype\s*['"]?\s*:\s*['"](vite|webpack\d?)\b/;

/**
 * Reads the folders and the bundler from `config/index.*` with patterns. Running the file would require the
 * project's dependencies and could have any effect; in practice the values are plain literals.
 */
export function readTaroConfig(root: string): TaroConfig | null {
  for (const name of NAMES) {
    let text: string;
    try {
      text = readFileSync(join(root, 'config', name), 'utf8');
    } catch {
      continue;
    }
    const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
    if (!/\b(?:sourceRoot|outputRoot|designWidth|projectName)\b|@tarojs\//.test(code)) continue;
    return {
      sourceRoot: resolve(root, literal(code, 'sourceRoot') ?? 'src'),
      outputRoot: resolve(root, literal(code, 'outputRoot') ?? 'dist'),
      ...bundlerIn(code),
    };
  }
  return null;
}

/** For `dist/${process.env.TARO_ENV}`, the part before the first placeholder: all builds are below it. */
function literal(code: string, key: string): string | undefined {
  const value = new RegExp(`\\b${key}\\s*['"]?\\s*:\\s*(['"\`])([^'"\`]+)\\1`).exec(code)?.[2];
  const fixed = value?.split('${')[0]?.replace(/\/+$/, '');
  return fixed === undefined || fixed === '' || fixed === '.' ? undefined : fixed;
}
