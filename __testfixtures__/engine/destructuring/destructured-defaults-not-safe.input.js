import Taro from '@tarojs/taro'

const { startRecord: a = log(1), login: b } = wx
const { stopRecord: c = log(2), ...d } = wx
const { startRecord: e = last, login: f = log(3) } = wx
const { startRecord: g, login: h = g } = wx
const { stopRecord: i = noop, [i.name]: j } = wx
const { startRecord: { length } = noop } = wx
const { k: { stopRecord: l = noop } } = { k: Taro }
for (const { startRecord: m = noop } of [wx]) m({})
for (let { stopRecord: n = noop } = wx; ; ) n()
let o
;({ startRecord: o = noop } = Taro)
export const p = ({ startRecord: q = noop } = wx) => q({})
const { startRecord: r = noop } = wx
export const wait = async () => {
  await r({ success() {} })
}
export { a, b, c, d, e, f, g, h, j, length, l, o }
let last = 1
last = noop
