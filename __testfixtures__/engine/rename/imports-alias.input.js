import Taro, { login, getSystemInfoAsync as ask } from '@tarojs/taro'

ask({})
Taro.login()
export { ask, login }
