// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain lint/style/useTemplate lint/complexity/useArrowFunction lint/complexity/noArguments lint/complexity/useLiteralKeys lint/suspicious/useIterableCallbackReturn lint/correctness/noVoidTypeReturn: as ES5 this is half the size; copies compile with noPropertyAccessFromIndexSignature
/**
 * `Taro.createCanvasContext` and `Taro.canvasToTempFilePath`, implemented with Canvas 2D, which replaces them on WeChat.
 *
 * You may edit this file: it depends only on Taro and is never rewritten. A context records its calls. `draw` finds the
 * canvas in the page, loads the images and repeats the calls on its 2D context, with the rules of the old context: each
 * draw begins with the default styles, and a fill uses the transformation of its own time. If the canvas has no 2D
 * context, because its tag has no `type="2d"` or the base library is too old, the old context repeats the calls.
 *
 * The order of this file: types, recording, styles, repeating, images, finding the canvas, drawing, exporting.
 */

import {
  baseLibrary,
  createSelectorQuery,
  nativeContext,
  nativeExport,
  offscreenCanvas,
  pixelRatio,
} from './canvas-host';

declare const process: { env: { TARO_ENV?: string } };
declare function getCurrentPages(): Page[];

interface Page {
  route?: string;
}

type Component = Parameters<typeof nativeContext>[1];
type ExportOption = Parameters<typeof nativeExport>[0];
type Exported = ReturnType<typeof nativeExport>;

/** The name of a method or property, and its arguments or value. */
type Call = readonly [name: string, given: readonly unknown[]];
type Images = Record<string, object | undefined>;
type State = Record<string, unknown>;
/** A context by the names of its methods and properties: a 2D context, an old one or a recorder. */
type Methods = Record<string, ((...given: readonly unknown[]) => unknown) | undefined>;

/** A gradient or pattern as the app holds it: created anew by each context that draws with it. */
interface Style {
  /** The path of the image of a pattern. */
  source?: string;
  /** @param images the loaded images, or `undefined` for an old context */
  on(context: Methods, images?: Images): unknown;
}

interface Picture {
  src: string;
  onload(): void;
  onerror(): void;
}

/** The canvas element, in physical pixels. */
interface Node {
  width: number;
  height: number;
  _width?: number;
  _height?: number;
  getContext(type: '2d'): Methods;
  createImage(): Picture;
}

/** An element in the page, in CSS pixels. Without a node, it only has an old context. */
interface Found {
  node?: Node | null;
  width?: number;
  height?: number;
}

interface Query {
  in(scope: object): Query;
  select(selector: string): Query;
  fields(fields: object): Query;
  exec(tell: (found: (Found | null)[]) => void): void;
}

interface Job {
  /** The page in front at the call. */
  page?: Page | undefined;
  /** Whether to stop searching after a second. */
  isHasty?: boolean;
  /**
   * @param found `undefined` if the canvas is gone
   * @param next Called when the job is done.
   */
  run(found: Found | undefined, next: Next): void;
}

/** @param isLate whether the page may have changed since the search */
type Next = (isLate?: unknown) => void;

/** The canvas that one or more contexts draw on. */
interface Canvas {
  id: string;
  /** As the app gave it. */
  given: Component;
  /** The component that has the canvas, if it is not the page. */
  component: object | undefined;
  /** The page in front when the canvas was first mentioned. */
  page: Page | undefined;
  /** The page in front when it was last used. */
  seen: Page | undefined;
  jobs: Job[];
  isBusy: boolean;
  node?: Node;
  found?: Found;
  /** Physical pixels per CSS pixel of the node. */
  scale: number;
  /** The draws since the node was last cleared, which are repeated when its size changes. */
  drawn: { calls: readonly Call[]; images: Images }[];
}

/** Time limits in ms. */
const STEP = 50;
const ANSWER = 1000;
const LOAD = 10000;
/** The number of jobs after one search. */
const BATCH = 50;
/** The longest side of a bitmap, in physical pixels. */
const LONGEST = 4096;

const BLACK = '#000000';
const INITIAL: State = {
  fillStyle: BLACK,
  strokeStyle: BLACK,
  shadowOffsetX: 0,
  shadowOffsetY: 0,
  shadowBlur: 0,
  shadowColor: BLACK,
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
  lineDashOffset: 0,
  globalAlpha: 1,
  globalCompositeOperation: 'source-over',
  font: '10px sans-serif',
  textAlign: 'left',
  textBaseline: 'alphabetic',
};
const SHADOW = ['shadowOffsetX', 'shadowOffsetY', 'shadowBlur', 'shadowColor'];
const PATH = /^(arc|arcTo|bezierCurveTo|closePath|lineTo|moveTo|quadraticCurveTo|rect)$/;
const METHODS =
  'arc arcTo bezierCurveTo closePath lineTo moveTo quadraticCurveTo rect beginPath clearRect clip drawImage fill fillRect fillText restore rotate save scale setTransform stroke strokeRect strokeText transform translate';

function noop(): void {}

/** One failure must not keep the rest from being drawn or told. */
function attempt(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    console.error(error);
  }
}

/** A function that acts at its first call, or without a value when the time is over. */
function once<Value>(ms: number, act: (value?: Value) => void): (value?: Value) => void {
  let isDone: boolean | undefined;
  const end = (value?: Value) => {
    if (isDone) return;
    isDone = true;
    clearTimeout(timer);
    act(value);
  };
  const timer = setTimeout(() => end(), ms);
  return end;
}

function copy(state: State): State {
  return Object.assign({}, state);
}

// Recording

/** Creates the context of the app. */
export function createCanvasContext(id: string, component?: Component): ReturnType<typeof nativeContext> {
  if (process.env.TARO_ENV !== 'weapp') return nativeContext(id, component);
  const canvas = canvasOf(id, component);
  const context: State = {};
  let calls: Call[] = [];
  let state = copy(INITIAL);
  const saved: State[] = [];

  const add = (name: string, given: readonly unknown[]) => {
    calls.push([name, given]);
  };
  const take = () => {
    const taken = calls;
    calls = [];
    return taken;
  };
  const set = (name: string, given: unknown) => {
    const value = name === 'font' ? fontOf(given) : given;
    if (name === 'font' && !value) return;
    state[name] = value;
    add(name, [value]);
  };

  METHODS.split(' ').forEach((name) => {
    const hasSource = /Text|Image/.test(name);
    context[name] = function () {
      // The old context accepts numbers as text.
      const given = [].map.call(arguments, (value, index) =>
        typeof value === 'string' && (index || !hasSource) ? +value : value,
      ) as unknown[];
      // As the old context, which fails for `undefined`.
      if (/Text/.test(name)) given[0] = (given[0] as object).toString();
      if (name === 'save') saved.push(copy(state));
      if (name === 'restore') state = saved.pop() || copy(INITIAL);
      add(name, given);
    };
  });
  Object.keys(INITIAL).forEach((name) => {
    const setter = (value: unknown) => set(name, value);
    Object.defineProperty(context, name, { get: () => state[name], set: setter, enumerable: true });
    context[setterOf(name)] = setter;
  });

  return Object.assign(context, {
    setFontSize(size: number) {
      state['font'] = resized(state['font'], size);
      add('setFontSize', [size]);
    },
    setLineDash(lengths?: number[], offset?: number) {
      add('setLineDash', [(lengths || []).slice()]);
      set('lineDashOffset', offset || 0);
    },
    setShadow() {
      [].forEach.call(arguments, (value, index) => set(SHADOW[index]!, value));
    },
    createLinearGradient(x0: number, y0: number, x1: number, y1: number) {
      return gradient('createLinearGradient', [x0, y0, x1, y1]);
    },
    createCircularGradient(x: number, y: number, r: number) {
      return gradient('createCircularGradient', [x, y, r]);
    },
    createPattern: pattern,
    measureText: (text: string) => ({ width: measure(canvas, state['font'] as string, text) }),
    clearActions: take,
    getActions: take,
    draw(isReserved?: boolean, callback?: (result: object) => void) {
      enqueue(canvas, drawing(canvas, take(), isReserved, callback));
    },
  }) as never;
}

function setterOf(name: string): string {
  return 'set' + name.charAt(0).toUpperCase() + name.slice(1);
}

/** The font with another size in px. */
function resized(font: unknown, size: unknown): string {
  return (font as string).replace(/[\d.]+px/, size + 'px');
}

/** A font by the rules of the old context: rpx are px, and numeric weights mean nothing. */
function fontOf(value: unknown): string | undefined {
  const parts = /^(([\w-]+\s+)*)(\d+)r?px(\/[\d.]+(r?px)?)?\s+(.+)/.exec(value as string);
  if (!parts) {
    console.warn('CanvasContext: invalid font: ' + value);
    return undefined;
  }
  const style = parts[1]!.match(/\b(italic|oblique|bold)\s/g) || [];
  const families = parts[6]!.split(',').map((name) => name.trim().replace(/^[^'"].*\s.*/, '"$&"'));
  return style.join('') + parts[3] + 'px ' + families.join(', ');
}

let ruler: Methods | undefined | null;

/** The width of a text, in CSS pixels. Needs no element. */
function measure(canvas: Canvas, font: string, text: string): number {
  if (ruler === undefined)
    try {
      ruler = (offscreenCanvas() as Node).getContext('2d');
    } catch (_error) {
      // Base libraries before 2.16.1 have no 2D canvas outside the page.
      ruler = null;
    }
  const own = ruler || oldContext(canvas);
  assign(own, 'font', font);
  // The old context accepts decimals only here.
  if (!ruler) own['setFontSize']!(parseFloat(font.replace(/^\D+/, '')));
  return (own['measureText']!(String(text)) as { width: number }).width;
}

function oldContext(canvas: Canvas): Methods {
  return nativeContext(canvas.id, canvas.given) as unknown as Methods;
}

// Styles

function gradient(name: string, given: readonly number[]): object {
  const stops: [number, string][] = [];
  const style: Style = {
    on(context) {
      const [x, y, r] = given;
      const own = (
        context[name]
          ? context[name]!.apply(context, given as never)
          : context['createRadialGradient']!(x, y, 0, x, y, r)
      ) as { addColorStop(stop: number, color: unknown): void };
      stops.forEach((stop) => attempt(() => own.addColorStop(stop[0], colorOf(stop[1]))));
      return own;
    },
  };
  return Object.assign(style, {
    addColorStop(stop: number, color: string) {
      stops.push([stop, color]);
    },
  });
}

function pattern(source: string, repetition: string): Style {
  return {
    source,
    on(context, images) {
      const image = images ? images[source] : source;
      // A pattern whose image has failed draws nothing.
      return image ? context['createPattern']!(image, repetition) : 'transparent';
    },
  };
}

function isStyle(value: unknown): value is Style {
  return !!value && !!(value as Style).on;
}

/** The old context has 255 steps of alpha, rounded down. */
function alphaOf(alpha: unknown): number {
  return Math.floor((alpha as number) * 255) / 255;
}

function colorOf(color: unknown): string {
  return String(color).replace(/^(rgba\(.+,)(.+)\)/i, (_all, head, alpha) => head + alphaOf(alpha) + ')');
}

function assign(context: Methods, name: string, value: unknown): void {
  (context as State)[name] = value;
}

// Repeating

/** Repeats the calls on an old context. */
function repeatOld(canvas: Canvas, calls: readonly Call[]): Methods {
  const context = oldContext(canvas);
  calls.forEach(([name, given]) =>
    attempt(() => {
      const [value] = given;
      const own = isStyle(value) ? [value.on(context)] : given;
      const method = context[name in INITIAL ? setterOf(name) : name];
      if (method) method.apply(context, own as unknown[]);
      else assign(context, name, own[0]);
    }),
  );
  return context;
}

/**
 * Repeats the calls on a 2D context with the rules of the old one.
 * @param scale physical pixels per CSS pixel
 */
function repeat(context: Methods, calls: readonly Call[], images: Images, scale: number): void {
  let path: Call[] = [];
  /** The font of each saved state. */
  const fonts: string[] = [];

  function call(name: string, given: readonly unknown[] = []): void {
    context[name]!.apply(context, given as unknown[]);
  }
  function set(name: string, value: unknown): void {
    let own = value;
    if (name === 'globalAlpha') own = alphaOf(value);
    // The 2D context does not scale shadows.
    else if (/t[XY]|Blur/.test(name)) own = (value as number) * scale;
    else if (/Sty|Col/.test(name)) {
      own = isStyle(value) ? value.on(context, images) : colorOf(value);
      // A color that is not valid is black in the old context, and the color before in 2D.
      assign(context, name, BLACK);
    } else if (name === 'font') fonts[0] = value as string;
    else if (value === 'normal') own = 'alphabetic';
    assign(context, name, own);
  }
  /** Draws the path with the present transformation. */
  function trace(way: readonly Call[], action: string): void {
    call('beginPath');
    way.forEach(([name, given]) => attempt(() => call(name, given)));
    call(action);
  }
  function act(name: string, given: readonly unknown[]): void {
    const [value] = given;
    if (name in INITIAL) set(name, value);
    else if (name === 'beginPath') path = [];
    else if (PATH.test(name)) path.push([name, given]);
    else if (/^(fill|stroke|clip)$/.test(name)) trace(path, name);
    else if (/(fill|stroke)Rect/.test(name)) trace([['rect', given]], name.slice(0, -4));
    else if (name === 'setFontSize') set('font', resized(fonts[0], value));
    else if (name === 'setLineDash')
      call(name, [(value as number[]).some((length) => length > 0) ? value : []]);
    else if (name === 'drawImage') {
      if (images[value as string]) call(name, [images[value as string] as unknown].concat(given.slice(1)));
    } else {
      if (name === 'save') fonts.unshift(fonts[0]!);
      // Not the state before this draw.
      if (name === 'restore' && (fonts.length < 2 || !fonts.shift())) return;
      call(name, name === 'setTransform' ? given.map((number) => (number as number) * scale) : given);
    }
  }

  call('save');
  call('setTransform', [scale, 0, 0, scale, 0, 0]);
  call('setLineDash', [[]]);
  Object.keys(INITIAL).forEach((name) => set(name, INITIAL[name]));
  act('save', []);
  calls.forEach(([name, given]) => attempt(() => act(name, given)));
  fonts.forEach(() => call('restore'));
}

// Images

/** The paths of all images of a draw. */
function sourcesOf(calls: readonly Call[]): string[] {
  return calls
    .map(([name, [value]]) => (name === 'drawImage' ? value : isStyle(value) && value.source) as string)
    .filter((source, index, all) => typeof source === 'string' && all.indexOf(source) === index);
}

/** The path of an image from the root of the app. The old context has paths relative to the page. */
function absolute(source: string, page: Page | undefined): string {
  if (!page || !page.route || /^(\/|\w+:)/.test(source)) return source;
  const names = page.route.split('/');
  names.pop();
  source.split('/').forEach((name) => {
    if (name === '..') names.pop();
    else if (name !== '.') names.push(name);
  });
  return '/' + names.join('/');
}

/** Loads the images; the failed ones are missing in the result. */
function load(
  node: Node,
  sources: readonly string[],
  page: Page | undefined,
  tell: (images: Images) => void,
): void {
  const images: Images = {};
  let pending = sources.length;
  if (!pending) tell(images);
  sources.forEach((source) => {
    const end = once<Picture>(LOAD, (image) => {
      if (image) images[source] = image;
      else console.warn('CanvasContext: cannot load the image ' + source);
      if (!--pending) tell(images);
    });
    try {
      const image = node.createImage();
      image.onload = () => end(image);
      image.onerror = () => end();
      image.src = absolute(source, page);
      if (!source) end();
    } catch (_error) {
      end();
    }
  });
}

// Finding the canvas

let canvases: Canvas[] = [];

function isOpen(page: unknown): boolean {
  return getCurrentPages().indexOf(page as Page) >= 0;
}

function pageInFront(): Page | undefined {
  return getCurrentPages().slice(-1)[0];
}

/** The canvas that the app means, the same for all contexts and exports on one page. */
function canvasOf(id: string, given: Component): Canvas {
  const isPage = isOpen(given);
  const page = isPage ? (given as Page) : pageInFront();
  const component = !isPage && given && '__wxExparserNodeId__' in given ? given : undefined;
  canvases = canvases.filter((one) => one.jobs.length || one.isBusy || isOpen(one.page) || isOpen(one.seen));
  const [known] = canvases.filter(
    (one) => one.id === id && one.component === component && (one.page === page || one.seen === page),
  );
  if (known) return known;
  const canvas = { id, given, component, page, seen: page, jobs: [], isBusy: false, scale: 1, drawn: [] };
  canvases.push(canvas);
  return canvas;
}

/** Finds the element, again and again until it is there or its page is gone. */
function seek(canvas: Canvas, job: Job, tell: (found?: Found) => void): void {
  let time = 0;
  let count = 0;
  (function ask(): void {
    job.page = job.page || pageInFront();
    // A context of a module is created before its page, so it may draw on another one.
    const pages = [canvas.page, job.page].filter(isOpen);
    const isLimited = job.isHasty || (canvas.page && pages.length < 2);
    if ((job.page && !pages.length) || (isLimited && time >= ANSWER)) return tell();
    const page = pages[count++ % pages.length];
    // A query may never be answered for an element of the old interface.
    const answer = once<Found | null>(ANSWER, (found = canvas.found || {}) => {
      // A hidden element has no size yet.
      if (found && (!found.node || (found.width && found.height) || time >= ANSWER)) return tell(found);
      const wait = time < 5 * ANSWER ? STEP : 5 * STEP;
      time += wait;
      setTimeout(ask, wait);
    });
    try {
      // Other ids cannot be part of a selector.
      if (!/^[a-z_][\w-]*$/i.test(canvas.id)) return answer({});
      let query = createSelectorQuery() as unknown as Query;
      const scope = canvas.component || (page !== pageInFront() && page);
      if (scope) query = query.in(scope);
      query
        .select('#' + canvas.id)
        .fields({ node: true, size: true })
        .exec((found) => answer(found[0] || null));
    } catch (_error) {
      answer({});
    }
  })();
}

function enqueue(canvas: Canvas, job: Job): void {
  job.page = canvas.seen = pageInFront();
  if (canvases.indexOf(canvas) < 0) canvases.push(canvas);
  canvas.jobs.push(job);
  work(canvas);
}

/** Runs the jobs of a canvas in their order, with one search for all that wait. */
function work(canvas: Canvas): void {
  const { jobs } = canvas;
  const [first] = jobs;
  if (canvas.isBusy || !first) return;
  canvas.isBusy = true;
  seek(canvas, first, (found) => {
    if (found && found.node) canvas.found = found;
    // Callbacks may add jobs, which need a search of their own.
    let count = Math.min(jobs.length, BATCH);
    (function next(isLate?: unknown): void {
      if (!isLate && count-- && jobs[0]!.page === first.page) return jobs.shift()!.run(found, next);
      canvas.isBusy = false;
      work(canvas);
    })();
  });
}

// Drawing

function drawing(
  canvas: Canvas,
  calls: readonly Call[],
  isReserved: boolean | undefined,
  callback: ((result: object) => void) | undefined,
): Job {
  const done = (errMsg: string) => {
    if (callback) attempt(() => callback({ errMsg: 'drawCanvas:' + errMsg }));
  };
  return {
    run(found, next) {
      if (found && found.node) {
        const sources = sourcesOf(calls);
        load(found.node, sources, this.page, (images) => {
          attempt(() => {
            const context = prepare(canvas, found, isReserved);
            canvas.drawn.push({ calls, images });
            repeat(context, calls, images, canvas.scale);
          });
          done('ok');
          next(sources[0]);
        });
      } else {
        if (!found) done('fail no canvas');
        // The old context never answers if an image fails.
        else
          attempt(() =>
            repeatOld(canvas, calls)['draw']!(isReserved, callback && once(LOAD, () => done('ok'))),
          );
        next();
      }
    },
  };
}

/** Gives the bitmap its size, and keeps or clears what is drawn. */
function prepare(canvas: Canvas, found: Found, isReserved: boolean | undefined): Methods {
  const { width, height } = found;
  const node = found.node!;
  const context = node.getContext('2d');
  if (canvas.node !== node || !isReserved) canvas.drawn = [];
  canvas.node = node;
  if (width && height) {
    const scale = Math.min(pixelRatio(), LONGEST / Math.max(width, height));
    const own = [Math.round(width * scale), Math.round(height * scale)] as const;
    canvas.scale = scale;
    if (node.width !== own[0] || node.height !== own[1]) {
      // Without the others, iOS sometimes shows a part of the bitmap.
      node._width = node.width = own[0];
      node._height = node.height = own[1];
      canvas.drawn.forEach((draw) => {
        repeat(context, draw.calls, draw.images, scale);
      });
    }
  }
  if (!isReserved) {
    context['setTransform']!(1, 0, 0, 1, 0, 0);
    context['clearRect']!(0, 0, node.width, node.height);
  }
  return context;
}

// Exporting

/** Exports what the calls of `draw` before have drawn, without waiting for their callbacks. */
export function canvasToTempFilePath(option: ExportOption, component?: Component): Exported {
  if (process.env.TARO_ENV !== 'weapp' || !option || !option.canvasId || option.canvas)
    return nativeExport(option, component);
  const canvas = canvasOf(option.canvasId, component);
  const promise = new Promise((resolve, reject) => {
    const tell =
      (name: 'success' | 'fail' | 'complete', settle: (result: never) => void) => (result: never) => {
        const own = option[name] as ((result: never) => void) | undefined;
        if (own) attempt(() => own.call(option, result));
        settle(result);
      };
    const success = tell('success', resolve);
    const fail = tell('fail', reject);
    enqueue(canvas, {
      isHasty: true,
      run(found, next) {
        // Some clients never answer.
        const end = once(ANSWER, () => next(true));
        const complete = tell('complete', end);
        try {
          if (!found) throw 'canvas is empty';
          const own = found.node ? partOf(canvas, found, option) : option;
          const answer = nativeExport(Object.assign({}, own, { success, fail, complete }), component);
          // Without Taro, calls with callbacks return no promise.
          if (answer) (answer as Promise<unknown>).then(noop, noop);
        } catch (error) {
          const result = {
            errMsg: 'canvasToTempFilePath: fail ' + ((error as Error).message || error),
          } as never;
          fail(result);
          complete(result);
        }
      },
    });
  });
  // Most callers use callbacks and ignore the promise.
  promise.then(noop, noop);
  return promise as Exported;
}

/** The options for the export of a node, whose part is in physical pixels and whose result has no default size. */
function partOf(canvas: Canvas, found: Found, option: ExportOption): ExportOption {
  prepare(canvas, found, true);
  const node = found.node!;
  const { scale } = canvas;
  const side = (start: 'x' | 'y', name: 'width' | 'height', dest: 'destWidth' | 'destHeight') => {
    const whole = found[name] || node[name] / scale;
    const at = option[start]!;
    const from = at > 0 && at <= whole ? at : 0;
    const length = Math.min(option[name] || whole, whole - from);
    own[dest] = own[dest] || Math.round(length * pixelRatio());
    if (length < whole) isPart = true;
    own[start] = from * scale;
    own[name] = length * scale;
  };
  let isPart: boolean | undefined;
  const own = Object.assign({}, option as object as Record<string, unknown>, { canvas: node });
  side('x', 'width', 'destWidth');
  side('y', 'height', 'destHeight');
  delete own['canvasId'];
  if (!isPart) ['x', 'y', 'width', 'height'].forEach((name) => delete own[name]);
  return own as unknown as ExportOption;
}

/** The `type` of a canvas: `2d` if the base library draws reliably with it (2.25.3 and later). */
export const canvasType: string = /* @__PURE__ */ typeOf();

function typeOf(): string {
  if (process.env.TARO_ENV !== 'weapp') return '';
  const [major, minor, patch] = (baseLibrary() || '0').split('.').map(Number) as [number, number, number];
  return (major - 2 || minor - 25 || patch - 3) >= 0 ? '2d' : '';
}
