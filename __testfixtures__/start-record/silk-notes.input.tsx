import Taro from '@tarojs/taro'
import { silkToMp3 } from './convert'
import decoder from 'silk-wasm'

const TYPES = { voice: 'audio/silk', picture: 'image/png' }
type Format = 'silk' | 'aac'

export function record(format: Format) {
  Taro.startRecord({
    success: ({ tempFilePath }) => {
      Taro.uploadFile({
        url: `/upload/${Date.now()}.silk`,
        filePath: tempFilePath,
        name: 'voice.silk',
        header: { 'Content-Type': TYPES.voice },
      })
      silkToMp3(tempFilePath)
      decoder.decodeSilk(tempFilePath)
      // taro-modernize-ignore REC151 the server takes both
      send(tempFilePath, '.silk')
      console.log(format, 'a silk scarf', 'silken', 'Silk Road')
    },
  })
}

declare function send(path: string, ending: string): void
