import React, { useMemo, useState } from 'react'
import Taro from '@tarojs/taro'

const getCamera = () => Taro.createCameraContext()
function getTaro() {
  return Taro
}

export default function Camera() {
  const camera = useMemo(() => Taro.createCameraContext(), [])
  const [other] = useState(() => Taro.createCameraContext())
  const memo = React.useMemo(() => {
    return Taro.createCameraContext()
  }, [])
  const start = () => {
    camera.startRecord({})
    other.startRecord({})
    memo.startRecord({})
    getCamera().stopRecord({})
  }
  getTaro().stopRecord()
  return <Camera onClick={start} />
}
