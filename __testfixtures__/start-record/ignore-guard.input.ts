import Taro from '@tarojs/taro'

const send = (path: string) => upload(path, 'voice.silk')
async function start() {
  await Taro.authorize({ scope: 'scope.record' })
  // taro-modernize-ignore the old host
  await Taro.startRecord({ success: ({ tempFilePath }) => send(tempFilePath) })
  setTimeout(() => {
    // taro-modernize-ignore the old host
    Taro.stopRecord()
  }, 120000)
}
declare function upload(path: string, name: string): void
