import * as all from '@tarojs/components'
import { Audio, Canvas, Map, Radio, Slider } from '@tarojs/components'

export default ({ id, list, name, next, ...rest }) => (
  <>
    <Canvas canvasId="a" /><Canvas canvasId={id} disableScroll /><Canvas canvasId={`chart-${rest.id}`}>a</Canvas>
    <Canvas {...rest} canvasId={rest.canvasId} style={{ top: 0 }} /><Canvas canvasId='a' {...rest} />
    <Canvas canvasId={next()} />
    <Canvas canvasId="a" id="a" /><Canvas canvasId="a" id="b" /><Canvas canvasId={id} id={id} />
    <Canvas canvasId="a" type="webgl" />
    <all.Canvas canvasId="a" // chart
    />
    {list.map((canvasType) => <Canvas key={canvasType} canvasId={canvasType} />)}
    <Map oldCovers={next()} {...rest} /><Map {...rest} oldCovers /><Map oldCovers="a" newMarkers="b" />
    <Slider oldColor="red" /><Slider oldColor={next()} step={1} /><Slider oldColor blockSize={28} isPlain={false} />
    <Slider oldColor="red" blockSize={1} />
    {/* taro-modernize-ignore kept */}
    <Slider oldColor="red" />
    <Audio src={name} /><Audio /><Audio altText={`a`} /><Audio altText={`a b`} /><Radio oldName />
  </>
)
