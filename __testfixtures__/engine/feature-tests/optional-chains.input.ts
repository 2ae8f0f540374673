import Taro from '@tarojs/taro'

Taro?.startRecord({})
Taro.startRecord?.({})
Taro?.startRecord?.({})?.then(console.log)
Taro!.stopRecord!()
;(Taro as any).stopRecord()
;(<any>Taro)['startRecord']({})
