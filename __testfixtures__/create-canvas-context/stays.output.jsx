import Taro from '@tarojs/taro';
import { Canvas, View } from '@tarojs/components';
import { canvasType, createCanvasContext } from 'taro-modernize/runtime/canvas';
import drawChart from './draw-chart';

const random = randomString(10);

export default function Page({ id, list }) {
  const draw = () => {
    Taro.createCanvasContext('other-id').draw();
    Taro.createCanvasContext('elsewhere').draw();
    Taro.createCanvasContext(id).draw();
    Taro.createCanvasContext(getId()).draw();
    Taro.createCanvasContext('handed-on').draw();
    drawChart('handed-on');
    Taro.createCanvasContext('2nd').draw();
    Taro.createCanvasContext('image').draw();
    Taro.drawCanvas({ canvasId: 'image', actions: [] });
    Taro.createCanvasContext('spread').draw();
    Taro.canvasToTempFilePath({ canvasId: 'spread', ...list[0] });
    Taro.createCanvasContext('view').draw();
    Taro.createCanvasContext('new').draw();
    Taro.createCanvasContext('open').draw();
    Taro.createCanvasContext('used-in-utils').draw();
    createCanvasContext('fine').draw();
    // taro-modernize-ignore CVS001 draws on the old canvas
    Taro.createCanvasContext('suppressed').draw();
    Taro.canvasToTempFilePath({ canvasId: 'suppressed' });
    Taro.canvasToTempFilePath({ canvas: node });
    Taro.createCanvasContext(random).draw();
  };
  return (
    <View onClick={draw}>
      <Canvas canvasId="other-id" id="poster" />
      <Canvas canvasId="handed-on" />
      <Canvas canvasId="2nd" />
      <Canvas canvasId="image" />
      <Canvas canvasId="spread" />
      <View id="view" />
      <Canvas canvasId="view" />
      <Canvas canvasId="new" type="2d" />
      <Canvas canvasId="open" {...list} />
      <Canvas canvasId="uncalled" />
      <Canvas canvasId="used-in-utils" />
      <Canvas canvasId="suppressed" />
      {list.map((one) => <Canvas canvasId={one.id} />)}
      <Canvas canvasId={random} />
      <Canvas canvasId="fine" id="fine" type={canvasType} />
    </View>
  );
}
