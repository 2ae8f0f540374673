import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

export const Icon = () => (
  <svg:svg xlink:href="#mic" on:startRecord={recorder.start} stopRecord="stopRecord">
    <Taro.stopRecord />
    <startRecord:item onClick={() => recorder.stop()} />
    startRecord
  </svg:svg>
)
