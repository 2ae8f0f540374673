import Taro from '@tarojs/taro'

export const Icon = () => (
  <svg:svg xlink:href="#mic" on:startRecord={Taro.startRecord} stopRecord="stopRecord">
    <Taro.stopRecord />
    <startRecord:item onClick={() => Taro.stopRecord()} />
    startRecord
  </svg:svg>
)
