// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain lint/style/useTemplate lint/complexity/useArrowFunction lint/complexity/noArguments: as ES5 this is half the size
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
   * @param resume Called when the job has finished later.
   * @returns whether it finishes later
   */
  run(found: Found | undefined, resume: () => void): boolean;
}

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
const PATH = 'arc arcTo bezierCurveTo closePath lineTo moveTo quadraticCurveTo rect';
const METHODS =
  PATH +
  ' beginPath clearRect clip drawImage fill fillRect fillText restore rotate save scale setTransform stroke strokeRect strokeText transform translate';

function noop(): void {}

/** One failure must not keep the rest from being drawn or told. */
function attempt(action: () => void): void {
  try {
    action();
  } catch (error) {
    console.error(error);
  }
}

function copy(state: State): State {
  return Object.assign({}, state);
}

// Recording

/** Creates the context of the app. */
export function createCanvasContext(id: string, component?: Component): ReturnType<typeof nativeContext> {
  if (process.env.TARO_ENV !== 'weapp') return nativeContext(id, component);
  const canvas = canvasOf(id, component);
  const context: Record<string, unknown> = {};
  let calls: Call[] = [];
  let state = copy(INITIAL);
  const saved: State[] = [];

  function add(name: string, given: readonly unknown[]): void {
    calls.push([name, given]);
  }
  function take(): Call[] {
    const taken = calls;
    calls = [];
    return taken;
  }
  function set(name: string, value: unknown): void {
    const kept = name === 'font' ? fontOf(value) : value;
    if (kept === undefined && name === 'font') return;
    state[name] = kept;
    add(name, [kept]);
  }

  METHODS.split(' ').forEach((name) => {
    context[name] = function () {
      const given = [].slice.call(arguments) as unknown[];
      // As the old context, which fails for `undefined`.
      if (/Text$/.test(name)) given[0] = (given[0] as object).toString();
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
    setLineDash(pattern: number[], offset?: number) {
      state['lineDashOffset'] = offset || 0;
      add('setLineDash', [(pattern || []).slice(), offset || 0]);
    },
    setShadow(x: number, y: number, blur: number, color: string) {
      set('shadowOffsetX', x);
      set('shadowOffsetY', y);
      set('shadowBlur', blur);
      set('shadowColor', color);
    },
    createLinearGradient: (x0: number, y0: number, x1: number, y1: number) =>
      gradient('createLinearGradient', [x0, y0, x1, y1], [x0, y0, x1, y1]),
    createCircularGradient: (x: number, y: number, r: number) =>
      gradient('createRadialGradient', [x, y, 0, x, y, r], [x, y, r]),
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
function resized(font: unknown, size: number): string {
  return (font as string).replace(/[\d.]+px/, size + 'px');
}

/** A font by the rules of the old context: rpx are px, and numeric weights mean nothing. */
function fontOf(value: unknown): string | undefined {
  const parts = /^((?:[\w-]+\s+)*)(\d+)r?px(?:\/\d+\.?\d*(?:r?px)?)?\s+(.+)/.exec(String(value));
  if (!parts) {
    console.warn('CanvasContext: ignored the font "' + value + '". Write it like "bold 12px sans-serif".');
    return undefined;
  }
  const style = /\b(italic|oblique)\b/.exec(parts[1]!);
  const family = parts[3]!
    .split(',')
    .map((name) => name.trim().replace(/^[^'"].*\s.*$/, '"$&"'))
    .join(', ');
  return (
    (style ? style[1] + ' ' : '') + (/\bbold\b/.test(parts[1]!) ? 'bold ' : '') + parts[2] + 'px ' + family
  );
}

let ruler: Methods | undefined | null;

/** The width of a text, in CSS pixels. Needs no element. */
function measure(canvas: Canvas, font: string, text: string): number {
  if (ruler === undefined) {
    ruler = null;
    try {
      const offscreen = offscreenCanvas() as Node | undefined;
      ruler = (offscreen && offscreen.getContext('2d')) || null;
    } catch (_error) {
      // Base libraries before 2.16.1 only have WebGL there.
    }
  }
  let own = ruler;
  if (own) assign(own, 'font', font);
  else {
    own = nativeContext(canvas.id, canvas.given) as unknown as Methods;
    // The old context accepts decimals only as the size.
    assign(own, 'font', font.replace(/\.\d+/, ''));
    own['setFontSize']!(parseFloat(/[\d.]+(?=px)/.exec(font)![0]));
  }
  return (own['measureText']!(String(text)) as { width: number }).width;
}

// Styles

function gradient(name: string, given: readonly number[], old: readonly number[]): object {
  const stops: [number, string][] = [];
  const style: Style = {
    on(context, images) {
      const own = (
        images ? context[name]!(...given) : context[name.replace('Radial', 'Circular')]!(...old)
      ) as { addColorStop(stop: number, color: unknown): void };
      stops.forEach((stop) => attempt(() => own.addColorStop(stop[0], images ? colorOf(stop[1]) : stop[1])));
      return own;
    },
  };
  return Object.assign(style, {
    addColorStop(stop: number, color: string) {
      stops.push([stop, color]);
    },
  });
}

function pattern(source: string, repetition: string): object {
  const style: Style = {
    source,
    on(context, images) {
      const image = images ? images[source] : source;
      // A pattern whose image has failed draws nothing.
      return image ? context['createPattern']!(image, repetition) : 'rgba(0,0,0,0)';
    },
  };
  return style;
}

function isStyle(value: unknown): value is Style {
  return !!value && typeof (value as Style).on === 'function';
}

/** The old context has 255 steps of alpha, rounded down. */
function alphaOf(alpha: unknown): number {
  return Math.floor((alpha as number) * 255) / 255;
}

function colorOf(color: unknown): string {
  return String(color).replace(
    /^(rgba\(.*,\s*)([\d.]+)(\s*\))$/i,
    (_all, head: string, alpha: string, tail: string) => head + alphaOf(alpha) + tail,
  );
}

function assign(context: Methods, name: string, value: unknown): void {
  (context as State)[name] = value;
}

// Repeating

/** Repeats the calls on an old context. */
function repeatOld(canvas: Canvas, calls: readonly Call[]): Methods {
  const context = nativeContext(canvas.id, canvas.given) as unknown as Methods;
  calls.forEach(([name, given]) => {
    attempt(() => {
      const [value] = given;
      const setter = name in INITIAL ? context[setterOf(name)] : context[name];
      const own = isStyle(value) ? [value.on(context)] : given;
      if (setter) setter.apply(context, own as unknown[]);
      else assign(context, name, own[0]);
    });
  });
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

  function call(name: string, given: readonly unknown[]): unknown {
    return context[name]!.apply(context, given as unknown[]);
  }
  function set(name: string, value: unknown): void {
    let own = value;
    if (name === 'globalAlpha') own = alphaOf(value);
    // The 2D context does not scale shadows.
    else if (/Offset[XY]|Blur/.test(name)) own = (value as number) * scale;
    else if (/Style|Color/.test(name)) {
      own = isStyle(value) ? value.on(context, images) : colorOf(value);
      // A color that is not valid is black in the old context, and the color before in 2D.
      assign(context, name, BLACK);
    } else if (name === 'font') fonts[fonts.length - 1] = value as string;
    else if (value === 'normal') own = 'alphabetic';
    assign(context, name, own);
  }
  function dash(lengths: readonly number[], offset: number): void {
    call('setLineDash', [lengths.some((length) => length > 0) ? lengths : []]);
    set('lineDashOffset', offset);
  }
  /** Draws the path with the present transformation. */
  function trace(way: readonly Call[], action: string): void {
    call('beginPath', []);
    way.forEach(([name, given]) => attempt(() => call(name, given)));
    call(action, []);
  }
  function save(): void {
    fonts.push(fonts[fonts.length - 1]!);
    call('save', []);
  }
  function act(name: string, given: readonly unknown[]): void {
    if (name in INITIAL) set(name, given[0]);
    else if (name === 'beginPath') path = [];
    else if (name === 'lineTo' && !path.length) path.push(['moveTo', numbers(given)]);
    else if ((' ' + PATH + ' ').indexOf(' ' + name + ' ') >= 0) path.push([name, numbers(given)]);
    else if (/^(fill|stroke|clip)$/.test(name)) trace(path, name);
    else if (/^(fill|stroke)Rect$/.test(name)) trace([['rect', numbers(given)]], name.slice(0, -4));
    else if (name === 'setFontSize') set('font', resized(fonts[fonts.length - 1], given[0] as number));
    else if (name === 'setLineDash') dash(given[0] as number[], given[1] as number);
    else if (name === 'setTransform')
      call(
        name,
        numbers(given).map((value) => (value as number) * scale),
      );
    else if (name === 'save') save();
    else if (name === 'restore') {
      // Not the state before this draw.
      if (fonts.length > 1) {
        fonts.pop();
        call(name, given);
      }
    } else if (name === 'drawImage') {
      const image = typeof given[0] === 'string' ? images[given[0]] : given[0];
      if (image) call(name, [image].concat(numbers(given.slice(1)) as never[]));
    } else if (/Text$/.test(name)) call(name, given[3] === undefined ? given.slice(0, 3) : given);
    else call(name, numbers(given));
  }

  call('save', []);
  call('setTransform', [scale, 0, 0, scale, 0, 0]);
  fonts.push('');
  Object.keys(INITIAL).forEach((name) => attempt(() => set(name, INITIAL[name])));
  dash([], 0);
  save();
  calls.forEach(([name, given]) => attempt(() => act(name, given)));
  fonts.forEach(() => call('restore', []));
}

/** The old context accepts numbers as text. */
function numbers(given: readonly unknown[]): unknown[] {
  return given.map((value) => (typeof value === 'string' ? +value : value));
}

// Images

/** The paths of all images of a draw. */
function sourcesOf(calls: readonly Call[]): string[] {
  const sources: string[] = [];
  calls.forEach(([name, given]) => {
    const [value] = given;
    const source = name === 'drawImage' ? value : isStyle(value) && value.source;
    if (typeof source === 'string' && sources.indexOf(source) < 0) sources.push(source);
  });
  return sources;
}

/** The path of an image from the root of the app. The old context has paths relative to the page. */
function absolute(source: string, page: Page | undefined): string {
  if (!page || !page.route || /^(\/|\w+:)/.test(source)) return source;
  const names = page.route.split('/').slice(0, -1);
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
  let pending = sources.length + 1;
  const settle = () => {
    pending--;
    if (!pending) tell(images);
  };
  sources.forEach((source) => {
    let isSettled = false;
    const end = (image?: object) => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      if (image) images[source] = image;
      else console.warn('CanvasContext: cannot load the image "' + source + '".');
      settle();
    };
    const timer = setTimeout(end, LOAD);
    try {
      const image = node.createImage();
      image.onload = () => end(image);
      image.onerror = () => end();
      if (source) image.src = absolute(source, page);
      else end();
    } catch (_error) {
      end();
    }
  });
  settle();
}

// Finding the canvas

let canvases: Canvas[] = [];

function isOpen(page: Page | undefined): boolean {
  return !!page && getCurrentPages().indexOf(page) >= 0;
}

function pageInFront(): Page | undefined {
  return getCurrentPages().slice(-1)[0];
}

/** The canvas that the app means, the same for all contexts and exports on one page. */
function canvasOf(id: string, given: Component): Canvas {
  const isPage = isOpen(given as Page);
  const front = isPage ? (given as Page) : pageInFront();
  const component =
    !isPage && given && (given as { __wxExparserNodeId__?: string }).__wxExparserNodeId__ ? given : undefined;
  canvases = canvases.filter((one) => one.jobs.length || one.isBusy || isOpen(one.page) || isOpen(one.seen));
  let [canvas] = canvases.filter(
    (one) => one.id === id && one.component === component && (one.page === front || one.seen === front),
  );
  if (!canvas) {
    canvas = {
      id,
      given,
      component,
      page: front,
      seen: front,
      jobs: [],
      isBusy: false,
      scale: 1,
      drawn: [],
    };
    canvases.push(canvas);
  }
  return canvas;
}

/** Finds the element, again and again until it is there or its page is gone. */
function seek(canvas: Canvas, job: Job, tell: (found?: Found) => void): void {
  let tries = 0;
  function ask(): void {
    job.page = job.page || pageInFront();
    // A context of a module is created before its page, so it may draw on another one.
    const pages = [canvas.page, job.page].filter(
      (page, index, all) => isOpen(page) && all.indexOf(page) === index,
    );
    const isLimited = job.isHasty || (canvas.page && !isOpen(canvas.page));
    if ((job.page && !pages.length) || (isLimited && tries * STEP >= ANSWER)) return tell();
    const page = pages[tries % pages.length];
    tries++;
    let isAnswered = false;
    const answer = (found?: Found | null) => {
      if (isAnswered) return;
      isAnswered = true;
      clearTimeout(timer);
      // A hidden element has no size yet.
      const isReady = found && (!found.node || (found.width && found.height) || tries * STEP > ANSWER);
      if (isReady) tell(found);
      else setTimeout(ask, tries * STEP < 5 * ANSWER ? STEP : 5 * STEP);
    };
    // A query may never be answered for an element of the old interface.
    const timer = setTimeout(() => answer(canvas.found || {}), ANSWER);
    try {
      // Other ids cannot be part of a selector.
      if (!/^[a-z_][\w-]*$/i.test(canvas.id)) return answer({});
      let query = createSelectorQuery() as unknown as Query;
      const scope = canvas.component || (page !== pageInFront() && page);
      if (scope) query = query.in(scope);
      query
        .select('#' + canvas.id)
        .fields({ node: true, size: true })
        .exec((found) => answer(found && found[0]));
    } catch (_error) {
      answer({});
    }
  }
  ask();
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
  const first = jobs[0];
  if (canvas.isBusy || !first) return;
  canvas.isBusy = true;
  const resume = () => {
    canvas.isBusy = false;
    work(canvas);
  };
  seek(canvas, first, (found) => {
    if (found && found.node) canvas.found = found;
    // Callbacks may add jobs, which need a search of their own.
    for (let count = jobs.length; count && jobs[0]!.page === first.page; count--) {
      if (jobs.shift()!.run(found, resume)) return;
    }
    resume();
  });
}

// Drawing

function drawing(
  canvas: Canvas,
  calls: readonly Call[],
  isReserved: boolean | undefined,
  callback: ((result: object) => void) | undefined,
): Job {
  let isTold = false;
  const done = (errMsg: string) => {
    if (isTold) return;
    isTold = true;
    if (callback) attempt(() => callback({ errMsg: 'drawCanvas:' + errMsg }));
  };
  return {
    run(found, resume) {
      const node = found && found.node;
      if (!node) {
        if (!found) done('fail canvas not found');
        else
          attempt(() => {
            // The old context never answers if an image fails.
            const timer = callback && setTimeout(() => done('ok'), LOAD);
            repeatOld(canvas, calls)['draw']!(isReserved, () => {
              clearTimeout(timer);
              done('ok');
            });
          });
        return false;
      }
      let isLater = false;
      const sources = sourcesOf(calls);
      load(node, sources, this.page, (images) => {
        attempt(() => {
          const context = prepare(canvas, found, isReserved);
          canvas.drawn.push({ calls, images });
          repeat(context, calls, images, canvas.scale);
        });
        done('ok');
        if (isLater) resume();
        isLater = true;
      });
      const isWaiting = !isLater;
      isLater = true;
      return isWaiting;
    },
  };
}

/** Gives the bitmap its size, and keeps or clears what is drawn. */
function prepare(canvas: Canvas, found: Found, isReserved: boolean | undefined): Methods {
  const node = found.node!;
  const context = node.getContext('2d');
  const { width, height } = found;
  if (canvas.node !== node || !isReserved) canvas.drawn = [];
  canvas.node = node;
  if (width && height) {
    canvas.scale = Math.min(pixelRatio(), LONGEST / Math.max(width, height));
    const size = [Math.round(width * canvas.scale), Math.round(height * canvas.scale)] as const;
    if (node.width !== size[0] || node.height !== size[1]) {
      // Without the others, iOS sometimes shows a part of the bitmap.
      node.width = node._width = size[0];
      node.height = node._height = size[1];
      canvas.drawn.forEach((draw) => repeat(context, draw.calls, draw.images, canvas.scale));
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
    const callbacks = {
      success: tell('success', resolve),
      fail: tell('fail', reject),
      complete: tell('complete', noop),
    };
    const refuse = (reason: unknown) => {
      const result = { errMsg: 'canvasToTempFilePath: fail ' + reason } as never;
      callbacks.fail(result);
      callbacks.complete(result);
    };
    enqueue(canvas, {
      isHasty: true,
      run(found, resume) {
        if (!found) {
          refuse('canvas is empty');
          return false;
        }
        let timer: ReturnType<typeof setTimeout>;
        const go = () => {
          clearTimeout(timer);
          timer = 0 as never;
          next();
        };
        let next = () => {
          next = noop;
          resume();
        };
        // Some clients never answer.
        timer = setTimeout(go, ANSWER);
        const complete = (result: never) => {
          callbacks.complete(result);
          go();
        };
        try {
          const own = found.node ? partOf(canvas, found, option) : option;
          const answer = nativeExport(Object.assign({}, own, callbacks, { complete }), component);
          // Without Taro, calls with callbacks return no promise.
          if (answer) (answer as Promise<unknown>).then(noop, noop);
        } catch (error) {
          refuse((error as Error).message || error);
          go();
        }
        return true;
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
  const whole = { width: node.width / canvas.scale, height: node.height / canvas.scale };
  const inside = (value: number | undefined, most: number) =>
    value && value > 0 && value <= most ? value : 0;
  const x = inside(option.x, whole.width);
  const y = inside(option.y, whole.height);
  const width = Math.min(option.width || whole.width, whole.width - x);
  const height = Math.min(option.height || whole.height, whole.height - y);
  const own = Object.assign({}, option as object as Record<string, unknown>, {
    canvas: node,
    destWidth: option.destWidth || Math.round(width * pixelRatio()),
    destHeight: option.destHeight || Math.round(height * pixelRatio()),
  });
  const isWhole = width === whole.width && height === whole.height;
  const part: Record<string, number> = { x, y, width, height };
  Object.keys(part).forEach((name) => {
    if (isWhole) delete own[name];
    else own[name] = part[name]! * canvas.scale;
  });
  delete own['canvasId'];
  return own as unknown as ExportOption;
}

/** The `type` of a canvas: `2d` if the base library draws reliably with it (2.25.3 and later). */
export const canvasType: string = /* @__PURE__ */ typeOf();

function typeOf(): string {
  if (process.env.TARO_ENV !== 'weapp') return '';
  const [major, minor, patch] = (baseLibrary() || '0').split('.').map(Number) as [number, number, number];
  return (major - 2 || minor - 25 || patch - 3) >= 0 ? '2d' : '';
}
