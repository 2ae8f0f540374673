import { recorder } from 'taro-modernize/runtime/recorder'

export async function start() {
  const { authSetting } = await recorder.getSetting()
  if (!authSetting['scope.record']) await recorder.authorize({ scope: 'scope.record' })
  return recorder.start({})
}
