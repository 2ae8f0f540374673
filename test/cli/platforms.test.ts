import { describe, expect, test } from 'vitest';
import { inProcess } from './support/in-process';
import { tree } from './support/tree';

const PAGE = `import Taro from '@tarojs/taro';

export const width = () => Taro.getSystemInfoSync().windowWidth;
export const pick = () => Taro.chooseImage({ count: 1 }).then(show);
export const own = (api) => api.chooseImage();
`;
const LATER = "import Taro from '@tarojs/taro';\nTaro.getSystemInfoSync();\n";
const RECORDS = "import Taro from '@tarojs/taro';\nTaro.startRecord();\n";

const app = (manifest: object, more: Record<string, string> = {}) =>
  tree({
    'package.json': JSON.stringify({ dependencies: { '@tarojs/taro': '3.6.38' }, ...manifest }),
    'src/page.js': PAGE,
    ...more,
  });
const scripts = (...platforms: readonly string[]) => ({
  scripts: Object.fromEntries(platforms.map((name) => [name, `taro build --type ${name}`])),
});

describe('calls that the platforms of a project leave out', () => {
  test.each<[string, object, string | undefined]>([
    [
      'h5',
      scripts('h5'),
      '2 calls in . left out: its package.json names no build for weapp. To include them: --platform h5,weapp',
    ],
    ['alipay and rn', scripts('alipay', 'rn'), '--platform alipay,rn,weapp'],
    ['h5 and weapp', scripts('h5', 'weapp'), undefined],
    ['h5 and a variable', scripts('h5', '$TYPE'), undefined],
    ['none', {}, undefined],
  ])('the summary says how many calls are left out, and how to include them: %s', async (_, manifest, line) => {
    const { stdout } = await inProcess(app(manifest), ['scan', '--no-types']);
    const lines = stdout.split('\n').filter((one) => one.includes('left out'));
    expect(lines).toEqual(line === undefined ? [] : [expect.stringContaining(line)]);
  });

  test('platforms that the user names leave out nothing unexpected', async () => {
    const root = app(scripts('h5'), { 'src/page.js': `${PAGE}Taro.startRecord();\n` });
    const { stdout } = await inProcess(root, ['scan', '--no-types', '--platform', 'h5']);
    expect(stdout).toMatch(/\(1 to rewrite\), 0 need manual changes/);
    expect(stdout).not.toContain('left out');
  });

  test('the named platforms include the calls that were left out', async () => {
    const root = app(scripts('h5'));
    const { stdout } = await inProcess(root, ['scan', '--no-types', '--platform', 'h5,weapp']);
    expect(stdout).toMatch(/\(1 to rewrite\), 1 needs a manual change/);
    expect(stdout).not.toContain('left out');
  });

  test('--check and a run that writes say it too, and one call is one call', async () => {
    const root = app(scripts('h5'), { 'src/page.js': LATER, 'src/record.js': RECORDS });
    for (const args of [['--check'], ['--dry-run'], []]) {
      const { stdout, stderr } = await inProcess(root, [...args, '--no-types']);
      expect(stdout + stderr, args.join()).toContain(
        '1 call in . left out: its package.json names no build for weapp. To include it:',
      );
    }
  });

  test('a Taro 2 project with the package for weapp is built for weapp, whatever its scripts name', async () => {
    const dependencies = { '@tarojs/taro': '2.2.21', '@tarojs/taro-weapp': '2.2.21' };
    const { stdout, code } = await inProcess(app({ dependencies, ...scripts('h5') }), [
      '--check',
      '--level',
      'advised',
    ]);
    expect(stdout).toContain('Taro 2 project in ');
    expect(stdout).not.toContain('left out');
    expect(code).toBe(1);
  });

  test('in Chinese', async () => {
    const { stdout } = await inProcess(app(scripts('h5')), ['scan', '--no-types', '--lang', 'zh']);
    expect(stdout).toContain(
      '. 中有 2 处调用未处理：package.json 中没有 weapp 的编译配置。如需处理，请加上 --platform h5,weapp',
    );
  });
});
