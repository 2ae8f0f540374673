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
/** Setters that keep their style under another name. */
const OTHERS = { setFontSize: 'font size', setTextAlign: 'text align' };
/** What each method draws: a rectangle that is a path looks the same. */
const DRAWINGS = { fillRect: 'fill', fill: 'fill', stroke: 'stroke', fillText: 'fillText' };
const PATHS = ['beginPath', 'moveTo', 'lineTo', 'rect'];

/**
 * `createCanvasContext` of WeChat and of Taro on h5: nothing happens before `draw`, which then draws
 * everything in the order of the code. There, properties and their setters are equivalent; on other hosts a
 * property has no effect.
 */
export function fakeCanvas({
  hasProperties = true,
  onDrawing = (_drawing: Drawing): void => {},
}: {
  hasProperties?: boolean;
  onDrawing?: (drawing: Drawing) => void;
} = {}) {
  const drawings: Drawing[] = [];
  /** The called setters. */
  const setters: string[] = [];
  function createCanvasContext() {
    const style: Record<string, unknown> = {};
    let queue: (() => void)[] = [];
    const context: Record<string, unknown> = {
      createLinearGradient: (...given: unknown[]) => {
        const stops: unknown[] = [];
        const addColorStop = (...stop: unknown[]) => stops.push(stop);
        return { gradient: given, stops, addColorStop };
      },
      draw(_reserve?: boolean, callback?: () => void) {
        for (const action of queue) action();
        queue = [];
        callback?.();
      },
    };
    /** One action for all names. The values are those of the call. */
    const set =
      (...names: readonly string[]) =>
      (...values: unknown[]) => {
        queue.push(() => {
          for (const [index, name] of names.entries()) style[name] = values[index];
        });
      };
    const addSetter = (setter: string, ...names: readonly string[]) => {
      context[setter] = (...values: unknown[]) => {
        setters.push(setter);
        set(...names)(...values);
      };
    };
    for (const [method, what] of Object.entries(DRAWINGS))
      context[method] = () =>
        queue.push(() => {
          const drawing = { what, style: { ...style } };
          drawings.push(drawing);
          onDrawing(drawing);
        });
    for (const what of PATHS) context[what] = () => {};
    for (const name of PROPERTIES) addSetter(`set${name[0]!.toUpperCase()}${name.slice(1)}`, name);
    for (const [setter, name] of Object.entries(OTHERS)) addSetter(setter, name);
    addSetter('setShadow', ...SHADOWS);
    for (const name of hasProperties ? [...PROPERTIES, ...SHADOWS] : [])
      Object.defineProperty(context, name, { set: set(name), get: () => style[name] });
    return context;
  }
  return { drawings, setters, host: { createCanvasContext } };
}
