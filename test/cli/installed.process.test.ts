import { describe, expect, it } from 'vitest';
import { cli } from './support/cli';
import { builtFor, OLD, taroProject } from './support/projects';
import { tree } from './support/tree';

const project = (sources: Record<string, string>): string =>
  tree({
    ...taroProject(sources),
    ...builtFor('weapp'),
    'node_modules/lottie/package.json': '{ "name": "lottie", "main": "index.js" }',
    'node_modules/lottie/index.js': 'module.exports = () => wx.getSystemInfoSync().pixelRatio;\n',
  });
const LINE =
  "1 installed package still calls deprecated APIs (lottie: getSystemInfoSync). The Taro plugin rewrites these calls in builds: plugins: ['taro-modernize']";
const USE = "import lottie from 'lottie';\nlottie();\n";

describe('installed packages that still call deprecated APIs', () => {
  it.each([
    ['changes something', { 'a.ts': OLD, 'b.ts': USE }],
    ['has nothing to change', { 'b.ts': USE }],
  ])('are named after a run that %s', (_, sources) => {
    const { code, stdout } = cli(project(sources), ['--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain(LINE);
  });

  it('are named in Chinese', () => {
    const { stdout } = cli(project({ 'b.ts': USE }), ['--yes', '--lang', 'zh']);
    expect(stdout).toContain('1 个已安装的包仍在调用已废弃的 API（lottie：getSystemInfoSync）。');
  });

  it.each([['--dry-run'], ['--check'], ['--json'], ['--quiet']])('are not searched for with %s', (option) => {
    const { stdout, stderr } = cli(project({ 'b.ts': USE }), [option]);
    expect(stdout + stderr).not.toContain('lottie');
  });
});
