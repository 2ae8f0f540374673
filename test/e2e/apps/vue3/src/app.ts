import Taro from '@tarojs/taro'
import { createApp } from 'vue'

const app = createApp({})
app.config.globalProperties.$taro = Taro

export default app
