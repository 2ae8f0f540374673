export { stopRecord as type, startRecord as undefined } from '@tarojs/taro'
