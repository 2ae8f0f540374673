import { useState } from 'react'
import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

import Player from '@/components/player'
import { upload } from '../../api'
import './index.scss'

export default () => <Player onTap={() => recorder.start({ success: upload })} state={useState(Taro.login)} />
