import Taro from '@tarojs/taro'
import { getDeviceInfo, getSystemInfo as taroGetSystemInfo, pickSystemInfo, pickSystemInfoAsync } from 'taro-modernize/runtime/system'

const options = { success: (res) => console.log(res.model) }
taroGetSystemInfo(options)
taroGetSystemInfo({ ...options })
taroGetSystemInfo({ success: console.log })
taroGetSystemInfo({ success: (res) => console.log(res) })
taroGetSystemInfo({ success: (res: Taro.getSystemInfo.Result) => console.log(res.model) })
taroGetSystemInfo({ success: ({ model, ...others }) => console.log(model, others) })
taroGetSystemInfo({ success: (...all) => console.log(all[0].model) })
taroGetSystemInfo({ success: (res = { model: '' } as any) => console.log(res.model) })
taroGetSystemInfo({
  success() {
    console.log(arguments[0].model)
  },
})
taroGetSystemInfo({ get success() { return (res) => console.log(res.model) } })
taroGetSystemInfo({ ['suc' + 'cess']: (res) => console.log(res.model) })
taroGetSystemInfo({ success: (res) => console.log(res.model), complete: console.log })
taroGetSystemInfo({ success: (res) => console.log(res.errMsg) })
taroGetSystemInfo({ success: () => console.log('done') })
taroGetSystemInfo({ success: (res) => console.log(res.model, res['brand' + 1]) })
pickSystemInfoAsync([getDeviceInfo], { success: (res) => console.log(res.model) })
let onInfo = (res) => console.log(res.model)
if (Math.random() > 0.5) onInfo = (res) => console.log(JSON.stringify(res))
taroGetSystemInfo({ success: onInfo })
export const promise = taroGetSystemInfo({ success: (res) => console.log(res.model) })
export const get = () => taroGetSystemInfo({ success: (res) => console.log(res.model) })
export const both = pickSystemInfo([getDeviceInfo]).then((res) => res.model, console.error)
export const nothing = taroGetSystemInfo().then(undefined, console.error)
export const passed = taroGetSystemInfo().finally(() => {})
Promise.all([taroGetSystemInfo()]).then(([res]) => console.log(res.model))
const getSystemInfo = taroGetSystemInfo
getSystemInfo({ success: (res) => console.log(res.model) })
