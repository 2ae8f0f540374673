import { recorder } from 'taro-modernize/runtime/recorder'
const startRecord = recorder.start
export { startRecord as delete }
const stopRecord = recorder.stop
export { stopRecord as class }
const taroStartRecord = recorder.start
export { taroStartRecord as fetch }
const taroStopRecord = recorder.stop
export { taroStopRecord as 'stop it' }
const taroStartRecord2 = recorder.start
export { taroStartRecord2 as await }
const taroStartRecord3 = recorder.start
export { taroStartRecord3 as let }
const taroStartRecord4 = recorder.start
export { taroStartRecord4 as eval }
const taroStartRecord5 = recorder.start
export { taroStartRecord5 as arguments }
const taroStartRecord6 = recorder.start
export { taroStartRecord6 as recorder }
export const then = recorder.start
export default recorder.stop

fetch('https://example.com')
