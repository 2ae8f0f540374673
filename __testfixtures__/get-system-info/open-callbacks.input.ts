import Taro from '@tarojs/taro'

const options = { success: (res) => console.log(res.model) }
Taro.getSystemInfo(options)
Taro.getSystemInfo({ ...options })
Taro.getSystemInfo({ success: console.log })
Taro.getSystemInfo({ success: (res) => console.log(res) })
Taro.getSystemInfo({ success: (res: Taro.getSystemInfo.Result) => console.log(res.model) })
Taro.getSystemInfo({ success: ({ model, ...others }) => console.log(model, others) })
Taro.getSystemInfo({ success: (...all) => console.log(all[0].model) })
Taro.getSystemInfo({ success: (res = { model: '' } as any) => console.log(res.model) })
Taro.getSystemInfo({
  success() {
    console.log(arguments[0].model)
  },
})
Taro.getSystemInfo({ get success() { return (res) => console.log(res.model) } })
Taro.getSystemInfo({ ['suc' + 'cess']: (res) => console.log(res.model) })
Taro.getSystemInfo({ success: (res) => console.log(res.model), complete: console.log })
Taro.getSystemInfo({ success: (res) => console.log(res.errMsg) })
Taro.getSystemInfo({ success: () => console.log('done') })
Taro.getSystemInfo({ success: (res) => console.log(res.model, res['brand' + 1]) })
Taro.getSystemInfoAsync({ success: (res) => console.log(res.model) })
let onInfo = (res) => console.log(res.model)
if (Math.random() > 0.5) onInfo = (res) => console.log(JSON.stringify(res))
Taro.getSystemInfo({ success: onInfo })
export const promise = Taro.getSystemInfo({ success: (res) => console.log(res.model) })
export const get = () => Taro.getSystemInfo({ success: (res) => console.log(res.model) })
export const both = Taro.getSystemInfo().then((res) => res.model, console.error)
export const nothing = Taro.getSystemInfo().then(undefined, console.error)
export const passed = Taro.getSystemInfo().finally(() => {})
Promise.all([Taro.getSystemInfo()]).then(([res]) => console.log(res.model))
const { getSystemInfo } = Taro
getSystemInfo({ success: (res) => console.log(res.model) })
