import Taro from '@tarojs/taro'

(Taro as any /* c */).startRecord({})
;(Taro // c
).startRecord({})
;(/* a */ Taro).startRecord({})
;(/* a */ (/* b */ Taro as any /* c */) /* d */ as any /* e */) /* f */ . /* g */ startRecord({})
;(Taro!).stopRecord()
;((Taro)).stopRecord()
;(Taro /* ) */).stopRecord()
;(<any>Taro /* t */)['stopRecord']()
;(Taro /* o */)?.stopRecord?.()
;(Taro // p
)?.['stopRecord']()
export const f = () => {
  return (// why
    Taro).startRecord({})
}
export const g = () => {
  return(Taro).startRecord({})
}
export const h = () => {
  throw (/*
  */ Taro).startRecord
}
export const i = typeof(Taro).startRecord({})
export const j = Taro['startRecord']instanceof Function
;(Taro as any)
  // begins
  .startRecord({})
;(wx /* a
b */).stopRecord()
