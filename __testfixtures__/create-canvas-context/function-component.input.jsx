import Taro, { useReady } from '@tarojs/taro';
import { Button, Canvas } from '@tarojs/components';

export default function Poster() {
  useReady(() => {
    const ctx = Taro.createCanvasContext('poster');
    ctx.setFillStyle('#fff');
    ctx.fillRect(0, 0, 300, 400);
    ctx.draw();
  });
  const save = async () => {
    const { tempFilePath } = await Taro.canvasToTempFilePath({ canvasId: 'poster', x: 0, y: 0 });
    Taro.saveImageToPhotosAlbum({ filePath: tempFilePath });
  };
  return (
    <>
      <Canvas canvasId='poster' style='width: 300px; height: 400px' />
      <Button onClick={save}>Save</Button>
    </>
  );
}
