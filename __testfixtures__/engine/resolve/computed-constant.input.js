import Taro from '@tarojs/taro'

const name = 'startRecord'
Taro[name]({})
const other = process.env.NAME
Taro[other]({})
