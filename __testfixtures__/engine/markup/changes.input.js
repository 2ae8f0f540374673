import { Audio, Canvas, Map, Radio, Slider } from '@tarojs/components'
import { createElement as h } from 'react'
import { jsx as _jsx } from 'react/jsx-runtime'

export const list = (canvasId, rest, next) => [
  h(Canvas, { canvasId: 'a' }),
  h(Canvas, { canvasId }, 'child'),
  h(Canvas, { 'canvasId': (rest.id), ...rest }),
  h(Canvas, { ...rest, canvasId: `a${canvasId}` , }),
  h(Canvas, { canvasId: next() }),
  h(Canvas, { canvasId: 'a', id: 'b' }),
  _jsx(Canvas, { canvasId: 'a', id: 'a' }, 'key'),
  _jsx(Map, { oldCovers: next() }),
  _jsx(Map, { oldCovers: 1, newMarkers: 2 }),
  h(Slider, { oldColor: 'red' }),
  h(Slider, { oldColor: 'red', ...rest }),
  h(Audio, {}),
  h(Audio, { ...rest }),
  h(Audio, { src: 'a' }),
  h(Audio),
  h(Radio, { oldName: 1 }),
  h(Audio, null),
]
