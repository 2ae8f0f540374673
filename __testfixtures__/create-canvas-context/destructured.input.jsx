import { createCanvasContext, canvasToTempFilePath } from '@tarojs/taro';
import { Canvas } from '@tarojs/components';

export function Part() {
  const draw = () => {
    const ctx = createCanvasContext('part');
    ctx.draw(false, () => canvasToTempFilePath({ canvasId: 'part' }).then(console.log));
  };
  return <Canvas canvasId="part" onTouchEnd={draw} />;
}

export function draw(id) {
  createCanvasContext(id).draw();
}
