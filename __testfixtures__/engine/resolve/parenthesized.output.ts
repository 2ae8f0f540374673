import { recorder } from 'taro-modernize/runtime/recorder';

recorder /* c */.start({})
;recorder /* c */.start({})
;/* a */ recorder.start({})
;/* a */ /* b */ recorder /* c */ /* d */ /* e */ /* f */ . /* g */ start({})
;recorder.stop()
;recorder.stop()
;recorder /* ) */.stop()
;recorder /* t */['stop']()
;recorder.supported && recorder /* o */.stop()
;recorder /* p */['stop']()
export const f = () => {
  return recorder /* why */.start({})
}
export const g = () => {
  return recorder.start({})
}
export const h = () => {
  throw recorder /*
  */.start
}
export const i = typeof recorder.start({})
export const j = recorder.supported
;recorder
  // begins
  .start({})
;recorder /* a
b */.stop()
