import { recorder } from 'taro-modernize/runtime/recorder'

export const canRecord = recorder.supported
export const isOld = () => !recorder.supported
export function capabilities() {
  return { record: recorder.supported, stop: recorder.supported }
}
