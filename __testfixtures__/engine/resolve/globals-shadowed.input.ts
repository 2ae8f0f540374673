import wx from 'weixin-js-sdk'
import { View } from '@tarojs/components'

namespace qq {
  export const startRecord = () => {}
}

wx.startRecord({})
qq.startRecord()
function record(tt: { startRecord(): void }) {
  tt.startRecord()
}
{
  const my = { startRecord() {} }
  my.startRecord()
}
