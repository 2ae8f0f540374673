import Taro from '@tarojs/taro'

const original = Taro.startRecord
// taro-modernize-ignore adds the format for all calls
Reflect.defineProperty(Taro, 'startRecord', { value: (options) => original({ format: 'mp3', ...options }) })
Taro.startRecord({})
// taro-modernize-ignore REC101 needs the format
Taro.startRecord({ duration: 1000 })

// taro-modernize-ignore logs the end
Taro.stopRecord = () => console.log('stopped')
Taro.stopRecord()
