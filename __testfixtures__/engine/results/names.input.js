// createCanvasContext is another file's
import { setFillStyle } from './fill'
import { setLineWidth } from '@tarojs/taro'

setFillStyle('red')
setLineWidth(1)
my.createCanvasContext('chart').setFillStyle('red')
export { setFillStyle }
export const names = { setFillStyle, strokeText: 'strokeText' }
const { strokeText } = names
const canvas = <Canvas setFillStyle={strokeText} />
