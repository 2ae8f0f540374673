import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

/** Builds the packaged runtimes into a new folder. */
export async function builtRuntimes(): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), 'taro-modernize-runtime-'));
  const script = new URL('../../scripts/build-runtime.mjs', import.meta.url).href;
  ((await import(script)) as { buildRuntime(dir: string): string[] }).buildRuntime(out);
  return out;
}

/**
 * What a production build for a platform has of a runtime, for an app that uses some of it.
 * @param file The runtime's ES module.
 */
export async function production(file: string, platform: string, used: readonly string[]): Promise<string> {
  const names = used.join(', ');
  const entry = `import { ${names} } from ${JSON.stringify(file)}; app(${names})`;
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

export const gzipSize = (code: string): number => gzipSync(code, { level: 9 }).length;
