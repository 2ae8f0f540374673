import Taro from '@tarojs/taro';
import { Canvas } from '@tarojs/components';

export default function Chart() {
  const draw = () => {
    const ctx = Taro.createCanvasContext('chart');
    ctx.setFillStyle('#fff');
    ctx.setShadow(1, 2, 3, '#000');
    ctx.setFontSize(14);
    ctx.draw();
  };
  return <Canvas canvasId="chart" onTouchStart={draw} />;
}
