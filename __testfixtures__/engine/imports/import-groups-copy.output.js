import Taro from '@tarojs/taro'
import { upload } from './api'
import './index.scss'
import { recorder } from '../taro-modernize/recorder'

recorder.start({ success: upload, fail: Taro.login })
