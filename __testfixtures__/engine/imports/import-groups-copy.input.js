import Taro from '@tarojs/taro'
import { upload } from './api'
import './index.scss'

Taro.startRecord({ success: upload, fail: Taro.login })
