const Taro = require('@tarojs/taro')

;(count(), Taro).getSystemInfoAsync()
;(0, Taro.getSystemInfoAsync)({})
const ask = promisify(Taro.getSystemInfoAsync)
const { getSystemInfoAsync } = (count(), Taro)
