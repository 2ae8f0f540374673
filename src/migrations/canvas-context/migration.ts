import { assign } from '../handlers';
import { defineMigration, type Handler } from '../migration';

// Drawing functions often receive the context as an argument, so its origin is undecided. Types are not asked
// for advisory findings.
const set = (...given: Parameters<typeof assign>): Handler => ({ ...assign(...given), certainOnly: true });

export default defineMigration({
  name: 'canvas-context-setters-to-properties',
  summary: {
    en: 'setFillStyle and other setters of CanvasContext → properties (weapp and h5 only)',
    zh: 'CanvasContext 的 setFillStyle 等方法 → 属性（仅 weapp 和 h5）',
  },
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/canvas/CanvasContext.html',
  guide: 'canvas',
  codePrefix: 'CAN',
  // Other hosts have the setters too, but none documents that the properties have the same effect.
  only: { globals: ['wx'], platforms: ['weapp', 'h5'] },
  apis: {},
  // Not the others: `font` also sets the family, and no property accepts the pattern of setLineDash.
  results: {
    createCanvasContext: {
      // Taro's types of these two do not allow gradients.
      setFillStyle: set('fillStyle', { type: 'string' }),
      setStrokeStyle: set('strokeStyle', { type: 'string' }),
      setGlobalAlpha: set('globalAlpha'),
      setLineWidth: set('lineWidth'),
      setLineCap: set('lineCap'),
      setLineJoin: set('lineJoin'),
      setMiterLimit: set('miterLimit'),
      // WeChat's types declare this color as a number.
      setShadow: set(['shadowOffsetX', 'shadowOffsetY', 'shadowBlur', 'shadowColor'], {
        mistyped: { property: 'shadowColor', global: 'wx' },
      }),
    },
  },
});
