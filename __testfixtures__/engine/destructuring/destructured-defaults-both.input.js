import Taro from '@tarojs/taro'

const { playVoice = () => {}, startRecord: begin = playVoice, stopVoice: halt, stopRecord } = Taro
playVoice({ filePath: '' })
begin(halt, stopRecord)
