import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'
import { promisify } from './promisify'

export const startRecord = promisify(recorder.start)
const api = { start: recorder.start, stopRecord: recorder.stop }
const list = [recorder.start, recorder.stop]
recorder.start.call(Taro, {})
recorder.stop.apply(null, [])
const bound = recorder.stop.bind(Taro)
export default <View onClick={recorder.stop} onTap={() => recorder.stop()} {...api} list={list} b={bound} />
