import { manual, rewritten } from '../../messages/reasons';
import { markupCatalogue } from '../catalogue/markup';
import { share, toRuntime } from '../handlers';
import type { MarkupRule } from '../markup';
import { defineMigration } from '../migration';
import { reportedMarkup } from '../report-markup';
import { compareVersions } from '../version';

const NAME = 'create-canvas-context-to-canvas-2d';

const { markup, messages } = reportedMarkup(
  NAME,
  markupCatalogue.filter(({ tag }) => tag === 'canvas'),
);

/**
 * The old attribute stays for older base libraries and other hosts. With `type`, WeChat ignores it.
 * https://developers.weixin.qq.com/miniprogram/dev/component/canvas.html
 */
const toCanvas2d = (rule: MarkupRule): MarkupRule => ({
  ...rule,
  decide(reference) {
    const outcome = rule.decide(reference);
    if (!outcome || !reference.isCertain || reference.isOpen) return outcome;
    const isNative = reference.syntax === 'wxml';
    const { target } = reference;
    // An attribute in a native template is there on every base library.
    if (isNative && (target === undefined || compareVersions(target, rule.since!) < 0))
      return { reason: manual.needsTarget('type="2d"', rule.since!) };
    return {
      reason: rewritten.attribute('type, id'),
      changes: [
        { kind: 'set-attribute', name: 'id', value: { of: 'found' } },
        { kind: 'set-attribute', name: 'type', value: isNative ? '2d' : { runtime: 'canvasType' } },
      ],
    };
  },
});

export default defineMigration({
  name: NAME,
  summary: {
    en: 'createCanvasContext → Canvas 2D, with the canvas tag (other layer, weapp only)',
    zh: 'createCanvasContext → Canvas 2D，连同 canvas 标签（层级有变，仅 weapp）',
  },
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/canvas-legacy-migration.html',
  guide: 'create-canvas-context',
  codePrefix: 'CVS',
  optIn: true,
  runtime: {
    name: 'canvas',
    trial: { en: 'draw on a canvas and export it', zh: '在 canvas 上绘制并导出' },
  },
  only: { globals: ['wx'], platforms: ['weapp'] },
  apis: { createCanvasContext: toRuntime('createCanvasContext') },
  markup: markup.map(toCanvas2d),
  link: {
    tag: 'canvas',
    attribute: 'canvas-id',
    copy: 'id',
    apis: {
      createCanvasContext: 0,
      canvasToTempFilePath: 'canvasId',
      canvasGetImageData: 'canvasId',
      canvasPutImageData: 'canvasId',
    },
  },
  companions: [
    // Not deprecated, but they find nothing of the new canvas.
    {
      apis: {
        canvasToTempFilePath: share('canvasToTempFilePath'),
        canvasGetImageData: share('canvasGetImageData'),
        canvasPutImageData: share('canvasPutImageData'),
      },
      needs: 'runtime-in-file',
    },
  ],
  messages,
});
