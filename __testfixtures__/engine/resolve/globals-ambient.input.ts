import { View } from '@tarojs/components'

declare const wx: any
declare let tt: any
declare var my: any
declare function swan(): void
declare namespace qq {
  function startRecord(option: object): void
}
declare global {
  const jd: any
}

wx.startRecord({})
tt.startRecord({})
my.startRecord({})
swan.startRecord({})
qq.startRecord({})
jd.startRecord({})
