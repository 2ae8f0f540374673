import Taro from '@tarojs/taro'

export function a({ startRecord, ...rest }) {
  startRecord(rest)
}
export const b = ({ stopRecord: stop = () => {} } = Taro) => stop()
export const c = function ([{ startRecord }]) {
  startRecord({})
}
class Page {
  d({ api: { stopRecord } }) {
    stopRecord()
  }
}
export default Page
