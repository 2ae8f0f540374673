import { toRuntime } from '../handlers';
import { defineMigration } from '../migration';

export default defineMigration({
  name: 'create-canvas-context-to-canvas-2d',
  summary: {
    en: 'createCanvasContext → Canvas 2D',
    zh: 'createCanvasContext → Canvas 2D',
  },
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/canvas-legacy-migration.html',
  guide: 'canvas',
  codePrefix: 'CVS',
  optIn: true,
  runtime: { name: 'canvas', trial: { en: 'draw and export a canvas', zh: '绘制并导出画布' } },
  only: { globals: ['wx'], platforms: ['weapp'] },
  apis: {
    createCanvasContext: toRuntime('createCanvasContext'),
    canvasToTempFilePath: toRuntime('canvasToTempFilePath'),
  },
});
