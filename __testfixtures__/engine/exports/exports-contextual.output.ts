import { recorder } from 'taro-modernize/runtime/recorder'

export const type = recorder.stop
const startRecord = recorder.start
export { startRecord as undefined }
