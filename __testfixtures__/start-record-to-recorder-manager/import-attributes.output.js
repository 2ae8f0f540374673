import Taro from '@tarojs/taro' with { type: 'module' }
import words from './startRecord.json' with { type: 'json' }
import { recorder } from 'taro-modernize/runtime/recorder'

export { default as startRecord } from './own.json' with { type: 'json' }
recorder.start({ success: () => Taro.showToast(words) })
