import { assign } from '../handlers';
import { defineMigration, type Handler } from '../migration';

// Code draws in functions that are handed a context. Of these it is open, and types are not asked for what is only advised.
const set = (property: string, type?: 'string'): Handler => ({
  ...assign(property, { ...(type && { type }) }),
  certainOnly: true,
});

export default defineMigration({
  name: 'canvas-context-setters-to-properties',
  summary: {
    en: 'setFillStyle and other setters of CanvasContext → properties; on weapp and h5',
    zh: 'CanvasContext 的 setFillStyle 等方法 → 属性；仅 weapp 和 h5',
  },
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/canvas/CanvasContext.html',
  codePrefix: 'CAN',
  // Other hosts have the setters as well. Whether the properties do the same is documented for none of them.
  only: { globals: ['wx'], platforms: ['weapp', 'h5'] },
  apis: {},
  // The others stay: `font` sets the family as well, and no property takes the pattern of setLineDash.
  results: {
    createCanvasContext: {
      // Taro's types of these two know no gradients.
      setFillStyle: set('fillStyle', 'string'),
      setStrokeStyle: set('strokeStyle', 'string'),
      setGlobalAlpha: set('globalAlpha'),
      setLineWidth: set('lineWidth'),
      setLineCap: set('lineCap'),
      setLineJoin: set('lineJoin'),
      setMiterLimit: set('miterLimit'),
    },
  },
});
