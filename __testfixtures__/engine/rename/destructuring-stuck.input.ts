import Taro from '@tarojs/taro'

const { getSystemInfoAsync, ...rest } = Taro
getSystemInfoAsync({})
rest.login()

let ask: typeof Taro.getSystemInfoAsync
;({ getSystemInfoAsync: ask } = Taro)
ask({})

export function typed() {
  const { getSystemInfoAsync }: Pick<typeof Taro, 'getSystemInfoAsync'> = Taro
  return getSystemInfoAsync({})
}
