import { Canvas } from '@tarojs/components'

export default function Chart({ type }) {
  return (
    <>
      <Canvas type="" canvasId="old" />
      <Canvas type={''} canvasId="old" />
      <Canvas type={type} canvasId="unknown" />
      <Canvas type="2d" canvasId="new" />
    </>
  )
}
