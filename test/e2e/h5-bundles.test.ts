import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { build, filesOf, installExample, makeApp, run } from '../support/taro-app';
import { H5_RECORDER } from './bundle';

let installed: string;
beforeAll(async () => {
  installed = await installExample();
});

test('a weapp build contains nothing of the h5 recorder, not even in development', async () => {
  const folder = makeApp(installed, 'h5-weapp', ['taro-modernize']);
  const cli = join(folder, 'node_modules/@tarojs/cli/bin/taro');
  const { status } = await run(process.execPath, [cli, 'build', '--type', 'weapp'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'development', TARO_COMPILER: 'webpack5' },
  });
  expect(status).toBe(0);
  const scripts = [...filesOf(join(folder, 'dist/weapp'))].filter(([name]) => name.endsWith('.js'));
  const all = scripts.map(([, text]) => text).join('\n');
  expect(all).toContain('__taro_modernize_recorder_');
  for (const part of ['registerProcessor', 'audioWorklet', 'new MediaRecorder', 'nameUploads'])
    expect(all, part).not.toContain(part);
});

test.each([
  'webpack5',
  'vite',
] as const)('migrated: only h5 builds with %s use recorder-host.h5.ts', async (compiler) => {
  const folder = makeApp(installed, `h5-migrated-${compiler}`, []);
  const bin = join(folder, 'node_modules/taro-modernize/dist/cli/bin.js');
  const { printed } = await run(process.execPath, [bin, 'src', '--yes', '--allow-dirty'], { cwd: folder });
  expect(printed).toMatch(/src\/taro-modernize\/.+recorder-host\.h5\.ts/);
  const code = async (platform: 'h5' | 'weapp') =>
    [...filesOf((await build(folder, platform, compiler)).folder)]
      .filter(([name]) => name.endsWith('.js'))
      .map(([, text]) => text)
      .join('\n');
  const h5 = await code('h5');
  expect(h5).toContain('registerProcessor');
  expect(h5).toContain(H5_RECORDER);
  // example.test.ts builds the migrated example for weapp with webpack.
  if (compiler === 'webpack5') return;
  const weapp = await code('weapp');
  expect(weapp).toContain('__taro_modernize_recorder_');
  expect(weapp).not.toContain('registerProcessor');
});
