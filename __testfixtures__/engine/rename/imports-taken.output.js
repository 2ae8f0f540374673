import { getSystemInfo as getSystemInfoAsync } from '@tarojs/taro'

export function start(getSystemInfo) {
  getSystemInfoAsync({ success: getSystemInfo })
}
export { getSystemInfoAsync }
