const Taro = require('@tarojs/taro').default
const { startRecord: s, ...rest } = Taro

s({})
module.exports = rest
