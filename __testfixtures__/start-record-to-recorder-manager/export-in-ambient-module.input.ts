declare module 'x' {
  export { startRecord } from '@tarojs/taro'
}
