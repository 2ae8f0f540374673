import './index.scss'
import { upload } from './api'
import './polyfill'
import 'core-js/stable'
import { more } from './more'

wx.startRecord(upload, more)
