import { useState } from 'react'
import Taro from '@tarojs/taro'

import Player from '@/components/player'
import { upload } from '../../api'
import './index.scss'

export default () => <Player onTap={() => Taro.startRecord({ success: upload })} state={useState(Taro.login)} />
