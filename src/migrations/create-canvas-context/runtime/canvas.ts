// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain lint/style/useTemplate lint/complexity/useArrowFunction lint/complexity/noArguments lint/complexity/useLiteralKeys lint/suspicious/useIterableCallbackReturn lint/correctness/noVoidTypeReturn: as ES5 this is half the size; copies compile with noPropertyAccessFromIndexSignature
/**
 * `Taro.createCanvasContext`, and the functions that export, read and write what it draws, implemented with Canvas 2D,
 * which replaces them on WeChat.
 *
 * You may edit this file: it depends only on Taro and is never rewritten. A context records its calls. `draw` finds the
 * canvas in the page, loads the images and repeats the calls on its 2D context, with the rules of the old context: each
 * draw begins with the default styles, and a fill uses the transformation of its own time. If the canvas has no 2D
 * context, because its tag has no `type="2d"` or the base library is too old, the old context repeats the calls.
 *
 * The order of this file: types, recording, styles, repeating, images, finding the canvas, drawing, exporting and pixels.
 */

import {
  baseLibrary,
  createSelectorQuery,
  nativeContext,
  nativeExport,
  nativeRead,
  nativeWrite,
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
type ReadOption = Parameters<typeof nativeRead>[0];
type Read = ReturnType<typeof nativeRead>;
type WriteOption = Parameters<typeof nativeWrite>[0];
type Written = ReturnType<typeof nativeWrite>;

/** The name of a method and its arguments, or of a property and its value. */
type Call = [name: string, given: readonly unknown[]];
/** The loaded images by path. `undefined` for those that failed. */
type Images = Record<string, object | undefined>;
/** The values of properties by name. */
type State = Record<string, unknown>;
/** A context by the names of its methods: a 2D context or an old one. */
type Methods = Record<string, ((...given: readonly unknown[]) => unknown) | undefined>;

type Stop = [stop: number, color: string];

/** A gradient or pattern as the app holds it. Each context that draws with it creates its own. */
interface Style {
  method: string;
  given: readonly unknown[];
  stops: Stop[];
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

/** What a query tells about an element, in CSS pixels. Without a node, it has only an old context. */
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

/** A draw, an export, or the reading or writing of pixels. */
interface Job {
  /** The page or component that has the element, if the app has given it. */
  owner: object | undefined;
  /** The page in front when the context was created. */
  first?: Page | undefined;
  /** The page in front at the call. */
  page?: Page | undefined;
  /** Only draws wait for an element that may come. */
  isExport?: boolean;
  /**
   * @param found `undefined` if the canvas is gone
   * @param next Called at the end of the job, with whether the element has to be found again.
   */
  run(found: Found | undefined, next: (isStale?: boolean) => void): void;
}

/** The jobs for one id on a page or in a component. */
interface Canvas {
  id: string;
  jobs: Job[];
  isBusy?: boolean;
  /** What was found last, and for which job. */
  last?: [job: Job, found: Found];
}

/** What is drawn on a node. */
interface Sheet {
  /** Physical pixels per CSS pixel. */
  scale: number;
  /** The draws since it was last cleared, which are repeated when its size changes. */
  draws: [calls: readonly Call[], images: Images][];
  /** Its pixels are kept instead, because some were written or the draws are too many. */
  hasPixels?: boolean;
}

/** Four bytes per pixel. */
interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** Time limits in ms. */
const STEP = 50;
const ANSWER = 1000;
const LOAD = 10000;
/** The number of jobs after one search, which call each other. */
const BATCH = 50;
/** The number of draws that are kept of a canvas that is never cleared. */
const DRAWS = 5000;
/** The longest side of a bitmap, in physical pixels. */
const LONGEST = 4096;

const BLACK = '#000000';
const FONT = '10px sans-serif';
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
  font: FONT,
  textAlign: 'left',
  textBaseline: 'alphabetic',
};
const PROPERTIES = /* @__PURE__ */ Object.keys(INITIAL);
const PATH = /* @__PURE__ */ 'arc arcTo bezierCurveTo closePath lineTo moveTo quadraticCurveTo rect'.split(
  ' ',
);
const METHODS = /* @__PURE__ */ PATH.concat(
  /* @__PURE__ */ 'beginPath clearRect clip drawImage fill fillRect fillText restore rotate save scale setTransform stroke strokeRect strokeText transform translate createLinearGradient createCircularGradient createPattern'.split(
    ' ',
  ),
);

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

function copy<Value>(state: Value): Value {
  return Object.assign({}, state);
}

// Recording

/** Creates the context of the app. */
export function createCanvasContext(id: string, component?: Component): ReturnType<typeof nativeContext> {
  if (process.env.TARO_ENV !== 'weapp') return nativeContext(id, component);
  const first = pageInFront();
  const owner = ownerOf(component);
  const old = () => nativeContext(id, component) as unknown as Methods;
  const context: State = {};
  let calls: Call[] = [];
  let path: Call[] = [];
  let state = copy(INITIAL);
  /** The font of `state`, unless an earlier draw has set it. */
  let font = FONT;
  let saved: [State, string][] = [];

  const add = (name: string, given: readonly unknown[]) => {
    calls.push([name, given]);
  };
  // The next draw begins with the default font, no path and nothing to restore.
  const take = () => {
    saved.forEach(() => add('restore', []));
    const taken = calls.map(([name, given]): Call => {
      const [value] = given;
      return [name, isStyle(value) ? [Object.assign(copy(value), { stops: value.stops.slice() })] : given];
    });
    calls = [];
    path = [];
    saved = [];
    font = FONT;
    return taken;
  };
  const set = (name: string, given: unknown) => {
    let value = given;
    if (name === 'font') {
      value = fontOf(given);
      if (!value) return;
      font = value as string;
    }
    state[name] = value;
    add(name, [value]);
  };

  METHODS.forEach((name) => {
    context[name] = function () {
      // The old context accepts numbers as text.
      const given: unknown[] = [].map.call(arguments, (value, index) =>
        typeof value === 'string' && (index || !/Text|Image/.test(name)) ? +value : value,
      );
      const rect = /^(fill|stroke)Rect/.exec(name);
      if (/^create/.test(name)) return style(name, [].slice.call(arguments));
      // As the old context, which fails for `undefined`.
      if (/Text/.test(name)) given[0] = (given[0] as object).toString();
      if (PATH.indexOf(name) >= 0) path.push([name, given]);
      else if (name === 'beginPath') path = [];
      else if (/^(fill|stroke|clip)$/.test(name)) add(name, [path.slice()]);
      else if (rect) add(rect[1]!, [[['rect', given]]]);
      // Nothing before this draw can be restored.
      else if (name !== 'restore' || saved.length) {
        if (name === 'save') saved.push([copy(state), font]);
        if (name === 'restore') [state, font] = saved.pop()!;
        add(name, given);
      }
      return undefined;
    };
  });
  PROPERTIES.forEach((name) => {
    const setter = (value: unknown) => set(name, value);
    Object.defineProperty(context, name, { get: () => state[name], set: setter, enumerable: true });
    context[setterOf(name)] = setter;
  });

  return Object.assign(context, {
    setFontSize(size: number) {
      state['font'] = resized(state['font'] as string, size);
      font = resized(font, size);
      add('setFontSize', [size, font]);
    },
    setLineDash(lengths?: number[], offset?: number) {
      // Zeros mean a solid line.
      add('setLineDash', [(lengths || []).some((length) => length > 0) ? lengths!.slice() : []]);
      set('lineDashOffset', offset || 0);
    },
    setShadow() {
      [].forEach.call(arguments, (value, index) => set(PROPERTIES[index + 2]!, value));
    },
    measureText: (text: string) => ({
      width: measure(old, state['font'] as string, text),
    }),
    clearActions: take,
    getActions: take,
    draw(isReserved?: boolean, callback?: (result: object) => void) {
      const run = drawing(old, take(), isReserved, callback);
      enqueue(id, { owner, first, run });
    },
  }) as never;
}

function setterOf(name: string): string {
  return 'set' + name.charAt(0).toUpperCase() + name.slice(1);
}

/** The font with another size in px. */
function resized(font: string, size: number): string {
  return font.replace(/[\d.]+px/, size + 'px');
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

let ruler: Methods | undefined;

/** The width of a text, in CSS pixels. Needs no element. */
function measure(old: () => Methods, font: string, text: string): number {
  try {
    ruler = ruler || (offscreenCanvas() as Node).getContext('2d');
  } catch (_error) {
    // Base libraries before 2.16.1 have no 2D canvas outside the page.
  }
  ruler = ruler || old();
  assign(ruler, 'font', font);
  // The old context accepts decimals only here.
  if (ruler['setFontSize']) ruler['setFontSize'](parseFloat(font.replace(/^\D+/, '')));
  return (ruler['measureText']!(String(text)) as { width: number }).width;
}

// Styles

function style(method: string, given: readonly unknown[]): Style & { addColorStop(...stop: Stop): void } {
  const stops: Stop[] = [];
  return {
    method,
    given,
    stops,
    addColorStop(stop, color) {
      stops.push([stop, color]);
    },
  };
}

function isStyle(value: unknown): value is Style {
  return !!value && !!(value as Style).stops;
}

/** @param images `undefined` for an old context */
function create(context: Methods, { method, given, stops }: Style, images?: Images): unknown {
  let name = method;
  let own = given;
  const [x, y, r] = given;
  if (images && /Pat/.test(name)) {
    // A pattern whose image has failed draws nothing.
    if (!images[x as string]) return 'transparent';
    own = [images[x as string], y];
  } else if (images && /Circ/.test(name)) {
    name = 'createRadialGradient';
    own = [x, y, 0, x, y, r];
  }
  const created = context[name]!.apply(context, own as unknown[]) as { addColorStop(...stop: Stop): void };
  stops.forEach(([stop, color]) =>
    attempt(() => created.addColorStop(stop, images ? colorOf(color) : color)),
  );
  return created;
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

/**
 * Repeats the calls on a 2D context with the rules of the old one, or on an old context.
 * @param images `undefined` for an old context
 * @param scale physical pixels per CSS pixel
 */
function repeat(context: Methods, calls: readonly Call[], images?: Images, scale = 1): void {
  const call = (name: string, given: readonly unknown[] = []) => {
    context[name]!.apply(context, given as unknown[]);
  };
  const set = (name: string, value: unknown) => {
    let own = value;
    if (isStyle(value)) own = create(context, value, images);
    else if (images) {
      if (name === 'globalAlpha') own = alphaOf(value);
      // The 2D context does not scale shadows.
      else if (/t[XY]|Blur/.test(name)) own = (value as number) * scale;
      else if (/Sty|Col/.test(name)) {
        own = colorOf(value);
        // A color that is not valid is black in the old context, and the color before in 2D.
        assign(context, name, BLACK);
      } else if (value === 'normal') own = 'alphabetic';
    }
    // Some styles of an old context have no property.
    if (context[setterOf(name)]) call(setterOf(name), [own]);
    else assign(context, name, own);
  };
  const act = (name: string, given: readonly unknown[]) => {
    const value = given[0] as never;
    if (name in INITIAL) set(name, value);
    else if (/^(fill|stroke|clip)$/.test(name)) {
      // With the present transformation.
      call('beginPath');
      repeat(context, value, images);
      call(name);
    } else if (images && name === 'setFontSize') set('font', given[1]);
    else if (images && name === 'drawImage') {
      if (images[value]) call(name, [images[value] as unknown].concat(given.slice(1)));
    } else if (name === 'setTransform')
      call(
        name,
        given.map((number) => (number as number) * scale),
      );
    else call(name, given);
  };
  calls.forEach(([name, given]) => attempt(() => act(name, given)));
}

/** Draws on the node as the old context does: each draw begins with the default styles. */
function paint(context: Methods, calls: readonly Call[], images: Images, scale: number): void {
  const initial = PROPERTIES.map((name): Call => [name, [INITIAL[name]]]);
  const begin: Call[] = [
    ['save', []],
    ['setTransform', [1, 0, 0, 1, 0, 0]],
  ];
  repeat(context, begin.concat(initial, calls, [['restore', []]]), images, scale);
}

// Images

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

/** Loads the images of a draw. */
function load(
  node: Node,
  calls: readonly Call[],
  page: Page | undefined,
  tell: (images: Images) => void,
): void {
  const images: Images = Object.create(null);
  let pending = 1;
  const end = () => {
    if (!--pending) tell(images);
  };
  calls.forEach(([name, [value]]) => {
    const source =
      isStyle(value) && /Pat/.test(value.method) ? value.given[0] : name === 'drawImage' && value;
    if (typeof source !== 'string' || source in images) return;
    images[source] = undefined;
    pending++;
    const loaded = once<Picture>(LOAD, (picture) => {
      images[source] = picture;
      if (!picture) console.warn('CanvasContext: cannot load the image ' + source);
      end();
    });
    try {
      const picture = node.createImage();
      picture.onload = () => loaded(picture);
      picture.onerror = () => loaded();
      picture.src = absolute(source, page);
      if (!source) loaded();
    } catch (_error) {
      loaded();
    }
  });
  end();
}

// Finding the canvas

/** By the page or component that has them, and their selector. */
const canvases = /* @__PURE__ */ new WeakMap<object, Record<string, Canvas>>();
/** Stands for the page before there is one. */
const nowhere = {};

function isOpen(page: Page | undefined): boolean {
  return getCurrentPages().indexOf(page!) >= 0;
}

function pageInFront(): Page | undefined {
  return getCurrentPages().slice(-1)[0];
}

/** React and Vue components mean the page. */
function ownerOf(component: Component): object | undefined {
  return component && '__wxExparserNodeId__' in component ? component : undefined;
}

/** One search is enough for both. */
function isAlike(one: Job, other: Job): boolean {
  return one.owner === other.owner && one.first === other.first;
}

/** Finds the element, again and again until it is there or its page is gone. */
function seek(canvas: Canvas, job: Job, tell: (found?: Found) => void): void {
  const { first } = job;
  const { last } = canvas;
  const known = last && isAlike(last[0], job) ? last[1] : {};
  let time = 0;
  let count = 0;
  (function ask(): void {
    job.page = job.page || pageInFront();
    // A context of a module is created before its page, so it may draw on another one.
    const pages = [first, job.page].filter(isOpen);
    const isLimited = job.isExport || (first && !isOpen(first));
    if ((job.page && !pages.length) || (isLimited && time >= ANSWER)) return tell();
    // A query may never be answered for an element of the old interface.
    const answer = once<Found | null>(ANSWER, (found = known) => {
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
      const scope = job.owner || pages[count++ % pages.length];
      if (scope && scope !== pageInFront()) query = query.in(scope);
      query
        .select('#' + canvas.id)
        .fields({ node: true, size: true })
        .exec((found) => answer(found[0] || null));
    } catch (_error) {
      answer({});
    }
  })();
}

/** Adds a job to those for the same canvas, also of other contexts and exports. */
function enqueue(id: string, job: Job): void {
  job.page = pageInFront();
  const key = job.owner || job.page || nowhere;
  const known = canvases.get(key) || {};
  canvases.set(key, known);
  const selector = '#' + id;
  const canvas = known[selector] || { id, jobs: [] };
  known[selector] = canvas;
  canvas.jobs.push(job);
  work(canvas);
}

/** Runs the jobs of a canvas in their order, with one search for those that wait. */
function work(canvas: Canvas): void {
  const { jobs } = canvas;
  const [job] = jobs;
  if (canvas.isBusy || !job) return;
  canvas.isBusy = true;
  seek(canvas, job, (found) => {
    if (found && found.node) canvas.last = [job, found];
    // Callbacks may add jobs, which need a search of their own.
    let count = Math.min(jobs.length, BATCH);
    (function next(isStale?: boolean): void {
      if (!isStale && count-- && isAlike(jobs[0]!, job)) return jobs.shift()!.run(found, next);
      canvas.isBusy = false;
      // In a task of its own: thousands may wait for a page that is gone.
      setTimeout(() => work(canvas));
    })();
  });
}

// Drawing

const sheets = /* @__PURE__ */ new WeakMap<Node, Sheet>();

function drawing(
  old: () => Methods,
  calls: readonly Call[],
  isReserved: boolean | undefined,
  callback: ((result: object) => void) | undefined,
): Job['run'] {
  const done = (errMsg: string) => {
    if (callback) attempt(() => callback({ errMsg: 'drawCanvas:' + errMsg }));
  };
  return function (this: Job, found, next) {
    const node = found && found.node;
    if (node)
      load(node, calls, this.page, (images) => {
        attempt(() => {
          const context = node.getContext('2d');
          const sheet = prepare(found, isReserved);
          sheet.hasPixels = sheet.hasPixels || sheet.draws.push([calls, images]) > DRAWS;
          paint(context, calls, images, sheet.scale);
        });
        done('ok');
        // The page may have changed while images were loaded.
        next(Object.keys(images).length > 0);
      });
    else {
      if (!found) done('fail no canvas');
      else
        attempt(() => {
          const context = old();
          repeat(context, calls);
          // The old context never answers if an image fails.
          context['draw']!(isReserved, callback && once(LOAD, () => done('ok')));
        });
      next();
    }
  };
}

/** Gives the bitmap its size, and keeps or clears what is drawn. */
function prepare(found: Found, isReserved: boolean | undefined): Sheet {
  const { width, height } = found;
  const node = found.node!;
  const context = node.getContext('2d');
  const sheet = sheets.get(node) || { scale: 1, draws: [] };
  sheets.set(node, sheet);
  if (!isReserved) {
    sheet.draws = [];
    sheet.hasPixels = false;
  }
  if (width && height) {
    const scale = Math.min(pixelRatio(), LONGEST / Math.max(width, height));
    const own = [Math.round(width * scale), Math.round(height * scale)] as const;
    sheet.scale = scale;
    if (node.width !== own[0] || node.height !== own[1]) {
      const pixels = sheet.hasPixels && context['getImageData']!(0, 0, node.width, node.height);
      // Without the others, iOS sometimes shows a part of the bitmap.
      node._width = node.width = own[0];
      node._height = node.height = own[1];
      if (pixels) context['putImageData']!(pixels, 0, 0);
      else sheet.draws.forEach(([calls, images]) => paint(context, calls, images, scale));
    }
  }
  if (!isReserved) {
    context['setTransform']!(1, 0, 0, 1, 0, 0);
    context['clearRect']!(0, 0, node.width, node.height);
  }
  return sheet;
}

// Exporting, reading and writing pixels

/** Exports what the calls of `draw` before have drawn, without waiting for their callbacks. */
export function canvasToTempFilePath(option: ExportOption, component?: Component): Exported {
  if (process.env.TARO_ENV !== 'weapp' || !option || !option.canvasId || option.canvas)
    return nativeExport(option, component);
  return ask('canvasToTempFilePath', nativeExport, option, component, toPart);
}

/** Reads pixels that the calls of `draw` before have drawn, one per CSS pixel. */
export function canvasGetImageData(option: ReadOption, component?: Component): Read {
  if (process.env.TARO_ENV !== 'weapp' || !option || !option.canvasId) return nativeRead(option, component);
  return ask('canvasGetImageData', nativeRead, option, component, (found, { x, y, width, height }) => {
    const pixels = { width, height, data: new Uint8ClampedArray(width * height * 4) };
    resample(imageAt(found, x, y, width, height)[0], pixels);
    return pixels;
  });
}

/** Writes pixels, one per CSS pixel, on what the calls of `draw` before have drawn. */
export function canvasPutImageData(option: WriteOption, component?: Component): Written {
  if (process.env.TARO_ENV !== 'weapp' || !option || !option.canvasId) return nativeWrite(option, component);
  const data = new Uint8ClampedArray(option.data);
  return ask('canvasPutImageData', nativeWrite, option, component, (found, { x, y, width }) => {
    const height = data.length / 4 / width;
    const node = found.node!;
    const [image, left, top] = imageAt(found, x, y, width, height);
    resample({ width, height, data }, image);
    node.getContext('2d')['putImageData']!(image, left, top);
    sheets.get(node)!.hasPixels = true;
    return {};
  });
}

/**
 * Asks for something in the order of the calls, with callbacks and a promise.
 * @param native The old function. It gets the option if there is no node or no result.
 * @param ofNode Returns the result, or changes the option.
 */
function ask<Option extends { canvasId?: string }, Result>(
  name: string,
  native: (option: Option, component: Component) => Result,
  given: Option,
  component: Component,
  ofNode: (found: Found, own: Option) => object | undefined,
): Result {
  // The app may change its object after the call.
  const own = copy(given);
  const promise = new Promise((resolve, reject) => {
    const tell =
      (of: 'success' | 'fail' | 'complete', settle: (result: never) => void) => (result: never) => {
        const callback = (own as State)[of] as ((result: never) => void) | undefined;
        if (callback) attempt(() => callback.call(given, result));
        settle(result);
      };
    const success = tell('success', resolve);
    const fail = tell('fail', reject);
    enqueue(own.canvasId!, {
      owner: ownerOf(component),
      isExport: true,
      run(found, next) {
        // Some clients never answer.
        const end = once(ANSWER, () => next(!!found));
        const complete = tell('complete', end);
        const finish = (told: typeof fail, result: object) => {
          told(result as never);
          complete(result as never);
        };
        try {
          if (!found) throw 'canvas is empty';
          const option = Object.assign({}, own, { success, fail, complete });
          const result = found.node && ofNode(found, option);
          if (result) return finish(success, Object.assign(result, { errMsg: name + ':ok' }));
          const answer = native(option, component) as unknown as Promise<unknown> | undefined;
          // Without Taro, calls with callbacks return no promise.
          if (answer) answer.then(noop, noop);
        } catch (error) {
          finish(fail, { errMsg: name + ': fail ' + ((error as Error).message || error) });
        }
      },
    });
  });
  // Most callers use callbacks and ignore the promise.
  promise.then(noop, noop);
  return promise as unknown as Result;
}

/** Gives the option of an export the node, whose part is in physical pixels and whose result has no default size. */
function toPart(found: Found, option: ExportOption): undefined {
  const { scale } = prepare(found, true);
  const node = found.node!;
  const own = Object.assign(option, { canvas: node }) as unknown as Record<string, number>;
  let isPart = false;
  const side = (start: string, name: 'width' | 'height', dest: string) => {
    const whole = found[name] || node[name] / scale;
    const from = own[start]! > 0 && own[start]! <= whole ? own[start]! : 0;
    const length = Math.min(own[name] || whole, whole - from);
    if (length < whole) isPart = true;
    own[dest] = own[dest] || Math.round(length * pixelRatio());
    own[start] = from * scale;
    own[name] = length * scale;
  };
  side('x', 'width', 'destWidth');
  side('y', 'height', 'destHeight');
  const surplus = isPart ? ['canvasId'] : ['canvasId', 'x', 'y', 'width', 'height'];
  surplus.forEach((name) => delete own[name]);
  return undefined;
}

/** The pixels of the bitmap at a part of the canvas in CSS pixels, and where they begin. */
function imageAt(
  found: Found,
  x: number,
  y: number,
  width: number,
  height: number,
): [image: Pixels, left: number, top: number] {
  const { scale } = prepare(found, true);
  const at = (position: number) => Math.round(position * scale);
  const left = at(x);
  const top = at(y);
  const context = found.node!.getContext('2d');
  const image = context['getImageData']!(left, top, at(x + width) - left, at(y + height) - top) as Pixels;
  return [image, left, top];
}

/** Takes the pixel in the middle of each, so that what is written and then read is the same. */
function resample(from: Pixels, to: Pixels): void {
  const { width, height } = to;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const row = Math.floor(((y + 0.5) * from.height) / height);
      const at = 4 * (row * from.width + Math.floor(((x + 0.5) * from.width) / width));
      to.data.set(from.data.subarray(at, at + 4), 4 * (y * width + x));
    }
}

/** The `type` of a canvas: `2d` if the base library draws reliably with it (2.25.3 and later). */
export const canvasType: string = /* @__PURE__ */ typeOf();

function typeOf(): string {
  if (process.env.TARO_ENV !== 'weapp') return '';
  const [major, minor, patch] = (baseLibrary() || '0').split('.').map(Number) as [number, number, number];
  return (major - 2 || minor - 25 || patch - 3) >= 0 ? '2d' : '';
}
