import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

export async function record() {
  await recorder.start({ success: console.log })
  recorder.start({ success: console.log })
}
