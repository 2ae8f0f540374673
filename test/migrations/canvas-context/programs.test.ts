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
