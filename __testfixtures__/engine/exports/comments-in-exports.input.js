import { startRecord, login, stopRecord, showToast } from '@tarojs/taro'

export { startRecord /* x */, login }
export { showToast, stopRecord as end /* , */ }
export { startRecord /* } */ as begin } // begins
export {
  // starts
  startRecord as start, // at once
  // halts
  stopRecord as halt,
  // nothing else
}
export { stopRecord /* y */ as /* z */ stop, hideToast /* kept */ } from '@tarojs/taro'
