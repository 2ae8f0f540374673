import Taro from '@tarojs/taro' with { type: 'module' }
import { recorder } from 'taro-modernize/runtime/recorder'
import words from './startRecord.json' with { type: 'json' }

export { default as startRecord } from './own.json' with { type: 'json' }
recorder.start({ success: () => Taro.showToast(words) })
