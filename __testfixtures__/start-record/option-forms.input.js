import Taro from '@tarojs/taro'

async function record(done, isReady) {
  // A method, a function, or a name: a callback, so await returned at once.
  await Taro.startRecord({ async success() {} })
  await Taro.startRecord({ 'success': done })
  await Taro.startRecord({ ...done, fail() {} })
  // Nothing can call these.
  await Taro.startRecord({ set success(value) {} })
  await Taro.startRecord({ ok: done })
  // Only run time knows whether there is a callback.
  await Taro.startRecord({ get success() { return done } })
  await Taro.startRecord({ __proto__: { success() {} } })
  await Taro.startRecord({ ['__proto__']: done })
  await Taro.startRecord({ ['suc' + 'cess']: done })
  await Taro.startRecord({ success: undefined })
  await Taro.startRecord({ success: isReady && done })
  await Taro.startRecord({ success: isReady ? done : null })
  await Taro.startRecord({ ...done })
  await Taro.playVoice({ filePath: 'a', get complete() { return done } })
  await Taro.playVoice({ __proto__: done, filePath: 'a' })
}
