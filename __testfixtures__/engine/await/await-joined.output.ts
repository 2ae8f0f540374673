import { recorder } from 'taro-modernize/runtime/recorder'

declare const log: any, f: any, g: any

async function run(x: boolean) {
  if (x) log
  ;(recorder.start({ success() {} }))
  while (x) f()
  ;(recorder.start({ success() {} }))
  let n = g()
  ;<any>recorder.start({ success() {} })
  if (x) { } else log
  ;(<any>recorder.start({ success() {} }))
  for (;;) if (x) f()
  ;(recorder.start)({ success() {} })
  label: log
  ;(recorder.start({ success() {} }))
  do f(); while (x)
  (recorder.start({ success() {} }))
  for (const a of n) log // c
  ;(recorder.start({ success() {} }))
  if (x) { }
  (recorder.start({ success() {} }))
  if (x)
    (recorder.start({ success() {} }))
  else
    (recorder.start({ success() {} }))
  f() // d
  // e
  ;/* f */ (recorder.start({ success() {} }))
  const o = {}
  recorder.start({ success() {} })
  f()
  ;(0, recorder.start)({ success() {} })
  f()
  ;(recorder.start({ success() {} }))
  switch (n) {
    case 1:
      (recorder.start({ success() {} }))
      f()
      ;(recorder.start({ success() {} }))
  }
  class A { static { log } }
  (recorder.start({ success() {} }))
  type T = typeof log
  ;(recorder.start({ success() {} }))
  return o
}
