/** Mini program pages with canvas elements. Runs in Node and in a browser, so this file imports only types. */
import type { New } from './canvas-drawings';
import type { Clock } from './fake-host';

export interface CanvasHostOptions {
  /** As in `process.env.TARO_ENV`. */
  platform?: string;
  library?: string;
  pixelRatio?: number;
  /** Makes a bitmap. A browser's own in a browser. */
  bitmap(width: number, height: number): Bitmap;
  /** The bitmaps of the app's pictures, by path. Others fail to load. */
  pictures?: Readonly<Record<string, Bitmap>>;
  /** Instead of the global functions. */
  clock?: Clock;
  quirks?: {
    /** In ms. */
    queryDelay?: number;
    /** Queries for elements of the old interface are never answered. */
    isSilent?: boolean;
    /** Images that neither load nor fail. */
    stuck?: readonly string[];
    /** In ms. */
    imageDelay?: number;
    hasOffscreen?: boolean;
    /** Exports that are never answered. */
    exportsSilently?: boolean;
    /** Without Taro, calls with callbacks return no promise. */
    isPromised?: boolean;
    queryThrows?: boolean;
  };
}

export interface Bitmap {
  width: number;
  height: number;
  getContext(type: '2d'): New;
}

export interface Element {
  id: string;
  scope: object;
  width: number;
  height: number;
  /** `undefined` for an element of the old interface. */
  node: Bitmap | undefined;
}

export interface FakePage {
  route: string;
  __wxExparserNodeId__: string;
}

type Call = [name: string, ...given: unknown[]];
type Callbacks = Partial<Record<'success' | 'fail' | 'complete', (result: object) => void>>;
type Option = Record<string, unknown> & Callbacks;

export class FakeCanvasHost {
  pages: FakePage[] = [];
  readonly elements: Element[] = [];
  /** The draws of old contexts, with their calls. */
  readonly old: { id: string; component: unknown; calls: Call[]; isReserved: unknown }[] = [];
  /** The options of the native `canvasToTempFilePath`. */
  readonly exports: Record<string, unknown>[] = [];
  /** The options of the native `canvasGetImageData` and `canvasPutImageData`. */
  readonly pixels: Record<string, unknown>[] = [];
  queries = 0;
  /** The absolute paths of requested images. */
  readonly requested: string[] = [];
  readonly taro: Record<string, unknown>;
  readonly quirks: NonNullable<CanvasHostOptions['quirks']>;

  constructor(readonly options: CanvasHostOptions) {
    const quirks = options.quirks ?? {};
    this.quirks = quirks;
    const { library = '3.7.0', pixelRatio = 1 } = options;
    this.taro = {
      getAppBaseInfo: () => ({ SDKVersion: library }),
      getWindowInfo: () => ({ pixelRatio }),
      getSystemInfoSync: () => ({ pixelRatio }),
      createSelectorQuery: () => this.query(),
      createCanvasContext: (id: string, component: unknown) => this.oldContext(id, component),
      canvasToTempFilePath: (option: Option) =>
        this.answer('canvasToTempFilePath', this.exports, option, () => ({
          tempFilePath: `wxfile://tmp_${this.exports.length}.png`,
        })),
      canvasGetImageData: (option: Option) =>
        this.answer('canvasGetImageData', this.pixels, option, ({ width, height }) => ({
          width,
          height,
          data: new Uint8ClampedArray((width as number) * (height as number) * 4),
        })),
      canvasPutImageData: (option: Option) =>
        this.answer('canvasPutImageData', this.pixels, option, () => ({})),
      ...(quirks.hasOffscreen !== false && { createOffscreenCanvas: () => this.options.bitmap(1, 1) }),
    };
  }

  open(route = 'pages/index/index'): FakePage {
    const page = { route, __wxExparserNodeId__: `page-${this.pages.length}-${route}` };
    this.pages.push(page);
    return page;
  }

  close(page: FakePage): void {
    this.pages = this.pages.filter((one) => one !== page);
  }

  /** Adds an element, by default a 2D canvas of the page in front. */
  add(
    id: string,
    { scope = this.pages.at(-1) as object, width = 60, height = 60, is2d = true } = {},
  ): Element {
    const node = is2d ? this.node() : undefined;
    const element = { id, scope, width, height, node };
    this.elements.push(element);
    return element;
  }

  remove(element: Element): void {
    this.elements.splice(this.elements.indexOf(element), 1);
  }

  private later(run: () => void, ms = 0): void {
    (this.options.clock ?? globalThis).setTimeout(run, ms);
  }

  private node(): Bitmap {
    const node = this.options.bitmap(300, 150);
    const { pictures = {} } = this.options;
    return Object.assign(node, {
      createImage: () => {
        const image = this.options.bitmap(1, 1) as Bitmap & { onload?(): void; onerror?(): void };
        Object.defineProperty(image, 'src', {
          set: (path: string) => {
            this.requested.push(path);
            Object.assign(image, { path });
            if (this.quirks.stuck?.includes(path)) return;
            const picture = pictures[path];
            this.later(() => {
              if (!picture) return image.onerror!();
              image.width = picture.width;
              image.height = picture.height;
              image.getContext('2d').drawImage(picture as never, 0, 0);
              return image.onload!();
            }, this.quirks.imageDelay ?? 0);
          },
        });
        return image;
      },
    });
  }

  private query() {
    if (this.quirks.queryThrows) throw new Error('no query');
    let scope: object | undefined = this.pages.at(-1);
    let id = '';
    const query = {
      in(given: object) {
        scope = given;
        return query;
      },
      select(selector: string) {
        id = selector.slice(1);
        return query;
      },
      fields: () => query,
      exec: (tell: (found: (object | null)[]) => void) => {
        this.queries++;
        this.later(() => {
          const element = this.elements.find((one) => one.id === id && one.scope === scope);
          if (element && !element.node && this.quirks.isSilent) return;
          tell([
            element
              ? { width: element.width, height: element.height, ...(element.node && { node: element.node }) }
              : null,
          ]);
        }, this.quirks.queryDelay ?? 0);
      },
    };
    return query;
  }

  private oldContext(id: string, component: unknown): object {
    let calls: Call[] = [];
    return new Proxy({} as Record<string, unknown>, {
      get: (target, name: string) => {
        if (name === 'measureText') return (text: string) => ({ width: text.length * 5 });
        if (
          /^(font|(fill|stroke)Style|lineDashOffset|global\w+|shadow\w+|set(Font|Shadow\w+|Global\w+on|LineDashOffset))$/.test(
            name,
          )
        )
          return target[name];
        if (name === 'draw')
          return (isReserved: unknown, callback?: (result: object) => void) => {
            this.old.push({ id, component, calls, isReserved });
            calls = [];
            if (callback) this.later(() => callback({ errMsg: 'drawCanvas:ok' }));
          };
        if (/^create/.test(name))
          return (...given: unknown[]) => {
            const stops: unknown[] = [];
            return { made: [name, ...given], stops, addColorStop: (...stop: unknown[]) => stops.push(stop) };
          };
        return (...given: unknown[]) => void calls.push([name, ...given]);
      },
      set: (target, name: string, value) => {
        target[name] = value;
        calls.push([`${name}=`, value]);
        return true;
      },
    });
  }

  /** Answers a call of the old interface, or an export with a node. */
  private answer(
    api: string,
    noted: Record<string, unknown>[],
    given: Option,
    resultOf: (option: Record<string, unknown>) => object,
  ): Promise<object> | undefined {
    const { success, fail, complete, ...option } = given;
    noted.push(option);
    const promise = new Promise<object>((resolve, reject) => {
      if (this.quirks.exportsSilently) return;
      this.later(() => {
        const element = this.elements.find(({ id, node }) => id === option.canvasId && !node);
        const isOk = !!option.canvas || !!element;
        const result = isOk
          ? { errMsg: `${api}:ok`, ...resultOf(option) }
          : { errMsg: `${api}: fail canvas is empty` };
        (isOk ? success : fail)?.(result);
        complete?.(result);
        if (isOk) resolve(result);
        else reject(result);
      });
    });
    promise.catch(() => {});
    return this.quirks.isPromised === false ? undefined : promise;
  }
}
