import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import vm from 'node:vm';
import type { FakeWx } from './fake-wx';

/** The platforms' global objects. */
export type HostName = 'wx' | 'tt' | 'my';

/** A node of the tree that Taro passes to the page's template. */
export interface ViewNode {
  sid?: string;
  /** The id that the app gives. */
  uid?: string;
  /** The name of its template. */
  nn?: string;
  /** Class. */
  cl?: string;
  /** Text. */
  v?: string;
  /** Children. */
  cn?: ViewNode[];
}
type Lifecycle = Record<string, ((...args: unknown[]) => unknown) | undefined>;

/** Runs a built weapp bundle: loads the app, opens pages and sends events to them like the client. */
export class Weapp {
  private readonly context: vm.Context;
  private readonly modules = new Map<string, { exports: unknown }>();
  private registered: Lifecycle | undefined;
  private app: Lifecycle = {};
  private readonly pages: unknown[] = [];

  /**
   * @param folder the output of `taro build --type weapp`, or of another platform with the same page model
   * @param platform the platform's global object
   */
  constructor(
    private readonly folder: string,
    readonly client: FakeWx,
    private readonly platform: HostName = 'wx',
  ) {
    const { wx } = client;
    const register = (config: Lifecycle) => {
      this.registered = config;
    };
    // The bundle uses the test's timers and clock, so that fake ones affect it.
    const globals = {
      [platform]: wx,
      console: { ...console, log: () => {}, warn: () => {} },
      setTimeout: (...args: Parameters<typeof setTimeout>) => setTimeout(...args),
      clearTimeout: (id: never) => clearTimeout(id),
      setInterval: (...args: Parameters<typeof setInterval>) => setInterval(...args),
      clearInterval: (id: never) => clearInterval(id),
      App: register,
      Page: register,
      Component: register,
      Behavior: (behavior: unknown) => behavior,
      requirePlugin: () => ({}),
      getApp: () => this.app,
      getCurrentPages: () => this.pages,
      ...(platform === 'my' && { navigator: { swuserAgent: 'AlipayClient' } }),
    };
    this.context = vm.createContext(globals);
    Object.defineProperty(this.context, 'Date', { get: () => Date });
    this.context.global = this.context;
    this.load('app.js');
    this.app = this.registered ?? {};
    const launch = { path: 'pages/index/index', query: {}, scene: 1001 };
    this.app.onLaunch?.call(this.app, launch);
    this.app.onShow?.call(this.app, launch);
  }

  /** Opens a page by its route. */
  open(route: string): WeappPage {
    this.load(`${route}.js`);
    const page = new WeappPage(route, this.registered ?? {}, this.platform);
    this.pages.push(page.instance);
    page.enter();
    return page;
  }

  /** Opens a page built by Taro 2: a component with its own template and data. */
  openTaro2(route: string): Taro2Page {
    this.context.__wxRoute = route;
    this.load(`${route}.js`);
    const page = new Taro2Page(
      route,
      readFileSync(join(this.folder, `${route}.wxml`), 'utf8'),
      this.registered ?? {},
    );
    this.pages.push(page.instance);
    page.enter();
    return page;
  }

  private load(file: string): unknown {
    const path = file.endsWith('.js') ? file : `${file}.js`;
    const known = this.modules.get(path);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    this.modules.set(path, module);
    const code = readFileSync(join(this.folder, path), 'utf8');
    const wrapper = vm.runInContext(`(function (require, module, exports) {${code}\n})`, this.context, {
      filename: path,
    });
    wrapper((name: string) => this.load(join(dirname(path), name)), module, module.exports);
    return module.exports;
  }
}

/** A page built by Taro 1 or 2, which compile JSX into a template and let the client hold the data. */
class Taro2Page {
  readonly instance: Record<string, unknown> & { data: Record<string, unknown> };

  constructor(
    route: string,
    private readonly template: string,
    private readonly config: Lifecycle,
  ) {
    const data = structuredClone((config.data as unknown as Record<string, unknown>) ?? {});
    this.instance = {
      ...(config.methods as unknown as object),
      route,
      __route__: route,
      data,
      setData: (change: Record<string, unknown>, done?: () => void) => {
        for (const [path, value] of Object.entries(change)) assign(data, path, value);
        done?.();
      },
      triggerEvent: () => {},
      selectComponent: () => null,
    };
  }

  enter(): void {
    this.config.created?.call(this.instance);
    this.config.attached?.call(this.instance);
    this.call('onLoad', {});
    this.call('onShow');
    this.config.ready?.call(this.instance);
    this.call('onReady');
  }

  /** Sends an event to the element with this text. */
  send(text: string, type = 'tap'): void {
    const [tag] = this.template.split(`>${text}<`)[0]!.match(/<[^<>]*$/) ?? [];
    const [, handler] = new RegExp(`bind${type}="(\\w+)"`).exec(tag ?? '') ?? [];
    if (!handler) throw new Error(`No element with the text ${text} listens to ${type}:\n${this.template}`);
    const target = { id: '', dataset: {} };
    this.call(handler, { type, target, currentTarget: target, detail: {}, touches: [] });
  }

  private call(name: string, ...args: unknown[]): void {
    (this.instance[name] as ((...args: unknown[]) => unknown) | undefined)?.call(this.instance, ...args);
  }
}

export class WeappPage {
  readonly instance: Lifecycle & { data: Record<string, unknown> };

  constructor(
    route: string,
    config: Lifecycle,
    private readonly platform: HostName = 'wx',
  ) {
    const data = structuredClone((config.data as unknown as Record<string, unknown>) ?? {});
    const instance = Object.create(config) as this['instance'];
    this.instance = Object.assign(instance, {
      route,
      __route__: route,
      is: route,
      data,
      setData: (change: Record<string, unknown>, done?: () => void) => {
        for (const [path, value] of Object.entries(change)) assign(data, path, value);
        done?.();
      },
      selectComponent: () => null,
    } as unknown as Lifecycle);
  }

  enter(): void {
    this.call('onLoad', {});
    this.call('onShow');
    this.call('onReady');
  }

  leave(): void {
    this.call('onUnload');
  }

  /** The text below the first node with a class. */
  text(className: string): string {
    const [node] = this.path((candidate) => (candidate.cl ?? '').split(' ').includes(className)) ?? [];
    return node ? textOf(node) : '';
  }

  /** Sends a tap (or another touch event) to the node with this text, and to its ancestors. */
  tap(text: string, type = 'tap'): void {
    const path = this.path((candidate) => candidate.v === text);
    if (!path) throw new Error(`No node with the text ${text}. The page shows: ${textOf(this.root)}`);
    // A text node has no events of its own; the target is the element around it.
    this.send(
      path.filter(({ sid, v }) => sid !== undefined && v === undefined),
      type,
    );
  }

  /** Touches the node with this id. */
  touch(id: string, type: string, at: { x: number; y: number }): void {
    const path = this.path(({ uid }) => uid === id);
    if (!path) throw new Error(`No node with the id ${id}`);
    this.send(path.slice(0, 1), type, [at]);
  }

  /** All nodes that satisfy a condition, in the order of the page. */
  nodes(isWanted: (node: ViewNode) => boolean): ViewNode[] {
    const within = (node: ViewNode): ViewNode[] => [
      ...(isWanted(node) ? [node] : []),
      ...(node.cn ?? []).flatMap(within),
    ];
    return within(this.root);
  }

  /** @param elements the target and its ancestors, innermost first */
  private send(elements: readonly ViewNode[], type: string, touches: readonly object[] = []): void {
    const target = elements[0]!;
    const isAlipay = this.platform === 'my';
    for (const { sid } of elements) {
      const at = (id = '') => ({ id, dataset: { sid: id } });
      this.call('eh', {
        // Alipay's names are in camel case, and it passes the dataset of the touched node under another name.
        type: isAlipay ? type.replace(/^touch./, (start) => `touch${start.at(-1)!.toUpperCase()}`) : type,
        timeStamp: Date.now(),
        target: { ...at(target.sid), ...(isAlipay && { targetDataset: { sid: target.sid } }) },
        currentTarget: at(sid),
        detail: {},
        touches,
        mark: {},
      });
    }
  }

  private get root(): ViewNode {
    return (this.instance.data.root ?? {}) as ViewNode;
  }

  private call(name: string, ...args: unknown[]): void {
    this.instance[name]?.call(this.instance, ...args);
  }

  /** The node and its ancestors, innermost first. */
  private path(isWanted: (node: ViewNode) => boolean, node = this.root): ViewNode[] | undefined {
    for (const child of node.cn ?? []) {
      const inner = this.path(isWanted, child);
      if (inner) return [...inner, ...(inner.at(-1) === child ? [] : [child])];
    }
    return isWanted(node) ? [node] : undefined;
  }
}

function textOf(node: ViewNode): string {
  return (node.v ?? '') + (node.cn ?? []).map(textOf).join('');
}

/** `root.cn.[0].cn[1].v` */
function assign(data: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.match(/[^.[\]]+/g) ?? [];
  let target: Record<string, unknown> = data;
  for (const [index, key] of keys.entries()) {
    if (index === keys.length - 1) target[key] = value;
    else {
      target[key] ??= /^\d+$/.test(keys[index + 1]!) ? [] : {};
      target = target[key] as Record<string, unknown>;
    }
  }
}
