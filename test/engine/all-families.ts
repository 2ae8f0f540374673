import { type HostOfProgram, ignorable } from '../support/executed-programs';
import { fakeCanvas } from '../support/fake-canvas';
import { FakeFiles, FILE_METHODS, loadFiles } from '../support/fake-files';
import { type BaseLibrary, FakeSystem, loadSystem, OLD_FIELDS } from '../support/fake-system';
import { type Grammar, only } from '../support/fuzz/derive';

type Log = (...given: unknown[]) => void;
type Callback = (result: object) => void;

/** The members of the runtimes that replace one API each, by its name. */
const RUNTIMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  recorder: { startRecord: 'start', stopRecord: 'stop' },
  voice: { playVoice: 'play', pauseVoice: 'pause', stopVoice: 'stop' },
  backgroundAudio: {
    playBackgroundAudio: 'play',
    pauseBackgroundAudio: 'pause',
    stopBackgroundAudio: 'stop',
    seekBackgroundAudio: 'seek',
    getBackgroundAudioPlayerState: 'getState',
    onBackgroundAudioPlay: 'onPlay',
    onBackgroundAudioStop: 'onStop',
  },
};

/**
 * A host with the APIs of all families. Of recordings and sounds the old API and its replacement are one
 * function, which logs its call; the others have their fake hosts and real runtimes.
 */
export function hostOfAll(library: BaseLibrary, log: Log): HostOfProgram {
  const system = new FakeSystem({ platform: 'weapp', library });
  const files = new FakeFiles();
  const fileRuntime = { ...loadFiles(files) };
  for (const one of [files.taro, files.wx, fileRuntime]) ignorable(one, FILE_METHODS);
  const canvas = fakeCanvas({ onDrawing: log }).host;
  const symbolic: Record<string, unknown> = {};
  const runtimes: Record<string, Record<string, unknown>> = {};
  for (const [runtime, members] of Object.entries(RUNTIMES)) {
    runtimes[runtime] = { supported: true };
    for (const [api, member] of Object.entries(members))
      runtimes[runtime][member] = symbolic[api] = answering(api, log);
  }
  const manager = (name: string) => () => ({ stop: () => log(`${name}.stop`) });
  const managers = {
    getRecorderManager: manager('recorder'),
    getBackgroundAudioManager: manager('background audio'),
  };
  const shared = { ...system.apis, ...canvas, ...symbolic, ...managers, canIUse: () => true };
  const taro = { ...files.taro, ...shared };
  Object.defineProperties(taro, { default: { value: taro }, __esModule: { value: true } });
  return {
    wx: { ...files.wx, ...shared },
    taro,
    runtime: { ...runtimes, ...managers, ...fileRuntime, ...loadSystem(system) },
  };
}

function answering(name: string, log: Log) {
  return (option?: Record<string, unknown> | Callback) => {
    log(name, option);
    if (typeof option === 'function') return Promise.resolve().then(() => option({ name }));
    const result = { errMsg: `${name}:ok` };
    return Promise.resolve().then(() => {
      for (const key of ['success', 'complete']) (option?.[key] as Callback | undefined)?.(result);
      return result;
    });
  };
}

const SETTERS = [
  "setFillStyle('red')",
  "setStrokeStyle(log($0) || 'blue')",
  'setLineWidth($0)',
  "setLineCap('round')",
  'setGlobalAlpha(0.5)',
  "setShadow(1, 2, 3, 'gray')",
  "setShadow(1, log($0), 3, 'gray')",
  '// ctx\n setMiterLimit(3 /* , */)',
];

/** Programs that use several families at once, with the forms in which codemods fail most. */
export const grammar: Grammar = {
  comment: ['', '', '', '/* c$0 */', '/* {\n success() {}\n} */', '// ( {\n', '/* , */ // }\n'],
  host: [
    'Taro',
    'Taro',
    'wx',
    "Taro['default']",
    '(Taro)',
    '(flag ? Taro : wx)',
    'alias',
    ...only('typescript')('(Taro as any)', 'wx!'),
  ],
  field: [...OLD_FIELDS],
  /** Callbacks whose values only run time knows among them. */
  option: [
    '',
    'success: log,',
    'success(r) { log(r) },',
    'success: (r) => { log(r.errMsg) },',
    'success: function (r) { log(arguments.length, r) },',
    'complete(r) { log(r.errMsg) }, <comment>',
    'get success() { return log },',
    'get success() { return (r) => log(r.errMsg) }, set success(value) {},',
    '__proto__: { success(r) { log(r) } },',
    '__proto__: null, success: log,',
    "['__proto__']: { success: log },",
    "['success'](r) { log(r) },",
    "['suc' + 'cess']: (r) => log(r),",
    '...{ success: log },',
    '...shared, <comment>',
    '...(flag && { success: log }),',
    'async success(r) { log(r) },',
    '*success(r) { log(r) },',
    "'success': <comment> log,",
    'success,',
    'success: success.bind(null),',
  ],
  fields: [
    'success: ({ <field>: a = $0 }) => log(a),',
    'success({ <field:1>: a, <field:2>: b }) { log(a, b) },',
    'success: (r) => log(r.<field>, r.<field>),',
    'success(r) { log(r.<field>, arguments.length) },',
    "success: (r) => log(r['<field>']), fail: log,",
    'success(r) { const { <field>: a, ...rest } = r; log(a, rest) },',
    "success(r) { log(r.<field>, eval('r.windowWidth')) },",
    'get success() { return ({ <field>: a }) => log(a) },',
    '__proto__: { success: (r) => log(r.<field>) },',
    "['success']: (r) => log(r.<field>),",
    ...only('typescript')('success: ((r) => log(r.<field>)) as (r: any) => void,'),
  ],
  recording: [
    '<host>.startRecord(<comment>{ <option> }<comment>)',
    '<host>.startRecord(<comment>)',
    '<host><comment>.stopRecord()',
    "<host>['startRecord']({ <comment> <option> })",
    '<host>.startRecord?.({ <option> })',
    '(0, <host>.startRecord)({ <option> })',
    ...only('typescript')('<host>.startRecord({ <option> } as any)', '<host>.stopRecord(<comment>)!'),
  ],
  sound: [
    "<host>.playVoice(<comment>{ filePath: 'a', <option> })",
    '<host>.pauseVoice()',
    '<host>.stopVoice(<comment>)',
    "<host>.playBackgroundAudio({ dataUrl: 'a', <option> }<comment>)",
    '<host>.pauseBackgroundAudio({ <option> })',
    '<host>.seekBackgroundAudio(<comment>{ position: $0, <option> })',
    '<host>.getBackgroundAudioPlayerState({ <option> })',
    '<host>.onBackgroundAudioStop(<comment>() => log($0))',
    '<host>.getBackgroundAudioManager().stop()',
  ],
  /** Of these, Taro's always return a promise. */
  promised: [
    "Taro.saveFile({ tempFilePath: 'wxfile://tmp_a.png', <option> })",
    "Taro['getFileInfo']({ filePath: 'none' <comment>, <option> })",
    'Taro.getSavedFileList(<comment>)',
  ],
  file: [
    '<promised>',
    "<host>.saveFile({ tempFilePath: 'wxfile://tmp_a.png', <option> })",
    "<host>.getFileInfo(<comment>{ filePath: 'wxfile://tmp_a.png', <option> })",
    '<host>.getSavedFileList({ <option> })',
    "<host>.removeSavedFile({ <comment> filePath: 'none', fail: log, <option> })",
  ],
  info: ['<host>.getSystemInfo(<comment>{ <fields> })', '<host>.getSystemInfo({ <option> <comment> })'],
  sync: [
    '<host>.getSystemInfoSync(<comment>)',
    'Taro.getSystemInfoSync()',
    'wx<comment>.getSystemInfoSync()',
  ],
  call: ['<recording>', '<sound>', '<file>', '<info>', '<recording>', '<sound>'],
  setter: SETTERS.map((setter) => `ctx.${setter}`),
  effect: ['log($0)', '<call>', '<setter>'],
  name: [
    'startRecord',
    'stopRecord',
    'playVoice',
    'pauseVoice',
    'playBackgroundAudio',
    'getSystemInfoSync',
    'saveFile',
  ],
  replaced: [
    'Object.assign(<host>, { <name:1>(o) { log($0) } })',
    "Object.defineProperty(<host>, '<name:1>', { value: () => log($0), configurable: true, writable: true })",
    'Object.defineProperties(<host>, { <name:1>: { value: () => log($0) } })',
    "Reflect.set(<host>, '<name:1>', () => log($0))",
    "Reflect.defineProperty(<host>, '<name:1>', { value: () => log($0) })",
    '<host>.<name:1> = () => log($0)',
    '({ own: <host>.<name:1> } = { own: () => log($0) })',
  ],
  keyword: ['const', 'let', 'var'],
  statement: [
    'log($0)',
    '<call>',
    '<call>',
    '<call>',
    '<comment><call><comment>',
    'if (flag) <call><comment>\nelse <effect>',
    'flag && <effect>',
    'flag || <effect>, <effect>',
    'flag ? <effect> : other ? <effect> : <effect>',
    'log($0), <effect>, <effect>',
    'const $f = () => <effect>\n$f()',
    'const $f = async () => { await <promised>\n log($0) }\nlater($f)',
    'later(() => <promised>.then((r) => log(r.errMsg), log))',
    'later(async () => { const { errMsg, ...$r } = await <promised>\n log(errMsg, $r) })',
    'for (let i = 0; i < 2; i++) <effect>',
    'switch (flag) { case true: <effect>; break; default: <effect> }',
    'class $C { #o = { <option> }; run() { Taro.startRecord(this.#o)\n <effect> } }\nnew $C().run()',
    'const $o = { <option> }\nTaro.startRecord($o)',
    'const $o = <comment>{ <comment> }\n<host>.getSystemInfo($o)',
    '<setter>\nctx.stroke()\nctx.draw()',
    '<setter>; <setter>\nctx.fillRect(0, 0, 1, 1)\nctx.draw()',
    'const $c = useRef(<host>.createCanvasContext($0))\n$c.current.setLineWidth($0)\n$c.current.stroke()\n$c.current.draw()',
    'const $c = <host>.createCanvasContext($0), $f = (c) => c.setFillStyle($0)\n$f($c)\n$c.fillRect()\n$c.draw()',
    'const $c = useRef(wx.createCanvasContext($0))\n;(flag ? Taro : wx).saveFile({})\n$c.current.setLineWidth(1)',
    'Object.assign(ctx, { setLineWidth(n) { log(n) } })\n<setter>\nctx.stroke()\nctx.draw()',
    'var { <field:1>: $a, <field:2>: $a } = <sync>\nlog($a)',
    '<keyword> { <field:1>: $a = /* d$0 */ $0, <comment> <field:2>: $b } = <sync>\nlog($a, $b)',
    '<keyword> { <field:1>: $a, <comment> ...$r } = <sync>\nlog($a, $r)',
    '<keyword> $i = <sync>\nlog($i.<field>, $i.<field>)',
    "<keyword> $i = <sync>\nlog($i.<field>, eval('$i.windowWidth'))",
    '(function (Object) { const $i = <sync>\n log({ ...$i }, Object) })($0)',
    '(function (Object, Promise, require) { const { <field:1>: $a, ...$r } = <sync>\n log($a, $r) })()',
    'log((<sync>).<field>, { ...<sync> }.<field>)',
    'const { <field:1>: $a } = flag ? <sync> : {}\nlog($a)',
    '<replaced>\n<host>.<name:1>({})',
    "if (<host>.canIUse('<name:1>')) <host>.<name:1>({})",
    'const { <name:1>: $f <comment> } = <host>\n$f({ <option> })',
    'const $f = <host>.<name>\n$f({})',
    'function $f(o) { return <host>.<name>(o) }\n$f({ <option> })',
    'const $g = { <name:1>: <host>.<name:1>, <name:2>() { log($0) } }\n$g.<name:1>({}); $g.<name:2>()',
    'const $a = Taro, $b = $a, $d = $b\n$d.<name>({})\n$d.stopVoice()',
    'try { <call> } catch { log($0) } finally { <effect> }',
    '$l: { <effect>; break $l }',
    'var recorder = $0\nlog(recorder)\nTaro.stopRecord()',
    ...only('sloppy')(
      'with ({ windowWidth: $0 }) { <call> }',
      'with (wx) { stopRecord() }',
      'var $i = <sync>\nwith ($i) log(windowWidth)',
    ),
    ...only('module')(
      'export const $e = <sync>.<field>',
      'export const $e = (o) => <host>.<name>(o)',
      "export { <name> as $e } from '@tarojs/taro'",
      'export { <comment> Taro as $e }',
    ),
    ...only('typescript')(
      '<host>.startRecord(<any>{ <option> })',
      'const $o: any = { <option> }\n<host>.getSystemInfo($o satisfies object)',
      'class $C { private info = <sync>; get() { return this.info.<field> } }\nlog(new $C().get())',
      'function $f(this: void, r: Taro.getSystemInfoSync.Result) { return r.<field> }\nlog($f(<sync>))',
      'enum $E { A = $0 }\n<effect>\nlog($E.A)',
    ),
  ],
};

/** Code that every program starts with, after its imports. */
export const COMMON = [
  'const shared = { fail: log }, success = (r) => log(r), alias = Taro, ctx = wx.createCanvasContext(1)\nlet flag = true, other = 0',
  'var shared = { success: log }, success = log, alias = wx, ctx = Taro.createCanvasContext(1), flag, other = 1',
  'const getWindowInfo = 1, voice = 2, shared = {}, success = log, flag = log(3), other = 4\nlet alias\nalias = Taro\nvar ctx = wx.createCanvasContext(1)',
];
