import Taro from '@tarojs/taro'

const { playVoice, startRecord } = Taro
const { stopVoice, login, stopRecord: halt, ...others } = Taro

startRecord({ success: ({ tempFilePath }) => playVoice({ filePath: tempFilePath }) })
halt()
stopVoice()
login()
others.showToast({ title: 'x' })
