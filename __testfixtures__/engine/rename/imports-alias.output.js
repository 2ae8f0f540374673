import Taro, { login, getSystemInfo as ask } from '@tarojs/taro'

ask({})
Taro.login()
export { ask, login }
