import { recorder } from 'taro-modernize/runtime/recorder'
import { voice } from 'taro-modernize/runtime/voice'

recorder.supported && recorder.start({})
if (!recorder.supported) console.log('no recorder')
if (recorder.supported && ready) recorder.start({})
if (ready && recorder.supported) recorder.start({})
if ((ready && recorder.supported)) recorder.start({})
if (recorder.supported) recorder.start({})
if ((!recorder.supported || !ready) || !recorder.supported) console.log('no recorder')
if (
  recorder.supported // first
  /* second */ /* end */
) recorder.start({})
recorder.supported || recorder.supported && recorder.start({})
recorder.supported && recorder.stop()
const can = recorder.supported
const other = (recorder.supported || (recorder.supported || undefined)) && ready
if (recorder.supported && voice.supported) recorder.start({})
if (recorder.supported && !recorder.supported) recorder.start({})
if (recorder.supported && ready && recorder.supported) recorder.start({})
export { can, other }
