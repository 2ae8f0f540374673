import { Canvas } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { readPicture, savePicture } from '../utils/files';

export default function Poster() {
  async function draw() {
    const { windowWidth } = Taro.getSystemInfoSync();
    const ctx = Taro.createCanvasContext('poster');
    ctx.setFillStyle('#fff');
    ctx.fillRect(0, 0, windowWidth, 400);
    ctx.setFillStyle('#333');
    ctx.setFontSize(16);
    ctx.fillText('Poster', 20, 40);
    ctx.setLineWidth(2);
    ctx.setLineCap('round');
    ctx.setLineJoin('round');
    ctx.setStrokeStyle('#ccc');
    ctx.setGlobalAlpha(0.8);
    ctx.setMiterLimit(4);
    ctx.setShadow(1, 1, 4, '#000');
    ctx.setLineDash([4, 4], 2);
    ctx.stroke();
    ctx.draw(false, () => savePicture('poster'));
  }

  async function pick() {
    const { tempFilePaths } = await Taro.chooseImage({ count: 1 });
    const picture = await readPicture(tempFilePaths[0]);
    Taro.reportAnalytics('picked', { size: picture.length });
    draw();
  }

  return <Canvas canvasId="poster" onClick={pick} />;
}
