import { View } from '@tarojs/components'

wx.startRecord({})
tt.startRecord({})
my.stopRecord({})
swan.stopRecord({})
qq.startRecord({})
jd.startRecord({})
dd.startRecord({})
ks.stopRecord({})
