import Taro from '@tarojs/taro'

export function ask() {
  Taro.getSystemInfo({ success: ({ model }) => console.log(model) })
  wx['getSystemInfo']({})
  wx[`getSystemInfo`]({})
  Taro['getSystemInfo']()
  load().getSystemInfoAsync()
  Taro // kept
    ?.getSystemInfo?.()
    .then((info) => console.log(info.model))
  return [Taro /* a */ . /* b */ getSystemInfo, (Taro as any).getSystemInfo]
}

const load = () => (console.log('loaded'), Taro)
