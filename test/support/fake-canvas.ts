/** What a context has drawn, with the style that each drawing had. */
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

/**
 * `createCanvasContext` of WeChat and of Taro on h5: nothing happens before `draw`, and then everything in the order of the code. The
 * properties and their setters are the same there; on other hosts a property is a value like any other.
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
    for (const name of PROPERTIES) {
      const set = (value: unknown) => {
        queue.push(() => {
          style[name] = value;
        });
      };
      context[`set${name[0]!.toUpperCase()}${name.slice(1)}`] = set;
      if (hasProperties) Object.defineProperty(context, name, { set, get: () => style[name] });
    }
    contexts.push(context);
    return context;
  }
  return { drawings, host: { createCanvasContext } };
}
