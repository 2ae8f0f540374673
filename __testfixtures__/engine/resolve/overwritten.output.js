import Taro from '@tarojs/taro'
import { voice } from 'taro-modernize/runtime/voice'

Object.assign(wx, { getSystemInfoSync() { return { windowWidth: 1 } }, 'saveFile': save })
log(wx.getSystemInfoSync().windowWidth)
wx.saveFile({})
Object.defineProperties(Taro, { startRecord: { value: start } })
Taro.startRecord({})
Object.defineProperty(Taro, 'stopRecord', { value: stop })
Taro.stopRecord()
Reflect.set(wx, 'playVoice', play)
wx.playVoice({})
Reflect.deleteProperty(wx, 'stopVoice')
wx.stopVoice()
// Copies of the platform, other objects, and reads.
Object.assign({}, wx, { pauseVoice() {} })
Object.assign(mine, { pauseVoice() {} })
Reflect.set(mine, 'pauseVoice', f)
voice.pause()
