import Taro from '@tarojs/taro'
import { voice } from 'taro-modernize/runtime/voice'

// TODO(taro-modernize): createAudioContext: the API is deprecated and needs a replacement by hand (AUD120). Use createInnerAudioContext() in place of the <audio> component: https://developers.weixin.qq.com/miniprogram/dev/api/media/audio/wx.createInnerAudioContext.html
const context = Taro.createAudioContext('player')
context.play()
voice.play({ filePath: 'a' })
