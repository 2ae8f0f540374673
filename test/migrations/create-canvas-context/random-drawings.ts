/** Random drawings of an app with the old context, and how they are checked against their model. */
import * as fc from 'fast-check';
import { FakeBitmap } from '../../support/fake-2d-context';
import { FakeCanvasHost } from '../../support/fake-canvas-page';
import { loadCanvas } from '../../support/load-canvas';
import { VirtualClock } from '../../support/virtual-clock';
import { COLORS, FONTS, marksOf, PICTURE, type Step, type Style, textOf, valuesAfter } from './drawing-model';

export interface Drawing {
  draws: { steps: Step[]; isReserved: boolean }[];
  pixelRatio: number;
  width: number;
  /** The width from the draw with this index. */
  resized: { before: number; width: number } | undefined;
  /** The draw after which the app writes a pixel. */
  written: number | undefined;
  /** Whether the element appears after the draws. */
  isLate: boolean;
}

/** An app adds a stop to the gradient that it made last. */
const ADD_STOP = 'addColorStop';
/** The value is the style that was made last. */
const LAST = 'the last style';

const number = fc.constantFrom<unknown>(0, 1, 2, 5, 0.5, -3, 20, 55, '7');
const ratio = fc.constantFrom(1, 0.3, 0.5, 0);
const color = fc.constantFrom(...Object.keys(COLORS));
const stop = fc.tuple(ratio, fc.constantFrom('#f00', 'rgba(1, 2, 3, 0.5)'));
const style: fc.Arbitrary<Style> = fc.record({
  made: fc.oneof(
    fc.constant(['createLinearGradient', 1, 2, 30, 40]),
    fc.constant(['createCircularGradient', 20, 20, 9]),
    fc.constantFrom(PICTURE, '/missing.png').map((path) => ['createPattern', path, 'repeat']),
  ),
  stops: fc.array(stop, { maxLength: 2 }),
});

const PATHS: Record<string, number> = {
  moveTo: 2,
  lineTo: 2,
  rect: 4,
  arcTo: 5,
  bezierCurveTo: 6,
  quadraticCurveTo: 4,
  arc: 5,
  closePath: 0,
};
const DRAWS: Record<string, number> = {
  fillRect: 4,
  strokeRect: 4,
  clearRect: 4,
  fill: 0,
  stroke: 0,
  clip: 0,
};
const NUMBERS: Record<string, number> = { translate: 2, scale: 2, rotate: 1, transform: 6, setTransform: 6 };
const methods = (all: Record<string, number>): fc.Arbitrary<Step> =>
  fc
    .constantFrom(...Object.entries(all))
    .chain(([name, count]) =>
      fc.array(number, { minLength: count, maxLength: count }).map((given): Step => [name, ...given]),
    );
const VALUES: Record<string, fc.Arbitrary<unknown>> = {
  fillStyle: fc.oneof(color, style, fc.constant(LAST)),
  strokeStyle: fc.oneof(color, style, fc.constant(LAST)),
  shadowOffsetX: fc.constantFrom(0, 3),
  shadowOffsetY: fc.constantFrom(0, -2),
  shadowBlur: fc.constantFrom(0, 4),
  shadowColor: color,
  lineWidth: fc.constantFrom(1, 4, 2.5),
  lineCap: fc.constantFrom('butt', 'round', 'square'),
  lineJoin: fc.constantFrom('miter', 'bevel', 'round'),
  miterLimit: fc.constantFrom(10, 2),
  lineDashOffset: fc.constantFrom(0, 3),
  globalAlpha: ratio,
  globalCompositeOperation: fc.constantFrom('source-over', 'xor'),
  font: fc.constantFrom(...Object.keys(FONTS)),
  textAlign: fc.constantFrom('left', 'center', 'right'),
  textBaseline: fc.constantFrom('top', 'normal', 'middle'),
};
/** The properties that have a documented setter. */
const SETTERS = /^(fillStyle|strokeStyle|line(Width|Cap|Join)|miterLimit|globalAlpha|text\w+)$/;
const style1: fc.Arbitrary<Step> = fc
  .constantFrom(...Object.keys(VALUES))
  .chain((name) =>
    fc
      .tuple(VALUES[name]!, fc.boolean())
      .map(
        ([value, isSetter]): Step =>
          isSetter && SETTERS.test(name)
            ? [`set${name[0]!.toUpperCase()}${name.slice(1)}`, value]
            : [`${name}=`, value],
      ),
  );

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: methods(PATHS) },
  { weight: 6, arbitrary: methods(DRAWS) },
  { weight: 3, arbitrary: methods(NUMBERS) },
  { weight: 5, arbitrary: style1 },
  { weight: 3, arbitrary: fc.constantFrom<Step>(['save'], ['restore']) },
  { weight: 1, arbitrary: fc.constant<Step>(['beginPath']) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Step>(['setFontSize', 17], ['setFontSize', 9.5], ['font=', 'bold 12px serif']),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Step>(
      ['setLineDash', [4, 2], 3],
      ['setLineDash', [4, 2]],
      ['setLineDash', [0, 0], 0],
      ['setLineDash', [], 1],
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(color, fc.constantFrom(0, 2))
      .map(([value, blur]): Step => ['setShadow', 1, 2, blur, value]),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('fillText', 'strokeText'), fc.constantFrom<unknown>('12', 'text', 7), number)
      .map(([name, text, x]): Step => [name, text, x, 9]),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(PICTURE, '/missing.png'), number)
      .map(([path, x]): Step => ['drawImage', path, x, 9]),
  },
  { weight: 1, arbitrary: stop.map((given): Step => [ADD_STOP, ...given]) },
);

/** Most apps restore what they save. */
const block = fc.array(step, { maxLength: 5 }).map((inside): Step[] => [['save'], ...inside, ['restore']]);
const steps = fc
  .array(fc.oneof({ weight: 7, arbitrary: step.map((one) => [one]) }, { weight: 1, arbitrary: block }), {
    maxLength: 14,
  })
  .map((parts) => parts.flat());

export const drawings: fc.Arbitrary<Drawing> = fc.record({
  draws: fc.array(fc.record({ steps, isReserved: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
  }),
  pixelRatio: fc.constantFrom(1, 2, 3),
  width: fc.constantFrom(60, 2000),
  resized: fc.option(fc.record({ before: fc.nat(2), width: fc.constantFrom(80, 3000) }), { nil: undefined }),
  written: fc.option(fc.nat(2), { nil: undefined }),
  isLate: fc.boolean(),
});

type Context = Record<string, unknown>;

/** An app that draws: it makes its gradients and patterns with its context. */
class App {
  readonly #made = new Map<Style, { addColorStop(...stop: unknown[]): void }>();
  #last: Style | undefined;
  /** The steps with the styles as they are at their draw. */
  readonly past: Step[][] = [];

  constructor(readonly context: Context) {}

  run(steps: readonly Step[]): void {
    const seen: [string, ...unknown[]][] = [];
    for (const [name, ...given] of steps) {
      if (name === ADD_STOP) {
        this.#last?.stops.push(given);
        if (this.#last) this.#made.get(this.#last)!.addColorStop(...given);
        continue;
      }
      const own = given.map((value) => this.#valueOf(value));
      seen.push([name, ...own]);
      const app = own.map((value) => this.#made.get(value as Style) ?? value);
      if (name.endsWith('=')) [this.context[name.slice(0, -1)]] = app;
      else (this.context[name] as (...given: unknown[]) => void)(...app);
    }
    this.past.push(seen.map(([name, ...given]): Step => [name, ...given.map((value) => frozen(value))]));
  }

  #valueOf(value: unknown): unknown {
    if (value === LAST) return this.#last ?? '#f00';
    if (typeof value !== 'object' || value === null || !('made' in value)) return value;
    const { made, stops } = value as Style;
    const own: Style = { made, stops: stops.slice() };
    const [name, ...given] = made as [string, ...unknown[]];
    const style = (this.context[name] as (...given: unknown[]) => { addColorStop(...stop: unknown[]): void })(
      ...given,
    );
    if (name === 'createPattern') own.stops = [];
    else for (const stop of stops) style.addColorStop(...stop);
    this.#made.set(own, style);
    if (name !== 'createPattern') this.#last = own;
    return own;
  }
}

function frozen(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'made' in value
    ? { ...value, stops: (value as Style).stops.slice() }
    : value;
}

function setUp({ pixelRatio }: Drawing, source?: string) {
  const clock = new VirtualClock();
  const host = new FakeCanvasHost({
    bitmap: (width, height) => new FakeBitmap(width, height),
    pixelRatio,
    clock,
    pictures: { [PICTURE]: new FakeBitmap(8, 6) },
  });
  host.open();
  const canvas = loadCanvas(host, source, clock);
  const context = canvas.createCanvasContext('a') as unknown as Context & {
    draw(isReserved: boolean, callback: () => void): void;
  };
  return { clock, host, canvas, context, app: new App(context) };
}

function expectSame(actual: string, expected: string, what: string): void {
  if (actual !== expected) throw new Error(`${what}\nexpected ${expected}\nactual   ${actual}`);
}

/** Draws on a canvas with `type="2d"`, and throws if it does not look as the model says. */
export async function checkDrawing(drawing: Drawing, source?: string): Promise<void> {
  const { clock, host, canvas, context, app } = setUp(drawing, source);
  const { draws, isLate, pixelRatio, resized, width, written } = drawing;
  const element = isLate ? undefined : host.add('a', { width });
  const called: number[] = [];
  const scaleOf = (side: number) => Math.min(pixelRatio, 4096 / side);
  const scales: number[] = [];
  let hasPixels = false;
  let visible = 0;
  for (const [index, { steps, isReserved }] of draws.entries()) {
    if (element && resized?.before === index) {
      await clock.advance(100);
      element.width = resized.width;
      // What is drawn before is drawn again, or kept as pixels.
      if (!hasPixels) scales.fill(scaleOf(resized.width));
    }
    app.run(steps);
    context.draw(isReserved, () => called.push(index));
    scales.push(scaleOf(element?.width ?? width));
    if (!isReserved) {
      visible = index;
      hasPixels = false;
    }
    if (written === index) {
      const data = new Uint8ClampedArray(4);
      void canvas.canvasPutImageData({ canvasId: 'a', x: 0, y: 0, width: 1, height: 1, data });
      hasPixels = true;
    }
  }
  const { node } = element ?? host.add('a', { width });
  await clock.advance(1000);
  const bitmap = node as FakeBitmap;
  expectSame(called.join(), [...draws.keys()].join(), 'the callbacks');
  expectSame(
    textOf(bitmap.marks),
    textOf(app.past.flatMap((steps, index) => (index < visible ? [] : marksOf(steps, scales[index]!)))),
    'what is drawn',
  );
  expectSame(`${bitmap.depth}`, '0', 'states that stay saved');
  for (const [name, value] of Object.entries(valuesAfter(app.past)))
    if (typeof value !== 'object') expectSame(String(context[name]), String(value), `${name} of the context`);
}

/** Draws on a canvas of the old interface, whose context has to look as if the app had called it. */
export async function checkOldContext(drawing: Drawing, source?: string): Promise<void> {
  const { clock, host, context, app } = setUp(drawing, source);
  host.add('a', { is2d: false });
  for (const { steps, isReserved } of drawing.draws) {
    app.run(steps);
    context.draw(isReserved, () => {});
  }
  await clock.advance(1000);
  // By the documentation, these have no property.
  const hasEffect = ([name]: Step) => !/^text(Align|Baseline)=$/.test(name);
  const drawn = host.old.map(({ calls, isReserved }) => [
    isReserved,
    textOf(marksOf(calls.filter(hasEffect), 1)),
  ]);
  const expected = app.past.map((steps, index) => [
    drawing.draws[index]!.isReserved,
    textOf(marksOf(steps, 1)),
  ]);
  expectSame(JSON.stringify(drawn), JSON.stringify(expected), 'what the old context draws');
}
