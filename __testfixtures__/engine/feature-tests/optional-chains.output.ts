import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start({})
recorder.supported && recorder.start({})
recorder.supported && recorder.start({})?.then(console.log)
recorder.stop!()
;recorder.stop()
;recorder.start({})
