import { Audio, Canvas } from '@tarojs/components'

export const page = (props: { id: string }) => [
  <Canvas<unknown> canvasId={props.id as string} />,
  <Audio<unknown> />,
  <Canvas canvasId={(props.id)!} />,
]
