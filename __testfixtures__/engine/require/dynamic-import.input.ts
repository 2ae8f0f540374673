export async function go() {
  const Taro = await import('@tarojs/taro')
  Taro.default.startRecord({})
  ;(await import('@tarojs/taro')).stopRecord()
  const { default: T } = await import('@tarojs/taro')
  T.stopRecord()
}
