import Taro, { type CanvasContext } from '@tarojs/taro'

const ctx: Taro.CanvasContext = Taro.createCanvasContext('chart')
ctx.fillStyle = 'red'
;(ctx as any).fillStyle = 'red'
ctx!.setFillStyle!('red')
export function exported(target: Taro.CanvasContext) {
  target.setFillStyle('red')
}
function draw(target: Taro.CanvasContext, color: string) {
  target.fillStyle = <any>color
  target.fillStyle = color as string;
}
draw(ctx, 'red')
export class Chart {
  private ctx: Taro.CanvasContext
  private other?: Taro.CanvasContext
  constructor(private readonly given: Taro.CanvasContext) {
    this.ctx = Taro.createCanvasContext('chart')
  }
  draw(): void {
    this.ctx.fillStyle = 'red'
    this.other!.setFillStyle('red')
    this.given.setFillStyle('red')
  }
}
export type Fill = CanvasContext['setFillStyle']
export interface Painter { setFillStyle(color: string): void }
