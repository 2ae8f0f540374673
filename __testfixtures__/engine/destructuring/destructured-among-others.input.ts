import Taro from '@tarojs/taro'

const { login, startRecord: begin = login, showToast, stopRecord } = Taro
login()
begin({})
showToast({ title: '' })
export { stopRecord }
