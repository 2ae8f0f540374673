/** A bitmap whose 2D context notes what is drawn, by the rules of the HTML standard, instead of drawing it. */
import type { Bitmap } from './fake-canvas-page';

/** `[a, b, c, d, e, f]`, as in `setTransform`. */
export type Matrix = readonly [number, number, number, number, number, number];

/** The part of a path: its method, its arguments, and the transformation of physical pixels. */
export type Segment = readonly [method: string, given: readonly unknown[], matrix: Matrix];

/** Something that became visible, with everything that decides how it looks. */
export interface Mark {
  action: string;
  given: readonly unknown[];
  path: readonly Segment[];
  clips: readonly (readonly Segment[])[];
  matrix: Matrix;
  styles: Readonly<Record<string, unknown>>;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

/** The transformation of a method, or `undefined` for other methods. */
export function transformationOf(method: string, given: readonly number[]): Matrix | undefined {
  const [x = 0, y = 0] = given;
  switch (method) {
    case 'transform':
      return given as unknown as Matrix;
    case 'translate':
      return [1, 0, 0, 1, x, y];
    case 'scale':
      return [x, 0, 0, y, 0, 0];
    case 'rotate':
      return [Math.cos(x), Math.sin(x), -Math.sin(x), Math.cos(x), 0, 0];
    default:
      return undefined;
  }
}

/** The styles at the beginning, by the standard. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  shadowColor: 'rgba(0, 0, 0, 0)',
  shadowOffsetX: 0,
  shadowOffsetY: 0,
  shadowBlur: 0,
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
  lineDashOffset: 0,
  lineDash: [],
  globalAlpha: 1,
  globalCompositeOperation: 'source-over',
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
};
/** The methods that add to a path. */
export const PATH: readonly string[] = [
  'arc',
  'arcTo',
  'bezierCurveTo',
  'closePath',
  'lineTo',
  'moveTo',
  'quadraticCurveTo',
  'rect',
];
const DRAWS = [
  'fill',
  'stroke',
  'fillRect',
  'strokeRect',
  'clearRect',
  'fillText',
  'strokeText',
  'drawImage',
];

interface State {
  matrix: Matrix;
  styles: Record<string, unknown>;
  clips: readonly (readonly Segment[])[];
}

const initial = (): State => ({ matrix: IDENTITY, styles: { ...DEFAULTS }, clips: [] });

/** Whether a style accepts a value. Others are ignored, by the standard. */
function isValid(name: string, value: unknown): boolean {
  return !/(Style|Color)$/.test(name) || typeof value !== 'string' || value !== 'no color';
}

export class FakeBitmap implements Bitmap {
  marks: Mark[] = [];
  readonly #context: Record<string, unknown> = {};
  #state = initial();
  #stack: State[] = [];
  #path: Segment[] = [];
  #width: number;
  #height: number;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    const context = this.#context;
    for (const name of Object.keys(DEFAULTS))
      if (name !== 'lineDash')
        Object.defineProperty(context, name, {
          get: () => this.#state.styles[name],
          set: (value) => {
            if (isValid(name, value)) this.#state.styles[name] = value;
          },
        });
    for (const name of PATH)
      context[name] = (...given: unknown[]) => {
        // By the standard, a negative radius throws.
        if (name === 'arc' && (given[2] as number) < 0) throw new RangeError('IndexSizeError');
        this.#path.push([name, given, this.#state.matrix]);
      };
    for (const name of DRAWS) context[name] = (...given: unknown[]) => this.#draw(name, given);
    for (const name of ['transform', 'translate', 'scale', 'rotate'])
      context[name] = (...given: number[]) => {
        this.#state.matrix = multiply(this.#state.matrix, transformationOf(name, given)!);
      };
    Object.assign(context, {
      setTransform: (...given: number[]) => {
        this.#state.matrix = given as unknown as Matrix;
      },
      beginPath: () => {
        this.#path = [];
      },
      clip: () => {
        this.#state.clips = [...this.#state.clips, this.#path.slice()];
      },
      save: () => {
        this.#stack.push({ ...this.#state, styles: { ...this.#state.styles } });
      },
      restore: () => {
        this.#state = this.#stack.pop() ?? this.#state;
      },
      setLineDash: (lengths: number[]) => {
        this.#state.styles.lineDash = lengths;
      },
      // What is drawn counts as pixels, so an image has all of it.
      getImageData: (_x: number, _y: number, width: number, height: number) => ({
        width,
        height,
        data: new Uint8ClampedArray(width * height * 4),
        marks: this.marks,
      }),
      putImageData: ({ marks }: { marks: Mark[] }) => {
        this.marks = marks;
      },
      measureText: (text: string) => ({ width: text.length * Number.parseFloat(this.#fontSize()) }),
    });
    for (const name of ['createLinearGradient', 'createRadialGradient', 'createPattern'])
      context[name] = (...given: unknown[]) => {
        const stops: unknown[] = [];
        return {
          created: name,
          given: given.map(nameOf),
          stops,
          addColorStop: (...stop: unknown[]) => stops.push(stop),
        };
      };
  }

  /** The number of saved states. */
  get depth(): number {
    return this.#stack.length;
  }

  get width(): number {
    return this.#width;
  }

  get height(): number {
    return this.#height;
  }

  set width(value: number) {
    this.#width = value;
    this.#reset();
  }

  set height(value: number) {
    this.#height = value;
    this.#reset();
  }

  getContext(): never {
    return this.#context as never;
  }

  #fontSize(): string {
    return /([\d.]+)px/.exec(this.#state.styles.font as string)![1]!;
  }

  #reset(): void {
    this.marks = [];
    this.#state = initial();
    this.#stack = [];
    this.#path = [];
  }

  #draw(action: string, given: readonly unknown[]): void {
    const { matrix, styles, clips } = this.#state;
    const isWhole = given.join() === `0,0,${this.#width},${this.#height}`;
    if (action === 'clearRect' && isWhole && matrix.join() === IDENTITY.join() && clips.length === 0) {
      this.marks = [];
      return;
    }
    const path = /^(fill|stroke)$/.test(action) ? this.#path.slice() : [];
    this.marks.push({ action, given: given.map(nameOf), path, clips, matrix, styles: { ...styles } });
  }
}

/** A picture by its path. */
function nameOf(value: unknown): unknown {
  return value && typeof value === 'object' && 'path' in value ? value.path : value;
}
