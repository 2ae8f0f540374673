import vm from 'node:vm';
import fc from 'fast-check';
import { derivations, type Feature, type Grammar, only, write } from './derive';

/**
 * Programs that draw on canvas contexts, play songs and read system information. Statements have no
 * semicolons, so each one may continue the previous one.
 */
const GRAMMAR: Grammar = {
  line: [
    '<call>',
    '<call>',
    '<call>',
    '<call>;',
    '<call> // c',
    ';(<call>)',
    'if (yes($0)) <call>\nelse <call>',
    'if (yes($0)) { <call> }',
    'if (yes($0))\n  <call>\nelse if (yes($0)) // c\n  <call>',
    'switch (1) {\n  case 1: <call>\n}',
    'for (const x of [1, 2]) <call>',
    'do <call>\nwhile (no($0))',
    'label$0: <call>',
    'try { <call> } catch (e) { log(e.name) }',
    'yes($0) && <call>',
    'yes($0) ? <call> : <call>',
    'log(<call>)',
    'void <call>',
    '<call>, <call>',
    'log((() => <call>)())',
    '[1].forEach((x) => <call>)',
    'const $f = () => { <call> }\n$f()',
    'function $f(target) { target.setFillStyle(<value>) }\n$f(<ctx>)',
    'function $f(target) { target.setFillStyle(<value>) }\n$f(<ctx>)\n$f(<ctx>)',
    'let $c = <ctx>\n$c = <ctx>\n$c.setLineWidth(<value>)',
    'const $c = yes($0) ? <ctx> : <ctx>\n$c.setLineWidth(<value>)',
    'const { ctx: $c } = holder\n$c.setLineWidth(<value>)',
    'const { playSong: $p, moveSong: $m = log } = wx\n$p(<options>)\n$m(<value>)',
    'const $c = <ctx>\nlog($c.setFillStyle.name)',
    ';(log)(1)',
    '[<ctx>].length',
    ';`a`.length',
    '++count',
    '/a/.test(1)',
    'class $C {\n  ctx = <ctx>\n  draw(ctx) {\n    this.ctx.setFillStyle(<value>)\n    ctx.setLineWidth(<value>)\n  }\n}\nnew $C().draw(<ctx>)',
    'class $C {\n  constructor() { this.ctx = <ctx> }\n  set(ctx) { this.ctx = ctx }\n  draw() { this.ctx.setFillStyle(<value>) }\n}\nconst $o = new $C()\n$o.set(<ctx>)\n$o.draw()',
    'const $o = { ctx: <ctx>, draw() { this.ctx.setFillStyle(<value>) } }\n$o.draw()',
    'one.setFillStyle = (v) => log(v)\none.setFillStyle(<value>)',
    '// taro-modernize-ignore\n<call>',
    ...only('typescript')(
      'function $f(target: Taro.CanvasContext) { target.setFillStyle(<value>) }\n$f(<ctx>)',
      '(<ctx> as any).setFillStyle(<value>)',
      '<ctx>!.setFillStyle!(<value> as any)',
      ';(<any><ctx>).setFillStyle(<any><value>)',
    ),
  ],
  info: [
    'wx.getSystemInfoSync()',
    '(wx).getSystemInfoSync()',
    "wx['getSystemInfoSync']()",
    '(next($0), wx).getSystemInfoSync()',
  ],
  awaited: ['await wx.getSystemInfo()', 'await wx.getSystemInfoSync()', 'await (wx.getSystemInfo())'],
  field: ['windowWidth', 'brand', 'windowHeight', 'model', 'platform'],
  read: [
    'log(wx.getSystemInfoSync().brand)',
    'const { windowWidth: $w, brand: $b = 1 } = <info>\nlog($w)\nlog($b)',
    'const { <field> } = <info>, $x = next($0), { model: $m } = <info>\nlog($x)\nlog($m)',
    'const {\n  brand: $b, // c\n  <field>, /* c */\n  model: $m = 2, // c\n} = <info>;\nlog([$b, $m])',
    'const $i = <info>\nlog($i.<field>)\nlog($i?.brand)',
    'let $i = <info>\n$i = <info>\nlog($i.windowWidth)\nlog($i.model)',
    'log(<info>.<field>)',
    'log(Object.keys(<info>).length > 0)',
    'export const { brand: $b, windowHeight: $h } = <info>\nlog($b)\nlog($h)',
    ';(async () => {\n  const { <field>, brand: $b } = <awaited>\n  log($b)\n})().catch((e) => log(e.name))\nlog($0)',
    ';(async () => {\n  const $i = <awaited>\n  log($i.brand)\n  log($i.<field>)\n})().catch((e) => log(e.name))\nlog($0)',
    ';(async () => {\n  log((<awaited>).<field>)\n})().catch((e) => log(e.name))\nlog($0)',
    'const $p = wx.getSystemInfo()\n$p.then(({ <field> }) => log($0))',
  ],
  call: [
    'one.setFillStyle(1)',
    '<ctx>.setFillStyle(<value>)',
    '<ctx>.setFillStyle(<value>)',
    '<ctx>.setFillStyle(\n  // c\n  <value>, /* c */\n)',
    '<ctx>.setFillStyle /* c */ ( /* c */ <value> /* c */ )',
    '<ctx>\n  .setLineWidth(<value>)',
    '<ctx>.setLineWidth(<values>)',
    "<ctx>['setLineWidth'](<value>)",
    '<ctx>.setShadow(<simple>, <simple>, <simple>, <simple>)',
    'one.setShadow(<simple>, <simple>, <simple>, <simple>)',
    'one.setShadow(\n  <simple>, // c\n  /* c */ <simple> /* c */,\n  // c\n  <simple>,\n  <simple> // c\n)',
    'holder.ctx.setShadow /* c */ (<simple>, <value>, <simple>, <simple>)',
    'one.setShadow(<values>)',
    'one.setShadow(<value>, <value>, <value>, <value>)',
    '(<ctx>.setFillStyle)(<value>)',
    '<ctx>?.setFillStyle(<value>)',
    '<ctx>.setFillStyle?.(<value>)',
    '<ctx>.setFillStyle(<value>)?.then',
    '<ctx>.strokeText(<values>)',
    '<ctx>.drawImage(<values>)',
    '<ctx>.drawImage(<value>, <value>, <value>)',
    'wx.playSong(<options>)',
    'wx.playSong(<options>, <value>)',
    'wx.fadeSong({ seconds: <number> })',
    'wx.fadeSong({ after: <number>, seconds: <number> /* c */ })',
    'wx.fadeSong({ after: <value>, count })',
    'wx.seekSong(<values>)',
    'wx.moveSong(<values>)',
    'wx.moveSong(<value>, <value>)',
    'wx.moveSong(\n  <value>, // c\n  (<value>),\n)',
  ],
  ctx: [
    'one',
    'two',
    'wx.createCanvasContext("a")',
    'make()',
    'holder.ctx',
    'ref.current',
    'mine',
    'wx.createAudioContext("a")',
    '(one)',
    '(log(2), one)',
  ],
  values: ['', '<value>', '<value>, ', '<value>, <value>', '...[<value>, 1]', '<value>, ...[<value>]'],
  value: [
    '1',
    "'red'",
    '(1)',
    'next($0)',
    '(next($0), next($0))',
    'count = 3',
    'yes($0) ? 1 : 2',
    '{ a: next($0) }',
    '() => 1',
    '(x) => { <call> }',
    'function () { <call> }',
    'async () => {}',
    'one',
    'one.setLineWidth',
    '[next($0)]',
    '`a`',
    'wx.playSong({ dataUrl: next($0) })',
    '<call>',
  ],
  /** Values without side effects. */
  simple: [
    '1',
    "'red'",
    '(2)',
    '-1',
    '`a` + count',
    'count * 2',
    'count ? 1 : 2',
    'options.dataUrl',
    '{ a: 1 }.a',
    'one.shadowBlur',
    "one?.['shadowOffsetX']",
    '(x) => { <call> }',
  ],
  /** Seconds. */
  number: [
    '2',
    '0.5',
    '(2)',
    'next($0)',
    'count',
    '(count)',
    '-count',
    'count + 1',
    'count * 2',
    'count ** 2',
    'count = 3',
    'count ? 1 : 2',
    'next($0) || 1',
    'next($0) ?? 1',
    'one?.seconds',
    '(next($0), 3)',
    '/* c */ next($0) // c\n',
    '(() => 2)()',
    'undefined',
  ],
  options: [
    '{ dataUrl: 1 }',
    '{ <property> }',
    '{ <property>, <property> }',
    '{\n  <property>, // c\n  <property>,\n  /* c */ <property> // c\n}',
    '{ <property>, }',
    '({ <property>, <property> })',
    '{}',
    '',
    'options',
    '{ ...options, <property> }',
    'null',
  ],
  property: [
    'dataUrl: 1',
    'title: <value>',
    'dataUrl: <value>',
    'dataUrl',
    "'dataUrl': <value>",
    "['dataUrl']: <value>",
    'coverImgUrl: 1',
    'coverImgUrl: <value>',
    'coverImgUrl',
    'src: <value>',
    'obeyMuteSwitch: true',
    'success() { <call> }',
    'get dataUrl() { return 2 }',
    'get title() { return 3 }',
  ],
};

const HEAD = `const { createCanvasContext } = wx
const one = wx.createCanvasContext('one'), two = createCanvasContext('two'), make = () => wx.createCanvasContext('made')
const holder = { ctx: wx.createCanvasContext('held') }, ref = useRef(null), options = { dataUrl: 4, coverImgUrl: 5 }
ref.current = wx.createCanvasContext('ref')
let count = 0, dataUrl = 6, coverImgUrl = 7
`;

export interface Drawing {
  text: string;
  filename: string;
}

export const drawings: fc.Arbitrary<Drawing> = fc
  .constantFrom<(Feature | undefined)[]>(undefined, 'typescript')
  .chain((feature) => {
    const features = new Set(feature ? [feature] : []);
    const lines = ['line', 'line', 'read'].map((symbol) => derivations(GRAMMAR, symbol, features));
    return fc
      .tuple(fc.array(fc.oneof(...lines), { minLength: 1, maxLength: 8 }), fc.boolean())
      .map(([trees, isWindows]) => {
        let id = 0;
        const written = trees.map((tree) => write(tree, GRAMMAR, () => ++id)).join('\n');
        const text = `${HEAD}${written}\nexport {}\n`;
        return {
          text: isWindows ? text.replaceAll('\n', '\r\n') : text,
          filename: feature ? 'a.ts' : 'a.js',
        };
      });
  });

const LONGEST = 300;

const windowInfo = { windowWidth: 375, windowHeight: 667 };
const deviceInfo = { brand: 'B', model: 'M' };

/** Runs a compiled program on a host that has the old and the new APIs, and returns its trace. */
export async function draw(code: string): Promise<string[]> {
  const trace: string[] = [];
  const line = (text: string) => {
    if (trace.length >= LONGEST) throw new RangeError('endless');
    trace.push(text);
  };
  const names = new Map<unknown, string>();
  const show = (value: unknown): string => {
    if (names.has(value)) return names.get(value)!;
    if (typeof value === 'function') return 'a function';
    if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
    return `{ ${Object.keys(value)
      .sort()
      .map((key) => `${key}: ${show((value as Record<string, unknown>)[key])}`)
      .join(', ')} }`;
  };
  const without = (given: unknown[], index: number) => given.filter((_, at) => at !== index).map(show);
  const shadows = ['shadowOffsetX', 'shadowOffsetY', 'shadowBlur', 'shadowColor'];
  const context = (name: string) => {
    const set = (property: string) => (value: unknown) => line(`${name}.${property} = ${show(value)}`);
    const text = (...given: unknown[]) => line(`${name} text ${given.map(show)}`);
    const made = {
      setFillStyle: set('fillStyle'),
      setLineWidth: set('lineWidth'),
      setShadow(...values: unknown[]) {
        for (const [index, shadow] of shadows.entries()) set(shadow)(values[index]);
      },
      strokeText: text,
      drawImage: (...given: unknown[]) => line(`${name} image ${without(given, 1)}`),
    };
    names.set(made, `context ${name}`);
    return made;
  };
  /** This object of the same kind lacks the members that replace others. */
  const canvas = (name: string) => {
    const set = (property: string) => (value: unknown) => line(`${name}.${property} = ${show(value)}`);
    const added = {
      outlineText: (...given: unknown[]) => line(`${name} text ${given.map(show)}`),
      paintImage: (...given: unknown[]) => line(`${name} image ${given.map(show)}`),
      set fillStyle(value: unknown) {
        set('fillStyle')(value);
      },
      set lineWidth(value: unknown) {
        set('lineWidth')(value);
      },
    };
    const made = context(name);
    for (const shadow of shadows)
      Object.defineProperty(made, shadow, { set: set(shadow), get: () => shadow });
    Object.defineProperties(made, Object.getOwnPropertyDescriptors(added));
    return made;
  };
  const play = (options: object) => {
    line(`play ${show(options)}`);
    const { success } = options as { success?: () => void };
    if (typeof success === 'function') success();
  };
  const wx = {
    createCanvasContext: canvas,
    // An object of another kind with members of the same names.
    createAudioContext: (name: string) => context(`audio ${name}`),
    playSong(options: unknown) {
      if (options === null) return line('play null');
      const given = (options ?? {}) as Record<string, unknown>;
      const { dataUrl, coverImgUrl: _ignored, ...rest } = given;
      const hasUrl = 'dataUrl' in given && !('src' in given);
      play({ obeyMuteSwitch: false, ...rest, ...(hasUrl && { src: dataUrl }) });
    },
    startSong: play,
    fadeSong(options: Record<string, unknown>) {
      const inMilliseconds = ([key, value]: [string, unknown]): [string, unknown] => {
        if (key === 'after') return [key, Number(value) * 1000];
        return key === 'seconds' ? ['duration', Number(value) * 1000] : [key, value];
      };
      wx.fade(Object.fromEntries(Object.entries(options).map(inMilliseconds)));
    },
    fade: (options: object) => line(`fade ${show(options)}`),
    seekSong: (...given: unknown[]) => line(`seek ${['null', ...given.map(show)]}`),
    seek: (...given: unknown[]) => line(`seek ${given.map(show)}`),
    getSystemInfoSync: () => ({ ...windowInfo, ...deviceInfo, platform: 'ios' }),
    getSystemInfo: () => Promise.resolve({ ...windowInfo, ...deviceInfo, platform: 'ios' }),
    getWindowInfo: () => ({ ...windowInfo }),
    getDeviceInfo: () => ({ ...deviceInfo }),
    moveSong: (...given: unknown[]) => line(`move ${without(given, 1)}`),
    move: (...given: unknown[]) => line(`move ${given.map(show)}`),
  };
  const awaits = (value: unknown) => {
    const later = new Promise((resolve) => setImmediate(resolve));
    Object.assign(global, { __awaited: later.then(() => value) });
    return false;
  };
  const global: Record<string, unknown> = {
    wx,
    mine: context('mine'),
    log: (value: unknown) => line(`log ${show(value)}`),
    next: (id: number) => {
      line(`next ${id}`);
      return id;
    },
    yes: (id: number) => {
      line(`yes ${id}`);
      return true;
    },
    no: () => false,
    // What awaits are compiled to: each one takes a turn of the event loop, whatever it waits for.
    __isPlatform: (value: unknown) => awaits(value),
    __isIdle: (value: unknown) => awaits(value),
    useRef: (current: unknown) => ({ current }),
    exports: {},
  };
  try {
    vm.runInNewContext(code, global, { timeout: 2000 });
  } catch (error) {
    trace.push(`throws ${(error as Error).name}`);
  }
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
  return trace;
}
