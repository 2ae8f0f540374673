import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** All that users get, and why. */
const WANTED: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^(package\.json|README\.md|README\.zh-CN\.md|LICENSE)$/, 'what npm shows'],
  [/^dist\/THIRD-PARTY-LICENSES\.txt$/, 'of what is bundled'],
  [/^report\.schema\.json$/, 'the form of --json'],
  [
    /^(babel|engine|eslint|vite|webpack-loader|runtime\/[\w-]+)\/package\.json$/,
    'subpaths where exports is not read',
  ],
  [/^eslint\/index\.(js|d\.ts)$/, 'the ESLint plugin as ESLint loads it'],
  [/^dist\/index\.(js|d\.ts)$/, 'the Taro plugin'],
  [/^dist\/cli\/bin\.js$/, 'the command'],
  [/^dist\/cli\/search-worker\.js$/, 'its second thread'],
  [/^dist\/(integrations|engine)\/[\w-]+\.m?js$/, 'entries'],
  [/^dist\/(integrations|engine)\/[\w-]+\.d\.m?ts$/, 'their types'],
  [/^dist\/(index|module|rewrite)-[\w-]+\.d\.m?ts$/, 'types that entries share'],
  [/^dist\/[\w-]+-[\w-]{8}\.m?js$/, 'code that entries share'],
  [/^dist\/transforms\/[a-z-]+\.js$/, 'jscodeshift transforms'],
  [/^dist\/runtime\/(package\.json|[\w-]+\.(js|mjs|esm\.js|d\.ts|d\.mts))$/, 'the runtimes for bundlers'],
  [/^dist\/runtime\/source\/((native|taro2)\/)?[\w.-]+\.(ts|js)$/, 'the runtimes to copy'],
];

let packed: { size: number; unpackedSize: number; files: { path: string; size: number }[] };
beforeAll(() => {
  const printed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  [packed] = JSON.parse(printed) as [typeof packed];
});

test('the package holds only what is needed', () => {
  const paths = packed.files.map(({ path }) => path);
  expect(paths.filter((path) => !WANTED.some(([pattern]) => pattern.test(path)))).toEqual([]);
  const unmatched = WANTED.filter(([pattern]) => !paths.some((path) => pattern.test(path)));
  expect(unmatched.map(([pattern, why]) => `${pattern} (${why})`)).toEqual([]);
  for (const bin of Object.values(manifest.bin as Record<string, string>)) {
    expect(paths).toContain(bin.replace('./', ''));
  }
});

describe.each(['docs', 'docs/zh-CN'])('%s', (folder) => {
  test(`${folder}/performance.md states the size of the package, which stays below the stated limit`, () => {
    const text = readFileSync(join(ROOT, folder, 'performance.md'), 'utf8');
    const section = text.split(/\n## /).find((part) => part.includes('`npm pack --dry-run`'))!;
    const [size, limit] = [...section.matchAll(/(\d+) kB/g)].map(([, number]) => Number(number) * 1000);
    const unpacked = Number(/([\d.]+) MB/.exec(section)![1]) * 1e6;
    expect(packed.size).toBeLessThan(limit!);
    // npm's compression differs a little between versions.
    expect(Math.abs(packed.size - size!) / size!, `${packed.size} bytes, stated: ${size}`).toBeLessThan(0.02);
    expect(Math.abs(packed.unpackedSize - unpacked) / unpacked).toBeLessThan(0.03);
  });

  test(`${folder}/recorder.md states the size of the recorder for H5`, async () => {
    const bundle = await rolldown({
      input: join(ROOT, 'dist/runtime/recorder-h5.esm.js'),
      external: ['@tarojs/taro'],
      transform: { define: { 'process.env.TARO_ENV': '"h5"' } },
    });
    const { output } = await bundle.generate({ format: 'esm', minify: true });
    await bundle.close();
    const bytes = gzipSync(output[0].code, { level: 9 }).length;
    const [, kilobytes, stated] = /([\d.]+) kB gzip\D+(\d,\d{3})/.exec(
      readFileSync(join(ROOT, folder, 'recorder.md'), 'utf8'),
    )!;
    expect(Math.abs(Number(stated!.replace(',', '')) - bytes), `it is ${bytes} bytes`).toBeLessThan(
      bytes * 0.02,
    );
    expect(Number(kilobytes)).toBeCloseTo(bytes / 1000, 1);
  });
});
