import Taro from '@tarojs/taro'
import { getAppBaseInfo, getDeviceInfo, getSystemInfo, getSystemInfoSync, getWindowInfo, pickSystemInfo } from 'taro-modernize/runtime/system'

// Functions that return the call: handlers, and functions of the file whose results are not used.
const load = () => pickSystemInfo([getDeviceInfo], { success: ({ brand }) => console.log(brand) })
const loadAll = () => pickSystemInfo([getAppBaseInfo])
async function start() {
  return pickSystemInfo([getWindowInfo], { success: (res) => console.log(res.windowWidth) })
}
load()
void start()
loadAll().then((res) => console.log(res.language))
export const page = (
  <View
    onTap={() => pickSystemInfo([getDeviceInfo], { success: ({ model }) => console.log(model) })}
    onClick={load}
    render={() => getSystemInfo({ success: ({ model }) => console.log(model) })}
  />
)
export const exported = () => getSystemInfo({ success: ({ model }) => console.log(model) })
const given = () => getSystemInfo({ success: ({ model }) => console.log(model) })
register(given)
const typed = (): Promise<Taro.getSystemInfo.Result> => getSystemInfo()
typed().then((res) => console.log(res.brand))

// Casts of the options.
pickSystemInfo([getDeviceInfo], { success: ({ brand }) => console.log(brand) } as any)
getSystemInfo({ success: ({ brand }) => console.log(brand) } as Taro.getSystemInfo.Option)

// Methods of every object are no fields.
console.log(getSystemInfoSync().hasOwnProperty('brand'))
const { toString, brand } = getSystemInfoSync()

// A misspelled field.
console.log((Taro.getSystemInfoSync() as any).platfom, brand, toString)
