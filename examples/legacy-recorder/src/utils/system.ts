import Taro from '@tarojs/taro'

type SystemInfo = Taro.getSystemInfoSync.Result

/** 全局数据 */
export const store: { systemInfo?: SystemInfo } = {}

let cache: SystemInfo | undefined

/** 取不到时返回空对象，不影响页面 */
export function getSystem(): SystemInfo {
  if (cache) return cache
  try {
    cache = Taro.getSystemInfoSync()
  } catch (e) {
    console.error(e)
  }
  return cache || ({} as SystemInfo)
}
