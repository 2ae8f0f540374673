import { createCanvasContext } from '@tarojs/taro';
import { Canvas } from '@tarojs/components';
import { canvasToTempFilePath, canvasType, createCanvasContext as taroCreateCanvasContext } from 'taro-modernize/runtime/canvas';

export function Part() {
  const draw = () => {
    const ctx = taroCreateCanvasContext('part');
    ctx.draw(false, () => canvasToTempFilePath({ canvasId: 'part' }).then(console.log));
  };
  return <Canvas canvasId="part" id="part" type={canvasType} onTouchEnd={draw} />;
}

export function draw(id) {
  createCanvasContext(id).draw();
}
