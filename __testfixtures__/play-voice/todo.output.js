import Taro from '@tarojs/taro'
import { voice } from 'taro-modernize/runtime/voice'

// TODO(taro-modernize): createAudioContext: the API is deprecated on weapp and needs a manual replacement: the component must also be removed from the template (DEP120). Use createInnerAudioContext() in place of the <audio> component: https://developers.weixin.qq.com/miniprogram/dev/api/media/audio/wx.createAudioContext.html
const context = Taro.createAudioContext('player')
// TODO(taro-modernize): play: the API is deprecated on weapp and needs a manual replacement: the context must be an InnerAudioContext (DEP120). Use InnerAudioContext.play: https://developers.weixin.qq.com/miniprogram/dev/api/media/audio/AudioContext.play.html
context.play()
voice.play({ filePath: 'a' })
