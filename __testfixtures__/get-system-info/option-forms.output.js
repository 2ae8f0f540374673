import { getDeviceInfo, getSystemInfo, getWindowInfo, pickSystemInfo } from 'taro-modernize/runtime/system'

getSystemInfo({ get success() { return done }, complete: ({ brand }) => log(brand) })
getSystemInfo({ __proto__: { success: done }, complete: ({ brand }) => log(brand) })
getSystemInfo({ ['suc' + 'cess']: done, complete: ({ brand }) => log(brand) })
getSystemInfo({ ...shared, complete: ({ brand }) => log(brand) })
pickSystemInfo([getDeviceInfo], { set success(value) {}, complete: ({ brand }) => log(brand) })
pickSystemInfo([getDeviceInfo], { get title() { return 1 }, complete: ({ brand }) => log(brand) })
pickSystemInfo([getDeviceInfo, getWindowInfo], { async 'success'({ brand }) { log(brand) }, ['complete'](r) { log(r.windowWidth) } })
