import { recorder } from 'taro-modernize/runtime/recorder'

export function begin(): Promise<unknown> | undefined {
  if (!recorder.supported) return undefined
  return recorder.start!({})
}
export const can: boolean = recorder.supported
export const start = recorder.supported ? recorder.start : undefined
export const result = recorder.supported ? recorder.start({}) : Promise.resolve()
if (recorder.supported) recorder.stop()
if (recorder.supported) console.log('yes')
