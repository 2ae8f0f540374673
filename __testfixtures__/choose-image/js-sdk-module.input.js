import wx from 'weixin-js-sdk'
import * as jweixin from 'jweixin-module'

wx.chooseImage({ count: 1, success: console.log })
jweixin.chooseImage({ count: 1, success: console.log })
window.wx.chooseImage({ count: 1 })
