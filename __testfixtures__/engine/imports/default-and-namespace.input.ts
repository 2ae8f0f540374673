import Taro, * as All from '@tarojs/taro'
import { default as Named, stopRecord as halt } from '@tarojs/taro'
import type TaroType from '@tarojs/taro'

Taro.startRecord({})
All.stopRecord()
All.default.startRecord({})
Named.stopRecord()
halt()
export type Api = typeof TaroType.startRecord
