import * as all from '@tarojs/components'
import { Audio, Canvas, Map, Radio, Slider } from '@tarojs/components'
import { canvasType as taroCanvasType } from 'taro-modernize/runtime/canvas'

export default ({ id, list, name, next, ...rest }) => (
  <>
    <Canvas canvasId="a" id="a" type={taroCanvasType} /><Canvas canvasId={id} id={id} type={taroCanvasType} disableScroll /><Canvas canvasId={`chart-${rest.id}`} id={`chart-${rest.id}`} type={taroCanvasType}>a</Canvas>
    <Canvas {...rest} canvasId={rest.canvasId} id={rest.canvasId} type={taroCanvasType} style={{ top: 0 }} /><Canvas canvasId='a' id='a' type={taroCanvasType} {...rest} />
    <Canvas canvasId={next()} />
    <Canvas canvasId="a" type={taroCanvasType} id="a" /><Canvas canvasId="a" id="b" /><Canvas canvasId={id} type={taroCanvasType} id={id} />
    <Canvas canvasId="a" type="webgl" />
    <all.Canvas canvasId="a" id="a" type={taroCanvasType} // chart
    />
    {list.map((canvasType) => <Canvas key={canvasType} canvasId={canvasType} id={canvasType} type={taroCanvasType} />)}
    <Map newMarkers={next()} {...rest} /><Map {...rest} newMarkers /><Map oldCovers="a" newMarkers="b" />
    <Slider newColor="red" blockSize={28} isPlain={false} /><Slider newColor={next()} blockSize={28} isPlain={false} step={1} /><Slider newColor blockSize={28} isPlain={false} />
    <Slider oldColor="red" blockSize={1} />
    {/* taro-modernize-ignore kept */}
    <Slider oldColor="red" />
    <Audio altText="a b" src={name} /><Audio altText="a b" /><Audio altText={`a`} /><Audio altText={`a b`} /><Radio oldName />
  </>
)
