import { recorder } from 'taro-modernize/runtime/recorder'

import { upload } from './api'
import './index.scss'

recorder.start({ success: upload })
