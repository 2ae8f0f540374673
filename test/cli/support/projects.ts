export const OLD = `import Taro from '@tarojs/taro';

export function start() {
  Taro.startRecord({ success: (res) => console.log(res.tempFilePath) });
}

export function stop() {
  Taro.stopRecord();
  Taro.vibrateShort();
}
`;

export const NEW = `import Taro from '@tarojs/taro';
import { recorder } from './taro-modernize/recorder';

export function start() {
  recorder.start({ success: (res) => console.log(res.tempFilePath) });
}

export function stop() {
  recorder.stop();
  Taro.vibrateShort();
}
`;

const manifest = (version: string): string =>
  `${JSON.stringify({ name: 'app', dependencies: { '@tarojs/taro': version } }, null, 2)}\n`;

/** The package.json of a Taro 4 project with the plugins for these platforms. */
export function builtFor(...platforms: readonly string[]): { 'package.json': string } {
  const plugins = platforms.map((name) => [`@tarojs/plugin-platform-${name}`, '4.2.0']);
  const dependencies = { '@tarojs/taro': '4.2.0', ...Object.fromEntries(plugins) };
  return { 'package.json': JSON.stringify({ dependencies }) };
}

const CONFIG = `export default { projectName: 'app', sourceRoot: 'src', outputRoot: 'dist' };\n`;

/** A Taro 4 project in TypeScript with these sources. */
export function taroProject(
  sources: Readonly<Record<string, string | Buffer>>,
): Record<string, string | Buffer> {
  return {
    'package.json': manifest('4.2.0'),
    'config/index.ts': CONFIG,
    'tsconfig.json': '{}\n',
    ...prefixed('src/', sources),
  };
}

export function javascriptProject(
  sources: Readonly<Record<string, string | Buffer>>,
  version = '3.6.38',
): Record<string, string | Buffer> {
  return { 'package.json': manifest(version), 'config/index.js': CONFIG, ...prefixed('src/', sources) };
}

function prefixed(
  prefix: string,
  files: Readonly<Record<string, string | Buffer>>,
): Record<string, string | Buffer> {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [prefix + path, content]));
}
