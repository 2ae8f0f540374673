import Taro, { authorize, getRecorderManager } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

// taro-modernize-ignore asked for in another way
authorize({ scope: 'scope.record' })
// taro-modernize-ignore REC010
Taro.authorize({ scope: 'scope.record' })
// taro-modernize-ignore REC007 its own manager
getRecorderManager().onStop(() => {})
recorder.start({})
// taro-modernize-ignore REC151 an old format
export const name = 'voice.silk'
