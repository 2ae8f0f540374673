import * as runtime from '../taro-modernize/recorder'

const { stop: stopRecord } = runtime.recorder

function end() {
  runtime.recorder.stop()
}

export function start() {
  runtime.recorder.start()
  setTimeout(end, 120000)
  setTimeout(stopRecord, 120000)
  window.setTimeout(() => runtime.recorder.stop(), 120000)
}
const halt = runtime.recorder.supported ? runtime.recorder.stop : () => {}
setTimeout(halt, 120000)
