import Taro, { createCanvasContext as create } from '@tarojs/taro';
import { Canvas } from '@tarojs/components';

interface Props {
  big: boolean;
}

export default function Sign({ big }: Props) {
  const ctx: Taro.CanvasContext = create('sign' as string);
  const move = () => ctx.draw(true);
  return big ? <Canvas<Props> canvasId='sign' className='big' onTouchMove={move} /> : <Canvas onTouchMove={move} canvasId={'sign'} />;
}
