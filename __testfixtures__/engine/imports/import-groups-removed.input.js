import { upload } from './api'
import { startRecord } from '@tarojs/taro'
import './index.scss'

startRecord({ success: upload })
