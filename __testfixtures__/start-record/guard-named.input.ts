import { authorize, getSetting, startRecord } from '@tarojs/taro'

export async function start() {
  const { authSetting } = await getSetting()
  if (!authSetting['scope.record']) await authorize({ scope: 'scope.record' })
  return startRecord({})
}
