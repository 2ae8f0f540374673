'use strict'
import { startRecord } from '@tarojs/taro'
import { login } from './own'
[1].forEach(() => startRecord(login))
