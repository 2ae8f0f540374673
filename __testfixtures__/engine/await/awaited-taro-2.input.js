import Taro from '@tarojs/taro'

export async function record() {
  await Taro.startRecord({ success: console.log })
  await wx.startRecord({ success: console.log })
}
