import {
  login,
  // the old recorder
  startRecord,
  stopRecord, // ends it
  showToast
} from '@tarojs/taro'

startRecord({})
stopRecord()
login()
showToast({ title: '' })
