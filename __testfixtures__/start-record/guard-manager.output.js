import { getRecorderManager, recorder } from 'taro-modernize/runtime/recorder'
const manager = getRecorderManager()
export async function go() {
  const { authSetting } = await recorder.getSetting()
  if (!authSetting['scope.record']) await recorder.authorize({ scope: 'scope.record' })
  manager.start({})
}
