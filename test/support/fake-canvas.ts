/** What a context has drawn, with the style of each drawing. */
export interface Drawing {
  readonly what: string;
  readonly style: Readonly<Record<string, unknown>>;
}

const PROPERTIES = [
  'fillStyle',
  'strokeStyle',
  'globalAlpha',
  'lineWidth',
  'lineCap',
  'lineJoin',
  'miterLimit',
];
const SHADOWS = ['shadowOffsetX', 'shadowOffsetY', 'shadowBlur', 'shadowColor'];

/**
 * `createCanvasContext` of WeChat and of Taro on h5: nothing happens before `draw`, which then draws
 * everything in the order of the code. There, properties and their setters are equivalent; on other hosts a
 * property has no effect.
 */
export function fakeCanvas({ hasProperties = true } = {}) {
  const drawings: Drawing[] = [];
  const contexts: object[] = [];
  function createCanvasContext() {
    const style: Record<string, unknown> = {};
    let queue: (() => void)[] = [];
    const context: Record<string, unknown> = {
      fillRect: () => queue.push(() => drawings.push({ what: 'fillRect', style: { ...style } })),
      stroke: () => queue.push(() => drawings.push({ what: 'stroke', style: { ...style } })),
      createLinearGradient: (...colors: unknown[]) => ({ gradient: colors }),
      draw() {
        for (const action of queue) action();
        queue = [];
      },
    };
    for (const name of [...PROPERTIES, ...SHADOWS]) {
      const set = (value: unknown) => {
        queue.push(() => {
          style[name] = value;
        });
      };
      if (!SHADOWS.includes(name)) context[`set${name[0]!.toUpperCase()}${name.slice(1)}`] = set;
      if (hasProperties) Object.defineProperty(context, name, { set, get: () => style[name] });
    }
    // One action for all four, whose values are those of the call.
    context.setShadow = (...values: unknown[]) => {
      queue.push(() => {
        for (const [index, name] of SHADOWS.entries()) style[name] = values[index];
      });
    };
    contexts.push(context);
    return context;
  }
  return { drawings, host: { createCanvasContext } };
}
