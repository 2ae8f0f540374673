import { useState } from 'react'
import { Button, Image } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { chooseImage, chooseVideo } from 'taro-modernize/runtime/media'

/** Chooses a picture and uploads it. */
async function upload(url: string) {
  const { tempFilePaths } = await chooseImage({ count: 1, sizeType: ['compressed'] })
  return Taro.uploadFile({ url, filePath: tempFilePaths[0], name: 'file' })
}

export default function Photos() {
  const [paths, setPaths] = useState<string[]>([])
  const choose = () =>
    chooseImage({
      count: 9 - paths.length,
      success: (res) => setPaths([...paths, ...res.tempFilePaths]),
      fail: ({ errMsg }) => {
        if (errMsg !== 'chooseImage:fail cancel') Taro.showToast({ title: errMsg, icon: 'none' })
      },
    })
  const film = () => chooseVideo({ maxDuration: 30, success: ({ tempFilePath }) => setPaths([tempFilePath]) })
  return (
    <>
      {paths.map((path) => <Image src={path} key={path} onClick={() => upload(path)} />)}
      <Button onClick={choose}>choose</Button>
      <Button onClick={film} disabled={!Taro.canIUse('chooseVideo')}>film</Button>
    </>
  )
}
