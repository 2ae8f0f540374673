import Taro from '@tarojs/taro'

interface Shade { x: number; blur?: number; color: string }

export class Chart {
	private readonly ctx = Taro.createCanvasContext('chart')
	private other?: Taro.CanvasContext

	draw(shade: Shade): void {
		this.ctx!.shadowOffsetX = shade.x!;
		this.ctx!.shadowOffsetY = <number>shade.x;
		this.ctx!.shadowBlur = shade.blur as number;
		this.ctx!.shadowColor = shade.color;
		if (shade.blur) {
			this.ctx.shadowOffsetX = 0;
			this.ctx.shadowOffsetY = 2;
			this.ctx.shadowBlur = shade.blur;
			this.ctx.shadowColor = shade.color;
		}
		this.other!.setShadow(0, 2, 4, '#000');
		(this.ctx as any).setShadow(0, 2, 4, '#000');
		this.ctx.setShadow!(0, 2, 4, '#000');
	}
}
namespace Drawing {
	const ctx = Taro.createCanvasContext('chart')
	ctx.shadowOffsetX = 0
	ctx.shadowOffsetY = 2
	ctx.shadowBlur = 4
	ctx.shadowColor = '#000'
}
