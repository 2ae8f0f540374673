import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

const { /* d */ login } = Taro, { start: a } = recorder
const { /* } */ showToast } = (Taro /* whole */), { stop: stopRecord } = recorder
const { hideToast /* , */ } = Taro, { start: b } = recorder
const {
  // asks
  getSetting, // for all
  // begins
  // old
} = Taro, c = recorder.supported ? recorder.start : null
const { start: /* to */ d, /* ends */ stop: e /* it */ } = (recorder /* in place */)
const { startRecord /* key */ : /* value */ _startRecord, ...others } = Taro, { start: f } = recorder
const /* default */ g = recorder.supported ? recorder.start : /* none */ undefined // line
const { /* computed */ /* last */ openSetting } = wx, { stop: h } = recorder

a(), stopRecord(), b(), c(), d(), e(), f(), g(), h()
