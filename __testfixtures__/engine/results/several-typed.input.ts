import Taro from '@tarojs/taro'

interface Shade { x: number; blur?: number; color: string }

export class Chart {
	private readonly ctx = Taro.createCanvasContext('chart')
	private other?: Taro.CanvasContext

	draw(shade: Shade): void {
		this.ctx!.setShadow(shade.x!, <number>shade.x, shade.blur as number, shade.color);
		if (shade.blur) this.ctx.setShadow(0, 2, shade.blur, shade.color);
		this.other!.setShadow(0, 2, 4, '#000');
		(this.ctx as any).setShadow(0, 2, 4, '#000');
		this.ctx.setShadow!(0, 2, 4, '#000');
	}
}
namespace Drawing {
	const ctx = Taro.createCanvasContext('chart')
	ctx.setShadow(0, 2, 4, '#000')
}
