import Taro, { type CanvasContext } from '@tarojs/taro'

const ctx: Taro.CanvasContext = Taro.createCanvasContext('chart')
ctx.setFillStyle('red')
;(ctx as any).setFillStyle('red')
ctx!.setFillStyle!('red')
export function exported(target: Taro.CanvasContext) {
  target.setFillStyle('red')
}
function draw(target: Taro.CanvasContext, color: string) {
  target.setFillStyle(<any>color)
  target.setFillStyle(color as string);
}
draw(ctx, 'red')
export class Chart {
  private ctx: Taro.CanvasContext
  private other?: Taro.CanvasContext
  constructor(private readonly given: Taro.CanvasContext) {
    this.ctx = Taro.createCanvasContext('chart')
  }
  draw(): void {
    this.ctx.setFillStyle('red')
    this.other!.setFillStyle('red')
    this.given.setFillStyle('red')
  }
}
export type Fill = CanvasContext['setFillStyle']
export interface Painter { setFillStyle(color: string): void }
