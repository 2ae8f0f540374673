import { Canvas } from '@tarojs/components';
import { canvasType, createCanvasContext } from 'taro-modernize/runtime/canvas';

export default function Chart() {
  const draw = () => {
    const ctx = createCanvasContext('chart');
    ctx.fillStyle = '#fff';
    ctx.shadowOffsetX = 1;
    ctx.shadowOffsetY = 2;
    ctx.shadowBlur = 3;
    ctx.shadowColor = '#000';
    ctx.setFontSize(14);
    ctx.draw();
  };
  return <Canvas canvasId="chart" id="chart" type={canvasType} onTouchStart={draw} />;
}
