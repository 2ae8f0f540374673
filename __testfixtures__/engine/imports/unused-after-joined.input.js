console.log(1)
const api = wx;
(function () {
  api.startRecord({})
})()
function go() {
  console.log(2)
  const t = wx;
  [1].forEach(() => t.stopRecord({}))
  const u = wx
  ;[1].forEach(() => u.stopRecord({}))
}
var a = wx; a.stopRecord(); go()
