import Taro from '@tarojs/taro' with { type: 'module' }
import words from './startRecord.json' with { type: 'json' }

export { default as startRecord } from './own.json' with { type: 'json' }
Taro.startRecord({ success: () => Taro.showToast(words) })
