import { recorder } from 'taro-modernize/runtime/recorder'

const { start: startRecord, stop } = recorder
startRecord({ success: console.log })
const go = async () => {
  startRecord({ success: console.log })
  stop()
}
export default go
