import Taro from '@tarojs/taro'

Taro.getSystemInfo({ get success() { return done }, complete: ({ brand }) => log(brand) })
Taro.getSystemInfo({ __proto__: { success: done }, complete: ({ brand }) => log(brand) })
Taro.getSystemInfo({ ['suc' + 'cess']: done, complete: ({ brand }) => log(brand) })
Taro.getSystemInfo({ ...shared, complete: ({ brand }) => log(brand) })
Taro.getSystemInfo({ set success(value) {}, complete: ({ brand }) => log(brand) })
Taro.getSystemInfo({ get title() { return 1 }, complete: ({ brand }) => log(brand) })
Taro.getSystemInfo({ async 'success'({ brand }) { log(brand) }, ['complete'](r) { log(r.windowWidth) } })
