import Taro, { startRecord /* old */, login } from '@tarojs/taro'
import { stopRecord /* } */, showToast } from '@tarojs/taro'
import { startRecord as a, /* kept */ hideToast } from '@tarojs/taro'
import { getSetting, stopRecord as b /* , */ } from '@tarojs/taro'
import {
  // begins
  startRecord as c,
  // asks
  authorize, // for the microphone
  // ends
  stopRecord as d, // with a file
} from '@tarojs/taro'
import {
    openSetting // asks
  , startRecord as e // old
  , stopRecord as f
} from '@tarojs/taro'
import { startRecord /* x */ as /* y */ g, pageScrollTo } from '@tarojs/taro'
import { showModal /* a */ , stopRecord as h /* b */ , } from '@tarojs/taro'

startRecord(login, showToast, hideToast, getSetting, authorize, openSetting, pageScrollTo, showModal, Taro.login)
stopRecord(), a(), b(), c(), d(), e(), f(), g(), h()
