import fc from 'fast-check';
import { OLD_FIELDS } from '../../support/fake-system';
import { derivations, type Feature, type Grammar, only, write } from '../../support/fuzz/derive';

export interface SystemProgram {
  text: string;
  filename: string;
}

const module = only('module');
const typescript = only('typescript');

/** Ways to read fields. `log` writes to the trace; `turn` changes the host's answers from then on. */
const grammar: Grammar = {
  field: [...OLD_FIELDS, 'windowWidth', 'statusBarHeight', 'platform', 'locationAuthorized', 'environment'],
  call: [
    'Taro.getSystemInfoSync()',
    'read()',
    'wx.getSystemInfoSync()',
    "Taro['getSystemInfoSync']()",
    '(Taro.getSystemInfoSync())',
    '(0, read)()',
    'Taro.getSystemInfoSync?.()',
    ...typescript('(Taro.getSystemInfoSync() as any)', 'Taro.getSystemInfoSync()!'),
  ],
  later: [
    'Taro.getSystemInfo',
    'Taro.getSystemInfo',
    'wx.getSystemInfo',
    "Taro['getSystemInfo']",
    'Taro.getSystemInfoAsync',
    'Taro.getSystemInfoAsync',
  ],
  read: [
    '<call>.<field>',
    '<call>?.<field>',
    "<call>['<field>']",
    'shared.<field>',
    'changing.<field>',
    'late?.<field>',
  ],
  value: [
    '<read>',
    '<read>',
    '!<read>',
    '!(<read>)',
    '!!<read>',
    '(<read> && <read>)',
    '(<read> || <read>)',
    '(<read> ? 1 : 2)',
    '(!<read> ? <value> : $0)',
    'Boolean(<read>)',
    'typeof <read>',
    '(<read> === true)',
    '(<read> ?? $0)',
    '[<value>, <value>]',
    '{ a: <value> }.a',
    '<call>.safeArea.top',
    'String(<read>)',
    'JSON.stringify(<read>)',
  ],
  property: [
    '<field>: $a',
    '<field>: $a',
    '<field>: $a = $0',
    "'<field>': $a",
    'safeArea: { top: $a }',
    'host: { appId: $a = $0 } = {}',
  ],
  taken: ['windowWidth: $x', '<property>', '<property>, <property>', '<property>, <property>, <property>'],
  keyword: ['const', 'let', 'var'],
  statement: [
    'turn($0)',
    'log(<value>)',
    'log(<value>)',
    'if (<value>) log($0)',
    'while (!<read>) { log($0); break }',
    '<value> && log($0)',
    '<keyword> { <field:1>: $a, <field:2>: $b } = <call>\nlog($a, $b)',
    '<keyword> { <field:1>: $a, <field:2>: $b, <field:3>: $c } = <call>\nif ($a) log($b && 1)\nlog(!$c)',
    '<keyword> { <field:1>: $a = $0, ...$r } = <call>\nlog($a, $r)',
    '<keyword> { windowWidth: $a, <field:1>: $b = $a } = <call>\nlog($a, $b)',
    '<keyword> { <field:1>: $a } = <call>, { <field:2>: $b, <field:3>: $c } = <call>\nlog($a, $b, $c)',
    '<keyword> $i = <call>\nturn($0)\nlog($i.<field>, $i.<field>)',
    '<keyword> $i = <call>\nlog($i.<field>)\nif ($i.<field> && !$i.<field>) log($i.<field>)',
    '<keyword> $i = <call>\nlog($i)',
    '<keyword> $i = <call>\nconst $j = $i, { <field:1>: $a = 1 } = $j\nlog($j.<field>, $a)',
    '<keyword> $i = <call>\nfunction $f() { return $i.<field> }\nlog($f(), $i?.<field>)',
    'let $i\ntry { $i = <call> } catch (e) { log(e) }\nif (!$i) log($0)\nelse log($i.<field>, $i.<field>)',
    'let $i = null\nconst $f = () => { if (!$i) $i = <call>\n return $i }\nlog($f().<field>)',
    'let $i = <call>\n$i = { <field:1>: true }\nif ($i.<field:1>) log($0)',
    'const $i = useMemo(() => <call>, [])\nlog($i.<field>, $i.<field>)',
    'const [$i] = useState(() => <call>)\nlog($i.<field>)',
    'const $r = useRef(<call>)\nlog($r.current.<field>, $r.current.<field>)',
    'const $r = useRef(<call>)\nlog($r.current.<field>)\n$r.current = { windowWidth: $0 }\nif ($r.current.<field>) log($0)',
    'const [$i, $s] = useState(<call>)\nlog($i.<field>, $s)',
    'log({ ...<call> })',
    'log([<call>].map((one) => one.<field>))',
    'log(((one) => one)(<call>))',
    '<call>',
    '{ const $i = <call>; $i.windowWidth = 5; log($i.windowWidth, $i.<field>) }',
    'for (const { <field:1>: $a, <field:2>: $b } = <call>, $n = 1; ; ) { log($a, $b, $n); break }',
    'const { getSystemInfoSync: $g } = Taro\nlog($g().<field>)',
    'const $g = Taro.getSystemInfoSync\nlog($g().<field>)',
    'Taro.getSystemInfo({ success: (res) => log(res.<field>), complete() { log($0) } })\nlog($0)',
    'Taro.getSystemInfo({ success({ <field:1>: $a = 1 }) { log($a) } })',
    '<later>({ success: (res) => log(res.<field>, res.<field>, !res.<field>) })\nlog($0)',
    '<later>({ success: (res) => { turn($0)\n log(res.<field>, res.<field>) }, complete: () => log($0) })',
    '<later>({ success({ <field:1>: $a, <field:2>: $b = $0 }) { log($a, $b) }, fail() { log($0) } })',
    '<later>({ success: function (res) { const $i = res, { <field:1>: $a } = res\n log($i.<field>, $a) } })',
    '<later>({ success(res) { log(res.<field>, arguments.length > $0 || arguments[0].<field>) } })',
    '<later>({ success: (res) => { res.<field> = $0\n log(res.<field>) } })',
    '<later>({ success: (res) => { if (!res) return\n log({ ...res }) } })',
    '<later>({ success: (res) => log(res.<field>), complete: (res) => log(res.<field>, res.errMsg) })',
    '<later>({ success: (res = {}) => log(res.<field>) })',
    'function $f(res) { log(res.<field>) }\n<later>({ success: $f, complete: $f })',
    'const $f = (res) => log(res.<field>)\nconst $o = { success: $f }\n<later>($o)\n<later>({ ...$o, success: $f })',
    'const $o = { success: (res) => log(res.<field>) }\n<later>({ complete: (res) => log(res.<field>), ...$o })',
    'let $f = (res) => log(res.<field>)\n$f = (res) => log(res)\n<later>({ success: $f })',
    'const $c = <later>({ success: ({ <field:1>: $a }) => log($a) })\nlater(() => $c.then((res) => log(res.<field>)))',
    'later(() => <later>().then((res) => log(res.<field>, res.errMsg)))',
    'later(() => <later>({}).catch(() => $0).then(({ <field:1>: $a, <field:2>: $b }) => log($a, $b)))',
    'later(() => <later>().finally(() => log($0)).then((res) => res.<field>, log).then(log))',
    'later(() => <later>().then(function () { log(arguments[0].<field>) }))',
    'later(async () => { await <later>({ success: (res) => log(res.<field>) })\n log($0) })',
    'later(async () => { const res = await <later>({})\n log(res.<field>, res.<field>, res.errMsg) })',
    'later(async () => { const { <field:1>: $a = $0, errMsg } = await <later>()\n log($a, errMsg) })',
    'later(async () => { const { <field:1>: $a, ...$r } = await <later>({})\n log($a, $r) })',
    'later(async () => log((await <later>({ complete() { log($0) } })).<field>))',
    'later(async () => log((await <later>({ success: (res) => log(res.<field>) })).<field>))',
    'const $i = $0 % 2 ? <call> : { <field:1>: $0 }\nif ($i.<field:1>) log($0)\nelse log($i.windowWidth)',
    'let $i\n$i = $i || <call>\nlog($i.<field>, $i.<field>)',
    'let $i = null\nconst $f = () => ($i = $i ?? <call>)\nlog($f().<field>)\nlog($i.<field>)',
    'const $i = <call> || { <field:1>: $0 }\nlog($i.<field>, $i.<field:1>)',
    'const $i = $0 % 2 ? <call> : { <field:1>: $0 }\nif ($i.<field>) log($i.<field:1>)',
    'const { <field:1>: $a, <field:2>: $b } = $0 % 3 && <call>\nlog($a, $b)',
    'log((<call> || <call>).<field>, ($0 % 2 && <call>).<field>)',
    'later(async () => { const res = await Taro.getSystemInfoAsync()\n log(res.<field>) })',
    'later(async () => log((await Taro.getSystemInfo()).<field>))',
    'later(async () => { const res = await Taro.getSystemInfo()\n log(res.<field>, res.<field>, !res.<field>) })',
    'later(async () => { const { <field:1>: $a, <field:2>: $b } = await Taro.getSystemInfoAsync()\n log($a, $b) })',
    'later(async () => { const res = await <call>\n if (res.<field>) log(res.<field>) })',
    'class $C { info = <call>; get() { return this.info.<field> } }\nlog(new $C().get())',
    'class $C { #info = <call>; get() { return [this.#info.<field>, this.#info.<field>] } }\nlog(new $C().get())',
    'class $C { static #info = <call>; static get() { if (this.#info.<field>) log($C.#info.<field>) } }\n$C.get()',
    'class $C { #info; get() { log(this.#info?.<field>); this.#info = <call>; if (this.#info.<field>) log($0) } }\nnew $C().get()',
    'class $C { #info = <call>; get(other) { const { <field:1>: $a } = this.#info; log($a, other.#info); #info in other } }\nnew $C().get(new $C())',
    'const $f = () => <call>\nlog($f().<field>, $f().<field>)\nif ($f().<field>) log($0)',
    'function $f(n) { return n ? $f(n - 1) : <call> }\nlog($f(2).<field>)',
    'const $f = function $g(n) { if (n) log($g().<field>)\n return <call> }\nlog($f(1).<field>)',
    'let $i\nfunction $f() { if (!$i) $i = <call>\n return $i }\nlog($f().<field>)\nturn($0)\nlog($f()?.<field>)',
    'function $f(n) { if (n) return { <field:1>: $0 }\n return <call> }\nif ($f(1).<field:1>) log($0)\nelse log($f().<field>)',
    'const $f = () => { return <call> }\nlog([$f()].map((one) => one.<field>), $f().<field>)',
    'const $f = () => <call>\nlog([1].map($f).map((one) => one.<field>), $f().<field>)',
    'let $n = 1\nconst $i = useMemo(function $g() { if ($n--) log($g().<field>)\n return <call> }, [])\nlog($i.<field>)',
    'const $i = useMemo(() => { return <call> }, [])\nlog($i.<field>)',
    'later(async () => { const $f = async () => <call>\n log((await $f()).<field>) })',
    'function getDeviceInfo$0() { return <call> }\nlog(getDeviceInfo$0().<field>)',
    ...module(
      'export const $e = <value>',
      'export const { <field:1>: $p, <field:2>: $q } = <call>',
      'export const $k = <call>',
    ),
  ],
};

const HEADS = [
  "import Taro, { getSystemInfoSync as read } from '@tarojs/taro'",
  "import Taro from '@tarojs/taro'\nconst { getSystemInfoSync: read } = Taro",
  "import * as Taro from '@tarojs/taro'\nconst read = Taro.getSystemInfoSync\nconst getWindowInfo = 1, getDeviceInfo = 2\nlog(getWindowInfo, getDeviceInfo)",
];
const REQUIRES = [
  "const Taro = require('@tarojs/taro'), { getSystemInfoSync: read } = Taro",
  "'use strict'\nvar _taro = require('@tarojs/taro')\nvar Taro = _taro.default, read = _taro.getSystemInfoSync",
];
const COMMON = [
  'const shared = Taro.getSystemInfoSync()\nlet changing = Taro.getSystemInfoSync(), late\nturn(1)\nchanging = wx.getSystemInfoSync()\nlate = read()',
  'var shared = wx.getSystemInfoSync()\nvar changing = { windowWidth: 7, platform: 8 }, late\nfunction refresh() { late = Taro.getSystemInfoSync() }\nturn(1)\nrefresh()',
];

function programsOf(extension: string, features: Feature[], heads: readonly string[]) {
  const statement = derivations(grammar, 'statement', new Set(features));
  return fc
    .record({
      head: fc.constantFrom(...heads),
      common: fc.constantFrom(...COMMON),
      body: fc.array(statement, { minLength: 1, maxLength: 6 }),
      semicolons: fc.boolean(),
    })
    .map(({ head, common, body, semicolons }): SystemProgram => {
      let count = 10;
      const lines = [head, common, ...body.map((tree) => write(tree, grammar, () => count++))];
      const end = semicolons ? ';\n' : '\n;';
      return { text: `${lines.join(end)}${semicolons ? ';' : ''}\n`, filename: `/app/src/a.${extension}` };
    });
}

export const systemPrograms: fc.Arbitrary<SystemProgram> = fc.oneof(
  programsOf('js', ['module'], HEADS),
  programsOf('ts', ['module', 'typescript'], HEADS),
  programsOf('js', [], REQUIRES),
);
