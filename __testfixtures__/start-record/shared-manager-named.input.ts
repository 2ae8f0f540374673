import { getRecorderManager, stopRecord } from '@tarojs/taro'

const recorder = getRecorderManager()
recorder.start({ format: 'mp3' })
stopRecord()
