import Taro, { useReady } from '@tarojs/taro';
import { Canvas } from '@tarojs/components';

const ID = 'photo';
const place = { x: 0, y: 0, width: 100, height: 100 };

export default function Photo({ src }) {
  useReady(() => {
    const ctx = Taro.createCanvasContext(ID);
    ctx.drawImage(src, 0, 0, 100, 100);
    ctx.draw(false, invert);
  });
  const invert = async () => {
    const { data } = await Taro.canvasGetImageData({ ...place, canvasId: ID });
    for (let index = 0; index < data.length; index++) if (index % 4 < 3) data[index] = 255 - data[index];
    Taro.canvasPutImageData({ ...place, canvasId: ID, data, success: save });
  };
  const save = () => Taro.canvasToTempFilePath({ canvasId: ID }).then(({ tempFilePath }) => Taro.saveImageToPhotosAlbum({ filePath: tempFilePath }));
  return <Canvas canvasId={ID} style="width: 100px; height: 100px" />;
}
