import Taro, { useRef as useTaroRef } from '@tarojs/taro'
import { useRef } from 'react'
import { shallowRef } from './reactive'

const ref = (value) => ({ value: other, given: value })

export function usePage() {
  const react = useRef(Taro)
  const taro = useTaroRef(wx)
  const shallow = shallowRef(Taro)
  const own = ref(wx)
  const filled = useRef(Taro)
  fill(filled)
  react.current.startRecord({})
  taro.current.stopRecord()
  shallow.value.startRecord({})
  own.value.startRecord({})
  filled.current.startRecord({})
}
export function useOwn() {
  const useRef = () => ({ current: other })
  const hidden = useRef(Taro)
  hidden.current.startRecord({})
}
