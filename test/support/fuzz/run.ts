import vm from 'node:vm';

/** The environment of a program. */
export interface World {
  /**
   * Whether the host has the deprecated APIs. Without them, neither they nor their replacements can be
   * called.
   */
  hasApis: boolean;
  taroVersion: number;
}

type Options = Record<string, unknown> | undefined;

const LONGEST = 500;
const ENDS_LATER = new Set(['startRecord', 'playVoice']);

/** The runtimes' functions, by the APIs that they replace. */
const RUNTIMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  recorder: { startRecord: 'start', stopRecord: 'stop' },
  voice: { playVoice: 'play', pauseVoice: 'pause', stopVoice: 'stop' },
};
const APIS = Object.values(RUNTIMES).flatMap((members) => Object.keys(members));

/**
 * Runs a compiled program and returns its trace: a line for each API call, whether to the platform or the
 * runtime, and for each side effect, exception and export.
 */
export async function run(code: string, world: World): Promise<string[]> {
  const machine = new Machine(world);
  const context = vm.createContext(machine.globals());
  const module = { exports: {} as Record<string, unknown> };
  try {
    // Modules may use top-level await; in sloppy scripts `await` is a name.
    const isStrict = /^["']use strict["'];/.test(code);
    const head = `${isStrict ? 'async ' : ''}function (require, module, exports)`;
    const main = vm.runInContext(`(${head} {${code}\n})`, context);
    const ended = main.call(module.exports, machine.require, module, module.exports);
    await Promise.all([ended, machine.settle()]);
    // A module that throws has no exports.
    machine.line(`exports ${machine.show(module.exports)}`);
  } catch (error) {
    machine.thrown(error);
    await machine.settle();
  }
  return machine.trace;
}

class Machine {
  readonly trace: string[] = [];
  private readonly tasks: (() => void)[] = [];
  private readonly names = new Map<unknown, string>();
  /** Represents `undefined` where a call returned it. */
  private readonly idle = new Set<unknown>();

  constructor(private readonly world: World) {}

  line(text: string): void {
    // Ends programs that call themselves forever.
    if (this.trace.length >= LONGEST) throw new RangeError('endless');
    this.trace.push(text);
  }

  thrown(error: unknown): void {
    if (this.trace.length >= LONGEST) return;
    this.trace.push(`throws ${(error as Error | undefined)?.name ?? this.show(error)}`);
  }

  /** Lets all recordings end, one by one, until nothing is pending. */
  async settle(): Promise<void> {
    await new Promise(setImmediate);
    for (let task = this.tasks.shift(); task; task = this.tasks.shift()) {
      try {
        task();
      } catch (error) {
        this.thrown(error);
      }
      await new Promise(setImmediate);
    }
  }

  show(value: unknown, depth = 0): string {
    const name = this.names.get(value);
    if (name) return name;
    if (typeof value === 'function') return 'a function';
    if (typeof value !== 'object' || value === null)
      return typeof value === 'string' ? `'${value}'` : String(value);
    if (typeof (value as { then?: unknown }).then === 'function') return 'undefined';
    if (Array.isArray(value)) return `[${value.map((one) => this.show(one, depth + 1)).join(', ')}]`;
    if (depth > 3) return 'an object';
    const keys = Object.keys(value).sort();
    return `{ ${keys.map((key) => `${key}: ${this.show((value as Record<string, unknown>)[key], depth + 1)}`).join(', ')} }`;
  }

  /** A function in place of an API, on the platform or in a runtime. */
  private api(name: string, of: 'taro' | 'global' | 'runtime') {
    const call = (options?: Options) => {
      this.line(`${name}(${this.show(options)})`);
      const given = typeof options === 'object' && options !== null ? options : {};
      const callbacks = ['success', 'complete'].map((key) => given[key]);
      const hasCallbacks = [...callbacks, given.fail].some((one) => typeof one === 'function');
      const done = new Promise<void>((resolve) => {
        this.tasks.push(() => {
          this.line(`end of ${name}`);
          resolve();
          for (const callback of callbacks)
            if (typeof callback === 'function') callback({ errMsg: `${name}:ok` });
        });
      });
      // With callbacks, Taro 3 and mini-program hosts returned nothing. In all other cases they return the
      // promise of the types.
      const isIdle = of !== 'runtime' && !(of === 'taro' && this.world.taroVersion < 3);
      if (isIdle && hasCallbacks && ENDS_LATER.has(name)) this.idle.add(done);
      return done;
    };
    this.names.set(call, `the API ${name}`);
    return call;
  }

  private platform(of: 'taro' | 'global'): Record<string, unknown> {
    const names = this.world.hasApis ? APIS : [];
    const apis = Object.fromEntries(names.map((name) => [name, this.api(name, of)]));
    return {
      ...apis,
      // The same functions under other names, for renames.
      ...(this.world.hasApis && { beginRecord: apis.startRecord, endRecord: apis.stopRecord }),
      login: this.sideEffect('login'),
      authorize: this.sideEffect('authorize'),
      getSetting: this.sideEffect('getSetting'),
      getRecorderManager: this.manager,
      createCameraContext: () => this.foreign('camera'),
      canIUse: (name: string) => this.world.hasApis || !/Record|Voice|InnerAudio/.test(String(name)),
    };
  }

  private readonly manager = () => {
    this.line('getRecorderManager()');
    return this.foreign('manager');
  };

  /** An object with methods of the same names. */
  private foreign(name: string): Record<string, unknown> {
    const object = Object.fromEntries(
      [...APIS, 'start', 'stop', 'login'].map((key) => {
        const own = (...given: unknown[]) =>
          this.line(`${name}.${key}(${given.map((one) => this.show(one))})`);
        this.names.set(own, `${name}.${key}`);
        return [key, own];
      }),
    );
    this.names.set(object, name);
    return object;
  }

  private sideEffect(name: string) {
    const effect = (...given: unknown[]) => {
      this.line(`${name}(${given.map((one) => this.show(one)).join(', ')})`);
      return given.at(-1);
    };
    this.names.set(effect, name);
    return effect;
  }

  private readonly taro = this.lazily(() => {
    const taro: Record<string, unknown> = this.platform('taro');
    Object.defineProperties(taro, {
      default: { value: taro, enumerable: false },
      __esModule: { value: true, enumerable: false },
    });
    this.names.set(taro, 'Taro');
    return taro;
  });

  private readonly mine = this.lazily(() => this.foreign('mine'));

  private lazily<T>(make: () => T): () => T {
    let made: T | undefined;
    return () => (made ??= make());
  }

  /** On platforms without the deprecated APIs, the runtime cannot call anything either. */
  private runtime(name: string): Record<string, unknown> {
    const members = this.world.hasApis ? Object.entries(RUNTIMES[name]!) : [];
    return {
      __esModule: true,
      getRecorderManager: this.manager,
      [name]: {
        ...Object.fromEntries(members.map(([api, member]) => [member, this.api(api, 'runtime')])),
        supported: this.world.hasApis,
        authorize: this.sideEffect('authorize'),
        getSetting: this.sideEffect('getSetting'),
      },
    };
  }

  private readonly modules = new Map<string, unknown>();

  readonly require = (id: string): unknown => {
    const known = this.modules.get(id);
    if (known) return known;
    const made = this.load(id);
    this.modules.set(id, made);
    return made;
  };

  private load(id: string): unknown {
    if (id === '@tarojs/taro') return this.taro();
    const runtime = /taro-modernize\/runtime\/(\w+)$/.exec(id)?.[1];
    if (runtime) return this.runtime(runtime);
    this.line(`load ${id}`);
    const mine = this.mine();
    return { __esModule: true, ...mine, default: mine, mine, Taro: mine, wx: mine, api: mine };
  }

  globals(): Record<string, unknown> {
    const wx = this.platform('global');
    this.names.set(wx, 'wx');
    const my = this.platform('global');
    const sdk = this.foreign('sdk');
    const global: Record<string, unknown> = {
      wx,
      my,
      window: { wx: sdk },
      mine: this.mine(),
      startRecord: this.foreign('global').startRecord,
      log: this.sideEffect('log'),
      fetch: this.sideEffect('fetch'),
      yes: (id: number) => this.sideEffect('yes')(id) !== undefined,
      no: (id: number) => this.sideEffect('no')(id) === undefined,
      give: this.sideEffect('give'),
      keep: this.sideEffect('keep'),
      caught: (error: unknown) => this.thrown(error),
      View: 'view',
      h: (tag: unknown, props: Record<string, unknown> | null, ...children: unknown[]) => {
        this.line(`h(${typeof tag === 'string' ? tag : 'component'}, ${children.length})`);
        for (const handler of Object.values(props ?? {})) {
          if (typeof handler === 'function') this.tasks.push(() => handler({ type: 'tap' }));
        }
      },
      Page: (page: Record<string, unknown>) => {
        if (typeof page.onLoad === 'function') page.onLoad();
      },
      setTimeout: (callback: () => void) => this.tasks.push(callback),
      useRef: (current: unknown) => ({ current }),
      useMemo: (make: () => unknown) => make(),
      useState: (given: unknown) => [typeof given === 'function' ? given() : given, () => {}],
      __isIdle: (value: unknown) => {
        global.__awaited = value;
        return this.idle.has(value);
      },
      __isPlatform: (value: unknown) => {
        global.__awaited = value;
        return /^(Taro|wx)$/.test(this.names.get(value) ?? '');
      },
      __import: (id: string) =>
        id === '@tarojs/taro' ? this.taro() : Promise.resolve().then(() => this.require(id)),
    };
    global.globalThis = global;
    return global;
  }
}
