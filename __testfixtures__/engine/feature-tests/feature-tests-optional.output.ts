import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.supported && recorder.start({})
recorder.supported && recorder.start({}).then(console.log)
export const go = async () => {
  recorder.supported && recorder.start({ success() {} })
  await (recorder.supported && recorder.start({}))
  const result = await (recorder.supported ? recorder.start({}) : undefined)
  return recorder.supported ? recorder.stop() : undefined
}
export const task = (recorder.supported ? recorder.start({})?.then(console.log) : undefined) ?? go()
if (process.env.A) recorder.supported && recorder.stop()
export const before = (console.log(1), recorder.supported ? recorder.start : undefined)?.({})
declare const wx: typeof Taro
