import { recorder } from 'taro-modernize/runtime/recorder'

const can = recorder.start

if (recorder.supported) console.log('can record')
if (recorder.supported) console.log('can stop')
export const started = () => (recorder.supported ? can({}) : null)
recorder.stop(recorder.supported ? recorder.start : undefined)
