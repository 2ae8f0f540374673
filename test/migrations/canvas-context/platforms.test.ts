import { afterEach, expect, test, vi } from 'vitest';
import { transformModule } from '../../../src/integrations/module';
import { inProcess } from '../../cli/support/in-process';
import { builtFor, taroProject } from '../../cli/support/projects';
import { snapshot, tree } from '../../cli/support/tree';

afterEach(() => {
  vi.unstubAllEnvs();
});

const PAGE = "import Taro from '@tarojs/taro';\n\nTaro.createCanvasContext('a').setLineWidth(2);\n";
const AFTER = PAGE.replace('.setLineWidth(2)', '.lineWidth = 2');

test.each<[string, string[], Record<string, string>, string]>([
  ['a package without platforms', [], {}, PAGE],
  ['the weapp and h5 plugins of the package', [], builtFor('weapp', 'h5'), AFTER],
  ['the platform plugins of the template', [], builtFor('weapp', 'alipay', 'tt', 'h5'), PAGE],
  [
    '--platform instead of the package',
    ['--platform', 'weapp,h5'],
    builtFor('weapp', 'alipay', 'tt', 'h5'),
    AFTER,
  ],
  [
    '--platform instead of a build script with a variable',
    ['--platform', 'weapp,h5'],
    {
      'package.json': JSON.stringify({
        scripts: { build: 'taro build --type $PLATFORM' },
        dependencies: { '@tarojs/taro': '4.2.0' },
      }),
    },
    AFTER,
  ],
  ['--platform given twice', ['--platform', 'weapp', '--platform', 'alipay'], builtFor('weapp'), PAGE],
])('canvas setters: the CLI decides by %s', async (_, args, files, expected) => {
  const root = tree({ ...taroProject({ 'page.js': PAGE }), ...files });
  expect((await inProcess(root, ['--yes', '--no-types', '--no-todo', ...args])).code).toBe(0);
  expect(snapshot(root)['src/page.js']).toBe(expected);
});

test('a misspelled platform is rejected', async () => {
  const { code, stderr } = await inProcess('/', ['scan', '--platform', 'wechat']);
  expect(code).toBe(2);
  expect(stderr).toContain('weapp');
});

test.each([
  ['weapp', AFTER],
  ['h5', AFTER],
  ['alipay', undefined],
  ['tt', undefined],
  ['', undefined],
])('canvas setters: a build decides by its platform: %s', (platform, expected) => {
  vi.stubEnv('TARO_ENV', platform);
  expect(transformModule(PAGE, '/app/src/page.js', {})?.output?.code).toBe(expected);
});
