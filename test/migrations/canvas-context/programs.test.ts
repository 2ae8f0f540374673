import vm from 'node:vm';
import { describe, expect, test } from 'vitest';
import { rewrite } from '../../../src/project/rewrite';
import { fakeCanvas } from '../../support/fake-canvas';

const PROGRAMS: Readonly<Record<string, string>> = {
  'setters between drawings': `
const ctx = HOST.createCanvasContext('a')
ctx.setFillStyle('red')
ctx.fillRect(0, 0, 1, 1)
ctx.setFillStyle('blue')
ctx.setGlobalAlpha(0.5)
ctx.fillRect(0, 0, 1, 1)
ctx.draw()`,
  'every setter': `
const ctx = HOST.createCanvasContext('a')
ctx.setStrokeStyle('red'); ctx.setLineWidth(2); ctx.setLineCap('round')
ctx.setLineJoin('bevel'), ctx.setMiterLimit(4)
ctx.stroke()
ctx.draw()`,
  'values with side effects, in order': `
let count = 0
const ctx = HOST.createCanvasContext('a')
const next = () => { ctx.fillRect(0, 0, 1, 1); return ++count }
ctx.setLineWidth(next())
ctx.setGlobalAlpha((ctx.setFillStyle('red'), next()))
if (count > 1) ctx.setFillStyle('blue'); else ctx.setFillStyle('green')
for (const color of ['a', 'b']) ctx.setStrokeStyle(color), ctx.stroke()
ctx.draw()`,
  'shadows: between drawings, as the only statement of a body, and with a value of each kind': `
const ctx = HOST.createCanvasContext('a')
const theme = { blur: 4, color: 'gray' }
let dark = false
const draw = () => { ctx.fillRect(0, 0, 1, 1); ctx.stroke() }
ctx.setShadow(1, 2, 3, 'red')
draw()
if (dark) ctx.setShadow(0, 0, 0, 'white')
else ctx.setShadow(-1, theme.blur / 2, theme.blur, theme.color)
draw()
for (const x of [1, 2])
  ctx.setShadow(x, x * 2, 4, \`rgba(0, 0, 0, \${x})\`)
draw()
do ctx.setShadow(9, 8, 7, 'green')
while (dark)
draw()
switch (theme.blur) {
  case 4: ctx.setShadow(0, 0, 1, theme.color)
  default:
    draw()
}
ctx.draw()`,
  'shadows whose values draw, fail, or set the shadow themselves': `
const ctx = HOST.createCanvasContext('a')
const shade = (y) => { ctx.setShadow(0, y, 0, 'blue'); ctx.stroke(); return y }
const fail = () => { throw new Error('no color') }
ctx.setShadow(1, shade(2), shade(3), 'red')
ctx.stroke()
try { ctx.setShadow(5, 6, 7, fail()) } catch (e) { ctx.stroke() }
ctx.setShadow(8, 9, ctx.shadowOffsetX, 'red')
ctx.stroke()
let x = 1
ctx.setShadow(x++, x, 0, 'red')
ctx.stroke()
ctx.setShadow(1, 2, 3)
ctx.stroke()
const set = () => ctx.setShadow(4, 3, 2, 'black')
if (set() !== undefined) throw new Error('a setter returns nothing')
ctx.stroke()
ctx.draw()`,
  'a gradient, and a multi-line value': `
const ctx = HOST.createCanvasContext('a')
ctx.setFillStyle(ctx.createLinearGradient(0, 1))
ctx.fillRect(0, 0, 1, 1)
ctx.setFillStyle(
  // by mood
  count() > 0
    ? 'red'
    : 'blue',
)
ctx.fillRect(0, 0, 1, 1)
ctx.draw()
function count() { return 1 }`,
  'a function that receives the context, and one that returns the result of a setter': `
const ctx = HOST.createCanvasContext('a')
function paint(target, color) { target.setFillStyle(color); target.fillRect(0, 0, 1, 1) }
paint(ctx, 'red')
const fill = (color) => ctx.setFillStyle(color)
if (fill('blue') !== undefined) throw new Error('a setter returns nothing')
paint(ctx, 'green')
const set = ctx.setLineWidth
set(3)
ctx.stroke()
ctx.draw()`,
};

const TARO = "const Taro = require('@tarojs/taro')\n";

function drawn(code: string, hasProperties: boolean) {
  const { host, drawings } = fakeCanvas({ hasProperties });
  vm.runInNewContext(`(function (require, wx) {${code}\n})`)(() => host, host);
  // Converted, because objects of another realm have other prototypes.
  return JSON.parse(JSON.stringify(drawings));
}

describe.each(Object.entries(PROGRAMS))('%s', (_, program) => {
  test.each([
    ['wx', undefined],
    ['Taro', ['weapp', 'h5']],
  ])('rewritten canvas programs draw the same on %s', (name, platforms) => {
    const before = (name === 'Taro' ? TARO : '') + program.replace('HOST', name);
    const { code, changed } = rewrite(before, { filename: 'a.js', ...(platforms && { platforms }) });
    expect(changed).toBe(true);
    expect(drawn(before, true).length).toBeGreaterThan(0);
    expect(drawn(code, true)).toEqual(drawn(before, true));
  });

  test.each([
    undefined,
    ['alipay'],
    ['weapp', 'tt'],
  ])('canvas programs stay unchanged for the platforms %s', (platforms) => {
    const before = TARO + program.replace('HOST', 'Taro');
    const { code } = rewrite(before, { filename: 'a.js', ...(platforms && { platforms }) });
    expect(code).toBe(before);
    expect(drawn(code, false)).toEqual(drawn(before, true));
  });
});
