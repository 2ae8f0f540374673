import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect } from 'vitest';
import { ROOT } from '../cli/support/cli';

/**
 * The part of a runtime in dist that remains in a production build for a platform, for an app that uses some of its
 * exports.
 * @param platform as in `process.env.TARO_ENV`
 */
export async function production(runtime: string, platform: string, ...used: string[]): Promise<string> {
  const file = JSON.stringify(join(ROOT, 'dist/runtime', `${runtime}.esm.js`));
  const entry = `import { ${used.join(', ')} } from ${file}; app(${used.join(', ')})`;
  const bundle = await rolldown({
    input: 'entry',
    external: ['@tarojs/taro'],
    transform: { define: { 'process.env.TARO_ENV': JSON.stringify(platform) } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id: string) => (id === 'entry' ? id : null),
        load: (id: string) => (id === 'entry' ? entry : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  return output[0].code;
}

/** In bytes. */
export function gzipped(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}

/** Expects docs/performance.md, in both languages, to state a size in bytes. */
export function expectStated(bytes: number): void {
  for (const name of ['docs/performance.md', 'docs/zh-CN/performance.md']) {
    const text = readFileSync(join(ROOT, name), 'utf8');
    expect(text, name).toMatch(new RegExp(`[(（]${bytes} (bytes|字节)[)）]`));
  }
}
