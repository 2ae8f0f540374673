import Taro from '@tarojs/taro'

const { startRecord: a /* d */, login } = Taro
const { stopRecord /* } */, showToast } = (Taro /* whole */)
const { hideToast, startRecord: b /* , */ } = Taro
const {
  // asks
  getSetting, // for all
  // begins
  startRecord: c = null, // old
} = Taro
const { startRecord: /* to */ d, /* ends */ stopRecord: e /* it */ } = (Taro /* in place */)
const { startRecord /* key */ : /* value */ f, ...others } = Taro
const { startRecord: g = /* none */ undefined /* default */, } = wx // line
const { /* computed */ ['stopRecord']: h /* last */, openSetting } = wx

a(), stopRecord(), b(), c(), d(), e(), f(), g(), h()
