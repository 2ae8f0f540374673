import Taro from '@tarojs/taro'

declare const log: any, f: any, g: any

async function run(x: boolean) {
  if (x) log
  await (Taro.startRecord({ success() {} }))
  while (x) f()
  await (Taro.startRecord({ success() {} }))
  let n = g()
  await <any>Taro.startRecord({ success() {} })
  if (x) { } else log
  await (<any>Taro.startRecord({ success() {} }))
  for (;;) if (x) f()
  await (Taro.startRecord)({ success() {} })
  label: log
  await (Taro.startRecord({ success() {} }))
  do f(); while (x)
  await (Taro.startRecord({ success() {} }))
  for (const a of n) log // c
  await (Taro.startRecord({ success() {} }))
  if (x) { }
  await (Taro.startRecord({ success() {} }))
  if (x)
    await (Taro.startRecord({ success() {} }))
  else
    await (Taro.startRecord({ success() {} }))
  f() // d
  // e
  await /* f */ (Taro.startRecord({ success() {} }))
  const o = {}
  await (Taro as any).startRecord({ success() {} })
  f()
  await (0, Taro.startRecord)({ success() {} })
  f()
  ;await (Taro.startRecord({ success() {} }))
  switch (n) {
    case 1:
      await (Taro.startRecord({ success() {} }))
      f()
      await (Taro.startRecord({ success() {} }))
  }
  class A { static { log } }
  await (Taro.startRecord({ success() {} }))
  type T = typeof log
  await (Taro.startRecord({ success() {} }))
  return o
}
