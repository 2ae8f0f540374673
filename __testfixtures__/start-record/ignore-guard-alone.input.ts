import Taro, { authorize, getRecorderManager } from '@tarojs/taro'

// taro-modernize-ignore asked for in another way
authorize({ scope: 'scope.record' })
// taro-modernize-ignore REC010
Taro.authorize({ scope: 'scope.record' })
// taro-modernize-ignore REC007 its own manager
getRecorderManager().onStop(() => {})
Taro.startRecord({})
// taro-modernize-ignore REC151 an old format
export const name = 'voice.silk'
