import Taro from '@tarojs/taro'

const session = () => ({ [Symbol.dispose]: () => Taro.stopRecord() })

export async function record() {
  using current = session()
  await using other = { [Symbol.asyncDispose]: async () => { wx.stopRecord() } }
  Taro.startRecord({ success: () => console.log(current, other) })
}
