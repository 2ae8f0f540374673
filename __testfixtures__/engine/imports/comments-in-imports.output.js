import Taro, { /* old */ login } from '@tarojs/taro'
import { /* } */ showToast } from '@tarojs/taro'
import { /* kept */ hideToast } from '@tarojs/taro'
import { getSetting /* , */ } from '@tarojs/taro'
import {
  // begins
  // asks
  authorize, // for the microphone
  // ends
  // with a file
} from '@tarojs/taro'
import {
    openSetting // asks
  // old
} from '@tarojs/taro'
import { /* x */ /* y */ pageScrollTo } from '@tarojs/taro'
import { showModal /* a */ , /* b */ } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start(login, showToast, hideToast, getSetting, authorize, openSetting, pageScrollTo, showModal, Taro.login)
recorder.stop(), recorder.start(), recorder.stop(), recorder.start(), recorder.stop(), recorder.start(), recorder.stop(), recorder.start(), recorder.stop()
