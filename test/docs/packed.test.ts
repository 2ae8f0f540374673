import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** Everything in the published package, with the reason. */
const WANTED: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^(package\.json|README\.md|README\.zh-CN\.md|LICENSE)$/, 'shown by npm'],
  [/^dist\/THIRD-PARTY-LICENSES\.txt$/, 'for the bundled packages'],
  [/^report\.schema\.json$/, 'describes the output of --json'],
  [
    /^(babel|engine|eslint|vite|webpack-loader|runtime\/[\w-]+)\/package\.json$/,
    'subpaths for tools that do not read exports',
  ],
  [/^eslint\/index\.(js|d\.ts)$/, 'the ESLint plugin in the form that ESLint loads'],
  [/^dist\/index\.(js|d\.ts)$/, 'the Taro plugin'],
  [/^dist\/cli\/bin\.js$/, 'the command'],
  [/^dist\/cli\/(explain|list|run)\.js$/, 'what it loads for its subcommands'],
  [/^dist\/(integrations|engine)\/[\w-]+\.m?js$/, 'entries'],
  [/^dist\/(integrations|engine)\/[\w-]+\.d\.m?ts$/, 'their types'],
  [/^dist\/(index|module|rewrite)-[\w-]+\.d\.m?ts$/, 'types shared by entries'],
  [/^dist\/[\w-]+-[\w-]{8}\d?\.m?js$/, 'code shared by entries'],
  [/^dist\/findings\.json$/, 'the pages for taro-modernize explain'],
  [/^skills\/taro-modernize\/SKILL\.md$/, 'for coding agents'],
  [/^dist\/transforms\/[a-z\d-]+\.js$/, 'jscodeshift transforms'],
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

test('the package contains only the listed files', () => {
  const paths = packed.files.map(({ path }) => path);
  expect(paths.filter((path) => !WANTED.some(([pattern]) => pattern.test(path)))).toEqual([]);
  const unmatched = WANTED.filter(([pattern]) => !paths.some((path) => pattern.test(path)));
  expect(unmatched.map(([pattern, why]) => `${pattern} (${why})`)).toEqual([]);
  for (const bin of Object.values(manifest.bin as Record<string, string>)) {
    expect(paths).toContain(bin.replace('./', ''));
  }
});

test('the command reads nothing but its first file to print help', () => {
  const bin = join(ROOT, 'dist/cli/bin.js');
  const script = `process.argv.push('bin.js', '--help');
    process.on('exit', () => console.log(Object.keys(require.cache).join(';')));
    require(${JSON.stringify(bin)});`;
  const printed = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect(printed).toContain('taro-modernize [migrate]');
  expect(printed.trim().split('\n').at(-1)).toBe(bin);
});

describe.each(['docs', 'docs/zh-CN'])('%s', (folder) => {
  test(`${folder}/performance.md states the package size, and the package stays below the stated limit`, () => {
    const text = readFileSync(join(ROOT, folder, 'performance.md'), 'utf8');
    const section = text.split(/\n## /).find((part) => part.includes('`npm pack --dry-run`'))!;
    const [size, limit] = [...section.matchAll(/(\d+) kB/g)].map(([, number]) => Number(number) * 1000);
    const unpacked = Number(/([\d.]+) MB/.exec(section)![1]) * 1e6;
    expect(packed.size).toBeLessThan(limit!);
    // The compression differs slightly between npm versions.
    expect(Math.abs(packed.size - size!) / size!, `${packed.size} bytes, stated: ${size}`).toBeLessThan(0.02);
    expect(Math.abs(packed.unpackedSize - unpacked) / unpacked).toBeLessThan(0.03);
  });

  test(`${folder}/recorder.md states the size of the h5 recorder`, async () => {
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
    expect(
      Math.abs(Number(stated!.replace(',', '')) - bytes),
      `the actual size is ${bytes} bytes`,
    ).toBeLessThan(bytes * 0.02);
    expect(Number(kilobytes)).toBeCloseTo(bytes / 1000, 1);
  });
});
