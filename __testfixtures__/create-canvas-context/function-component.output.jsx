import Taro, { useReady } from '@tarojs/taro';
import { Button, Canvas } from '@tarojs/components';
import { canvasToTempFilePath, canvasType, createCanvasContext } from 'taro-modernize/runtime/canvas';

export default function Poster() {
  useReady(() => {
    const ctx = createCanvasContext('poster');
    ctx.setFillStyle('#fff');
    ctx.fillRect(0, 0, 300, 400);
    ctx.draw();
  });
  const save = async () => {
    const { tempFilePath } = await canvasToTempFilePath({ canvasId: 'poster', x: 0, y: 0 });
    Taro.saveImageToPhotosAlbum({ filePath: tempFilePath });
  };
  return (
    <>
      <Canvas canvasId='poster' id='poster' type={canvasType} style='width: 300px; height: 400px' />
      <Button onClick={save}>Save</Button>
    </>
  );
}
