import Taro from '@tarojs/taro';
import { Canvas } from '@tarojs/components';
import { canvasType, createCanvasContext } from 'taro-modernize/runtime/canvas';

interface Props {
  big: boolean;
}

export default function Sign({ big }: Props) {
  const ctx: Taro.CanvasContext = createCanvasContext('sign' as string);
  const move = () => ctx.draw(true);
  return big ? <Canvas<Props> canvasId='sign' id='sign' type={canvasType} className='big' onTouchMove={move} /> : <Canvas onTouchMove={move} canvasId={'sign'} id={'sign'} type={canvasType} />;
}
