import Taro from '@tarojs/taro'
import { Taro as Local } from './taro'
import aliased from '@/utils/taro'
import external from 'some-recorder'

Local.startRecord({})
aliased.startRecord({})
external.startRecord({})
export function go(camera, taro: typeof Taro) {
  camera.startRecord({})
  taro.startRecord({})
  getCamera().stopRecord()
}
