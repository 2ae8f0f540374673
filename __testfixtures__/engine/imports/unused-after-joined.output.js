const { recorder } = require('taro-modernize/runtime/recorder');

console.log(1)
;(function () {
  recorder.start({})
})()
function go() {
  console.log(2)
  ;[1].forEach(() => recorder.stop({}))
  ;[1].forEach(() => recorder.stop({}))
}
recorder.stop(); go()
