import Taro from '@tarojs/taro';
import React from 'react';
import { Canvas } from '@tarojs/components';

const CHART = 'chart';

export class Chart extends React.Component {
  sign = 'sign';

  componentDidMount() {
    this.qr = 'qrcode';
    Taro.createCanvasContext(CHART, this.$scope).draw();
    Taro.createCanvasContext(this.qr).draw();
    Taro.createCanvasContext(this.sign).draw();
    const { canvasId } = this.props;
    Taro.createCanvasContext(canvasId).draw();
  }

  render() {
    return (
      <>
        <Canvas canvasId={CHART} id={CHART} />
        <Canvas canvasId={this.qr} type='' />
        <Canvas type="" id="sign" canvasId="sign" />
        <Canvas canvasId={this.props.canvasId} />
      </>
    );
  }
}

export function Line({ canvasId, name }) {
  const draw = () => Taro.createCanvasContext(canvasId).draw();
  const drawPart = () => Taro.createCanvasContext(`part-${name}`).draw();
  return (
    <>
      <Canvas canvasId={canvasId} onTouchStart={draw} />
      <Canvas canvasId={`part-${name}`} onTouchStart={drawPart} />
    </>
  );
}
