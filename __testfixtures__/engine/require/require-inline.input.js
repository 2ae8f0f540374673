require('./polyfills')

require('@tarojs/taro').startRecord({})
require('@tarojs/taro').default.stopRecord()
