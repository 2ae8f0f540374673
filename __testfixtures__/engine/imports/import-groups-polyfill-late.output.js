import './index.scss'
import { upload } from './api'
import './polyfill'
import 'core-js/stable'
import { recorder } from 'taro-modernize/runtime/recorder'
import { more } from './more'

recorder.start(upload, more)
