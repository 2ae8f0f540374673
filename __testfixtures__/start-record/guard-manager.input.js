import Taro from '@tarojs/taro'
const manager = Taro.getRecorderManager()
export async function go() {
  const { authSetting } = await Taro.getSetting()
  if (!authSetting['scope.record']) await Taro.authorize({ scope: 'scope.record' })
  manager.start({})
}
