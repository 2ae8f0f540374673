const Taro = require('@tarojs/taro')

;(count(), Taro).getSystemInfo()
;(0, Taro.getSystemInfo)({})
const ask = promisify(Taro.getSystemInfo)
const { getSystemInfo: getSystemInfoAsync } = (count(), Taro)
