import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'
import { voice } from 'taro-modernize/runtime/voice'

const { play: playVoice } = voice, { start: startRecord } = recorder
const { stopVoice: _stopVoice, login, stopRecord: _stopRecord, ...others } = Taro, { stop: stopVoice } = voice, { stop: halt } = recorder

startRecord({ success: ({ tempFilePath }) => playVoice({ filePath: tempFilePath }) })
halt()
stopVoice()
login()
others.showToast({ title: 'x' })
