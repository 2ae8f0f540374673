import Taro from '@tarojs/taro'

// Functions that return the call: handlers, and functions of the file whose results are not used.
const load = () => Taro.getSystemInfo({ success: ({ brand }) => console.log(brand) })
const loadAll = () => Taro.getSystemInfo()
async function start() {
  return Taro.getSystemInfo({ success: (res) => console.log(res.windowWidth) })
}
load()
void start()
loadAll().then((res) => console.log(res.language))
export const page = (
  <View
    onTap={() => Taro.getSystemInfo({ success: ({ model }) => console.log(model) })}
    onClick={load}
    render={() => Taro.getSystemInfo({ success: ({ model }) => console.log(model) })}
  />
)
export const exported = () => Taro.getSystemInfo({ success: ({ model }) => console.log(model) })
const given = () => Taro.getSystemInfo({ success: ({ model }) => console.log(model) })
register(given)
const typed = (): Promise<Taro.getSystemInfo.Result> => Taro.getSystemInfo()
typed().then((res) => console.log(res.brand))

// Casts of the options.
Taro.getSystemInfo({ success: ({ brand }) => console.log(brand) } as any)
Taro.getSystemInfo({ success: ({ brand }) => console.log(brand) } as Taro.getSystemInfo.Option)

// Methods of every object are no fields.
console.log(Taro.getSystemInfoSync().hasOwnProperty('brand'))
const { toString, brand } = Taro.getSystemInfoSync()

// A misspelled field.
console.log((Taro.getSystemInfoSync() as any).platfom, brand, toString)
