import Taro, { startRecord, stopRecord as halt } from '@tarojs/taro'

export const api = { startRecord, stopRecord: halt, halt, getEnv: Taro.getEnv }
export const list = [startRecord, ...[halt]]
export default { methods: { startRecord, async stop() { halt() } } }
