import Taro from '@tarojs/taro';
import React, { Component, useMemo, useRef, useState } from 'react';
import { Canvas } from '@tarojs/components';
import { nanoid } from 'nanoid';

const stamp = 'poster' + Date.now();
const fraction = `poster${Math.random()}`;
const digits = `${nanoid()}-poster`;

export default class Poster extends Component {
  state = { chart: nanoid(), fixed: 'fixed', other: nanoid() };
  // Such as k-canvas0.123, which no selector finds.
  poster = `k-canvas${Math.random()}`;
  qr = 'qr' + Math.random().toString(36);
  sign = 'sign-' + Math.random().toString(36).slice(2);
  floored = `floored${Math.floor(Math.random() * 1000)}`;
  product = 'product' + 1000 * Math.random();
  given = this.props.given || `given${Math.random()}`;
  last = nanoid() + '-last';
  scaled = 'scaled' + Math.random() * 10;
  first = this.props.isNew ? nanoid() : 'first';
  second = this.props.isOld ? 'second' : nanoid();
  known = this.props.isLarge ? 'large' : this.props.known;

  componentDidMount() {
    const { other } = this.state;
    Taro.createCanvasContext(other).draw();
    Taro.createCanvasContext(stamp).draw();
    Taro.createCanvasContext(fraction).draw();
    Taro.createCanvasContext(digits).draw();
    Taro.createCanvasContext(this.state.chart).draw();
    Taro.createCanvasContext(this.state.fixed).draw();
    Taro.createCanvasContext(this.poster).draw();
    Taro.createCanvasContext(this.qr).draw();
    Taro.createCanvasContext(this.sign).draw();
    Taro.createCanvasContext(this.floored).draw();
    Taro.createCanvasContext(this.product).draw();
    Taro.createCanvasContext(this.given).draw();
    Taro.createCanvasContext(this.last).draw();
    Taro.createCanvasContext(this.scaled).draw();
    Taro.createCanvasContext(this.first).draw();
    Taro.createCanvasContext(this.second).draw();
    Taro.createCanvasContext(this.known).draw();
  }

  render() {
    const { other } = this.state;
    return (
      <>
        <Canvas canvasId={stamp} />
        <Canvas canvasId={other} />
        <Canvas canvasId={fraction} />
        <Canvas canvasId={digits} />
        <Canvas canvasId={this.state.chart} />
        <Canvas canvasId={this.state.fixed} />
        <Canvas canvasId={this.poster} />
        <Canvas canvasId={this.qr} />
        <Canvas canvasId={this.sign} />
        <Canvas canvasId={this.floored} />
        <Canvas canvasId={this.product} />
        <Canvas canvasId={this.given} />
        <Canvas canvasId={this.last} />
        <Canvas canvasId={this.scaled} />
        <Canvas canvasId={this.first} />
        <Canvas canvasId={this.second} />
        <Canvas canvasId={this.known} />
      </>
    );
  }
}

export function Chart() {
  const [chart] = useState(nanoid());
  const [lazy] = useState(() => nanoid());
  const [named] = useState(`chart-${nanoid()}`);
  const memo = useMemo(() => 'memo' + nanoid(), []);
  const ref = React.useRef(nanoid());
  const first = useRef('first');
  const { own } = makeIds();
  const later = useRef();
  later.current = nanoid();
  const copy = lazy;
  const draw = () => {
    Taro.createCanvasContext(chart).draw();
    Taro.createCanvasContext(copy).draw();
    Taro.createCanvasContext(named).draw();
    Taro.createCanvasContext(memo).draw();
    Taro.createCanvasContext(ref.current).draw();
    Taro.createCanvasContext(first.current).draw();
    Taro.createCanvasContext(later.current).draw();
    Taro.createCanvasContext(own).draw();
  };
  return (
    <>
      <Canvas canvasId={chart} onTouchStart={draw} />
      <Canvas canvasId={copy} />
      <Canvas canvasId={named} />
      <Canvas canvasId={memo} />
      <Canvas canvasId={ref.current} />
      <Canvas canvasId={first.current} />
      <Canvas canvasId={later.current} />
      <Canvas canvasId={own} />
    </>
  );
}
