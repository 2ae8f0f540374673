import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

async function record(done, isReady) {
  // A method, a function, or a name: a callback, so await returned at once.
  recorder.start({ async success() {} })
  recorder.start({ 'success': done })
  recorder.start({ ...done, fail() {} })
  // Nothing can call these.
  await recorder.start({ set success(value) {} })
  await recorder.start({ ok: done })
  // Only run time knows whether there is a callback.
  await Taro.startRecord({ get success() { return done } })
  await Taro.startRecord({ __proto__: { success() {} } })
  await recorder.start({ ['__proto__']: done })
  await Taro.startRecord({ ['suc' + 'cess']: done })
  await Taro.startRecord({ success: undefined })
  await Taro.startRecord({ success: isReady && done })
  await Taro.startRecord({ success: isReady ? done : null })
  await Taro.startRecord({ ...done })
  await Taro.playVoice({ filePath: 'a', get complete() { return done } })
  await Taro.playVoice({ __proto__: done, filePath: 'a' })
}
