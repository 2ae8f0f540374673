import Taro from '@tarojs/taro'

const { startRecord, stopRecord, login } = Taro
startRecord({})
// taro-modernize-ignore compared with the wrapper
startRecord({})
stopRecord()
// taro-modernize-ignore REC006 the name is looked up elsewhere
const { startRecord: begin } = Taro
begin({})
const { stopRecord: end } = Taro
end()
// taro-modernize-ignore REC008
end()
login()
