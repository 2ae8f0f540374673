import type { State } from './state';

/** What the playground shows first: the start page's example. */
export const EXAMPLE = `import Taro from '@tarojs/taro'

const { windowHeight, platform } = Taro.getSystemInfoSync()

export function press() {
  Taro.startRecord({
    success: ({ tempFilePath }) => upload(tempFilePath),
    fail: ({ errMsg }) => toast(errMsg)
  })
}
`;

export const defaultState = (): State => ({
  files: [{ name: 'src/pages/index/index.tsx', code: EXAMPLE }],
  options: { runtime: 'file' },
});
