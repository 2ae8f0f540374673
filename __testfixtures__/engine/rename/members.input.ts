import Taro from '@tarojs/taro'

const KEY = 'getSystemInfoAsync'

export function ask() {
  Taro.getSystemInfoAsync({ success: ({ model }) => console.log(model) })
  wx['getSystemInfoAsync']({})
  wx[`getSystemInfoAsync`]({})
  Taro[KEY]()
  load().getSystemInfoAsync()
  Taro // kept
    ?.getSystemInfoAsync?.()
    .then((info) => console.log(info.model))
  return [Taro /* a */ . /* b */ getSystemInfoAsync, (Taro as any).getSystemInfoAsync]
}

const load = () => (console.log('loaded'), Taro)
