import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect } from 'vitest';

/** The runtimes as published, built into a separate folder. */
export class RuntimeBuild {
  readonly #out = mkdtempSync(join(tmpdir(), 'taro-modernize-runtime-'));

  async build(): Promise<void> {
    const script = new URL('../../scripts/build-runtime.mjs', import.meta.url).href;
    ((await import(script)) as { buildRuntime(dir: string): string[] }).buildRuntime(this.#out);
  }

  remove(): void {
    rmSync(this.#out, { recursive: true, force: true });
  }

  /**
   * The part of a runtime that remains in a production build for a platform, for an app that uses some of its
   * exports.
   * @param platform as in `process.env.TARO_ENV`
   */
  async production(runtime: string, platform: string, ...used: string[]): Promise<string> {
    const file = JSON.stringify(join(this.#out, `${runtime}.esm.js`));
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
}

/** In bytes. */
export function gzipped(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}

/** Expects docs/performance.md, in both languages, to state a size in bytes. */
export function expectStated(bytes: number): void {
  for (const name of ['docs/performance.md', 'docs/zh-CN/performance.md']) {
    const text = readFileSync(join(import.meta.dirname, '../..', name), 'utf8');
    expect(text, name).toMatch(new RegExp(`[(（]${bytes} (bytes|字节)[)）]`));
  }
}
