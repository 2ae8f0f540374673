import Taro from '@tarojs/taro'

export async function kept(options) {
  if (Taro.startRecord) {
    const { tempFilePath } = await Taro.startRecord({ success() {} })
    return tempFilePath
  }
  if (!Taro.stopRecord) return
  Taro.stopRecord()
}
export async function early(options) {
  if (!Taro.startRecord) return
  await Taro.startRecord(options)
}
export function suppressed() {
  if (wx.startRecord) {
    // taro-modernize-ignore the host's own
    wx.startRecord({})
  }
  const can = typeof wx.startRecord === 'function'
  if (can) {
    // taro-modernize-ignore the host's own
    wx.startRecord({})
  }
  // taro-modernize-ignore the test alone
  if (wx.startRecord) wx.startRecord({})
}
if (!wx.startRecord) wx.startRecord = () => {}
export function computed(name) {
  if (wx.startRecord) wx[name]()
}
const has = () => !!wx.startRecord
export function apart(api) {
  if (has()) api.startRecord({})
}
export const unknown = !!wx.startRecord
export const same = Taro.startRecord === wx.startRecord
