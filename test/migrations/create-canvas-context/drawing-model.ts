/**
 * What drawings with the old context look like: a slow model of its rules, which looks at all calls again for each
 * thing that is drawn. The rules are those of docs/semantics.md, §8.
 */
import {
  IDENTITY,
  type Mark,
  type Matrix,
  multiply,
  PATH,
  type Segment,
  transformationOf,
} from '../../support/fake-2d-context';

/** A gradient or pattern: its method with the arguments, and its stops. */
export interface Style {
  made: readonly unknown[];
  stops: (readonly unknown[])[];
}

/** A call of a method, or an assignment if the name ends with `=`. */
export type Step = readonly [name: string, ...given: unknown[]];

/** The fonts that apps set, and what they mean. `undefined`: a font that is not valid changes nothing. */
export const FONTS: Readonly<Record<string, string | undefined>> = {
  'bold 12px serif': 'bold 12px serif',
  'italic bold 14px serif': 'italic bold 14px serif',
  '28rpx monospace': '28px monospace',
  '600 16px serif': '16px serif',
  '14px No Such Font, serif': '14px "No Such Font", serif',
  '12.5px serif': undefined,
  '14px': undefined,
};

function fontOf(value: unknown): string | undefined {
  return Object.values(FONTS).includes(value as string) ? (value as string) : FONTS[value as string];
}

/** The colors that apps set, and what they mean. */
export const COLORS: Readonly<Record<string, string>> = {
  '#f00': '#f00',
  'rgb(1, 2, 3)': 'rgb(1, 2, 3)',
  'rgba(1, 2, 3, 0.5)': `rgba(1, 2, 3, ${127 / 255})`,
  'rgba(9,9,9,1)': 'rgba(9,9,9,1)',
  'no color': '#000000',
};

export const PICTURE = '/picture.png';

const DEFAULTS: Readonly<Record<string, unknown>> = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  shadowOffsetX: 0,
  shadowOffsetY: 0,
  shadowBlur: 0,
  shadowColor: '#000000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
  lineDashOffset: 0,
  lineDash: [],
  globalAlpha: 1,
  globalCompositeOperation: 'source-over',
  font: '10px sans-serif',
  textAlign: 'left',
  textBaseline: 'alphabetic',
};

/** The assignments that a call means, by the names of the properties. */
function assignments([name, ...given]: Step, font: string): Record<string, unknown> {
  const [value] = given;
  if (name.endsWith('=')) return { [name.slice(0, -1)]: value };
  if (name === 'setFontSize') return { font: font.replace(/[\d.]+px/, `${value}px`) };
  if (name === 'setLineDash') return { lineDash: value, lineDashOffset: given[1] ?? 0 };
  if (name === 'setShadow') {
    const [shadowOffsetX, shadowOffsetY, shadowBlur, shadowColor] = given;
    return { shadowOffsetX, shadowOffsetY, shadowBlur, shadowColor };
  }
  const property = name.slice(3, 4).toLowerCase() + name.slice(4);
  return name.startsWith('set') && property in DEFAULTS ? { [property]: value } : {};
}

interface State {
  matrix: Matrix;
  styles: Record<string, unknown>;
  clips: readonly (readonly Segment[])[];
}

/** The rules for one `draw` with a scale of physical pixels per CSS pixel. */
class Draw {
  constructor(
    readonly steps: readonly Step[],
    readonly scale: number,
  ) {}

  marks(): Mark[] {
    return this.steps.flatMap((step, index) => this.#mark(step, index) ?? []);
  }

  #mark([name, ...given]: Step, index: number): Mark | undefined {
    const { matrix, styles, clips } = this.#stateAt(index);
    const mark = { action: name, given: given.map(asGiven), path: [], clips, matrix, styles };
    if (/^(fill|stroke)$/.test(name)) return { ...mark, given: [], path: this.#pathAt(index) };
    if (/^(fill|stroke)Rect$/.test(name)) {
      const path: Segment[] = [['rect', given.map(Number), matrix]];
      return { ...mark, action: name.slice(0, -4), given: [], path };
    }
    if (/Text$/.test(name)) return { ...mark, given: [String(given[0]), ...given.slice(1).map(Number)] };
    if (name === 'clearRect') return { ...mark, given: given.map(Number) };
    if (name === 'drawImage' && given[0] === PICTURE)
      return { ...mark, given: [PICTURE, ...given.slice(1).map(Number)] };
    return undefined;
  }

  /** The path before a step, with the transformation of that time. */
  #pathAt(index: number): Segment[] {
    const before = this.steps.slice(0, index);
    const from = before.map(([name]) => name).lastIndexOf('beginPath') + 1;
    const { matrix } = this.#stateAt(index);
    return before
      .slice(from)
      .filter(([name, , , radius]) => PATH.includes(name) && !(name === 'arc' && Number(radius) < 0))
      .map(([name, ...given]) => [name, given.map(asNumber), matrix]);
  }

  #stateAt(index: number): State {
    let transform = IDENTITY;
    let styles = { ...DEFAULTS };
    let clips: State['clips'] = [];
    const saved: [Matrix, Record<string, unknown>, State['clips']][] = [];
    this.steps.slice(0, index).forEach((step, at) => {
      const [name, ...given] = step;
      const numbers = given.map(Number);
      const change = transformationOf(name, numbers);
      if (change) transform = multiply(transform, change);
      else if (name === 'setTransform') transform = numbers as unknown as Matrix;
      else if (name === 'save') saved.push([transform, { ...styles }, clips]);
      else if (name === 'restore') [transform, styles, clips] = saved.pop() ?? [transform, styles, clips];
      else if (name === 'clip') clips = [...clips, this.#pathAt(at)];
      else
        for (const [property, value] of Object.entries(assignments(step, styles.font as string)))
          if (!(property === 'font' && name.endsWith('=') && !fontOf(value)))
            styles[property] = this.#looks(property, value, name);
    });
    return { matrix: multiply([this.scale, 0, 0, this.scale, 0, 0], transform), styles, clips };
  }

  /** The value of the 2D style that looks like that of the old one. */
  #looks(property: string, value: unknown, name: string): unknown {
    if (isStyle(value)) return seen(value);
    if (/(Style|Color)$/.test(property)) return COLORS[value as string];
    if (/Offset[XY]$|Blur$/.test(property)) return Number(value) * this.scale;
    if (property === 'globalAlpha') return Math.floor(Number(value) * 255) / 255;
    if (property === 'font' && name !== 'setFontSize') return fontOf(value);
    if (value === 'normal') return 'alphabetic';
    if (property === 'lineDash') return (value as number[]).some((length) => length > 0) ? value : [];
    return value;
  }
}

function asNumber(value: unknown): unknown {
  return typeof value === 'string' ? Number(value) : value;
}

function asGiven(value: unknown): unknown {
  return isStyle(value) ? seen(value) : value;
}

function isStyle(value: unknown): value is Style {
  return typeof value === 'object' && value !== null && 'made' in value;
}

function seen({ made: [name, ...given], stops }: Style): unknown {
  if (name === 'createPattern')
    return given[0] === PICTURE ? { created: name, given, stops: [] } : 'transparent';
  const [x, y, r] = given;
  const isCircle = name === 'createCircularGradient';
  return {
    created: isCircle ? 'createRadialGradient' : name,
    given: isCircle ? [x, y, 0, x, y, r] : given,
    stops: stops.map(([at, color]) => [at, COLORS[color as string]]),
  };
}

/** What the calls of one `draw` make visible. */
export function marksOf(steps: readonly Step[], scale: number): Mark[] {
  return new Draw(steps, scale).marks();
}

/** The values of the properties that an app reads after the steps of several draws. */
export function valuesAfter(draws: readonly (readonly Step[])[]): Record<string, unknown> {
  let values = { ...DEFAULTS };
  for (const steps of draws) {
    // A draw ends what it has saved.
    const saved: Record<string, unknown>[] = [];
    for (const step of steps)
      if (step[0] === 'save') saved.push({ ...values });
      else if (step[0] === 'restore') values = saved.pop() ?? values;
      else
        for (const [property, value] of Object.entries(assignments(step, values.font as string))) {
          const isFont = property === 'font' && step[0] !== 'setFontSize';
          if (isFont) values.font = fontOf(value) ?? values.font;
          else values[property] = value;
        }
  }
  const { lineDash: _, ...properties } = values;
  return properties;
}

/** As text, in which numbers that differ by rounding are equal, as are colors that differ by spaces. */
export function textOf(marks: readonly Mark[]): string {
  const sorted = marks.map((mark) => ({ ...mark, styles: Object.entries(mark.styles).sort() }));
  return JSON.stringify(sorted, (_key, value) => {
    if (typeof value === 'number') return Math.round(value * 1e6) / 1e6 + 0;
    return typeof value === 'string' && /^rgba/.test(value) ? value.replace(/\s/g, '') : value;
  });
}
