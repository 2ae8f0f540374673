import { Audio, Canvas } from '@tarojs/components'
import { canvasType } from 'taro-modernize/runtime/canvas'

export const page = (props: { id: string }) => [
  <Canvas<unknown> canvasId={props.id as string} id={props.id as string} type={canvasType} />,
  <Audio<unknown> altText="a b" />,
  <Canvas canvasId={(props.id)!} id={(props.id)!} type={canvasType} />,
]
