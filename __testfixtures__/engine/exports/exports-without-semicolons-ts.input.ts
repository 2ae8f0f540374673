import { startRecord, login } from '@tarojs/taro'

export { startRecord }
<any>login()
