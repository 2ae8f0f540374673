import Taro from '@tarojs/taro'

const { startRecord, stopRecord: stop } = Taro
startRecord({ success: console.log })
const go = async () => {
  await startRecord({ success: console.log })
  stop()
}
export default go
