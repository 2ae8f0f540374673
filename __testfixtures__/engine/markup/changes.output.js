import { Audio, Canvas, Map, Radio, Slider } from '@tarojs/components'
import { createElement as h } from 'react'
import { jsx as _jsx } from 'react/jsx-runtime'
import { canvasType } from 'taro-modernize/runtime/canvas'

export const list = (canvasId, rest, next) => [
  h(Canvas, { canvasId: 'a', id: 'a', type: canvasType }),
  h(Canvas, { canvasId, id: canvasId, type: canvasType }, 'child'),
  h(Canvas, { 'canvasId': (rest.id), id: rest.id, type: canvasType, ...rest }),
  h(Canvas, { ...rest, canvasId: `a${canvasId}`, id: `a${canvasId}`, type: canvasType , }),
  h(Canvas, { canvasId: next() }),
  h(Canvas, { canvasId: 'a', id: 'b' }),
  _jsx(Canvas, { canvasId: 'a', type: canvasType, id: 'a' }, 'key'),
  _jsx(Map, { newMarkers: next() }),
  _jsx(Map, { oldCovers: 1, newMarkers: 2 }),
  h(Slider, { newColor: 'red', blockSize: 28, isPlain: false }),
  h(Slider, { newColor: 'red', blockSize: 28, isPlain: false, ...rest }),
  h(Audio, { altText: 'a b' }),
  h(Audio, { altText: 'a b', ...rest }),
  h(Audio, { altText: 'a b', src: 'a' }),
  h(Audio),
  h(Radio, { oldName: 1 }),
  h(Audio, null),
]
