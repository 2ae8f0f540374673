import { recorder } from 'taro-modernize/runtime/recorder'
import { voice } from 'taro-modernize/runtime/voice'

const { stop: halt } = voice, { stop: stopRecord } = recorder, playVoice = voice.supported ? voice.play : () => {}, begin = recorder.supported ? recorder.start : playVoice
playVoice({ filePath: '' })
begin(halt, stopRecord)
