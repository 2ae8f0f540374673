import React from 'react';
import { Canvas } from '@tarojs/components';
import { canvasType, createCanvasContext } from 'taro-modernize/runtime/canvas';

const CHART = 'chart';

export class Chart extends React.Component {
  sign = 'sign';

  componentDidMount() {
    this.qr = 'qrcode';
    createCanvasContext(CHART, this.$scope).draw();
    createCanvasContext(this.qr).draw();
    createCanvasContext(this.sign).draw();
    const { canvasId } = this.props;
    createCanvasContext(canvasId).draw();
  }

  render() {
    return (
      <>
        <Canvas canvasId={CHART} type={canvasType} id={CHART} />
        <Canvas canvasId={this.qr} id={this.qr} type={canvasType} />
        <Canvas type={canvasType} id="sign" canvasId="sign" />
        <Canvas canvasId={this.props.canvasId} id={this.props.canvasId} type={canvasType} />
      </>
    );
  }
}

export function Line({ canvasId, name }) {
  const draw = () => createCanvasContext(canvasId).draw();
  const drawPart = () => createCanvasContext(`part-${name}`).draw();
  return (
    <>
      <Canvas canvasId={canvasId} id={canvasId} type={canvasType} onTouchStart={draw} />
      <Canvas canvasId={`part-${name}`} id={`part-${name}`} type={canvasType} onTouchStart={drawPart} />
    </>
  );
}
