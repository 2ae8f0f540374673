import { startRecord, stopRecord } from '@tarojs/taro'
export { startRecord as delete, stopRecord as class }
export { startRecord as fetch }
export { stopRecord as 'stop it' }
export { startRecord as await, startRecord as let, startRecord as eval, startRecord as arguments }
export { startRecord as recorder }
export { startRecord as then, stopRecord as default }

fetch('https://example.com')
