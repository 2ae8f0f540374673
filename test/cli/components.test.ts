import { expect, test } from 'vitest';
import { inProcess } from './support/in-process';
import { tree } from './support/tree';

const PAGE = `import { Button, Canvas } from '@tarojs/components'

export const Chart = () => <Canvas canvasId="chart" />
export const Other = () => <Canvas canvasId="other" />
export const Login = () => <Button onGetUserInfo={console.log} />
`;

const scan = async (...args: string[]) => {
  const files = {
    'package.json': '{ "dependencies": { "@tarojs/taro": "^4.0.0" } }',
    'src/app.config.js': 'export default { pages: ["pages/index"] };\n',
    'src/pages/index.jsx': PAGE,
  };
  return (await inProcess(tree(files), ['scan', '--no-types', 'src', ...args])).stdout;
};

test('a scan counts components by name, like APIs that no migration rewrites', async () => {
  const shown = await scan();
  expect(shown).toMatch(/^ {2}canvas\.canvas-id +2 {2}type="2d" and id$/m);
  expect(shown).toMatch(/^ {2}button\.getuserinfo +1 {2}<button open-type="chooseAvatar"> and/m);
  expect(shown).not.toContain('Manual changes needed');
});

test('a Chinese scan has the Chinese words of a component', async () => {
  expect(await scan('--lang', 'zh')).toMatch(/^ {2}canvas\.canvas-id +2 {2}type="2d" 和 id$/m);
});

test('a scan for required changes omits components that still work', async () => {
  const shown = await scan('--level', 'required');
  expect(shown).toContain('button.getuserinfo');
  expect(shown).not.toContain('canvas.canvas-id');
});
