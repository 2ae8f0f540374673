import { createCanvas } from '@napi-rs/canvas';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CanvasModule } from '../../support/canvas-pixels';
import { type Bitmap, type CanvasHostOptions, FakeCanvasHost } from '../../support/fake-canvas-page';
import { loadCanvas } from '../../support/load-canvas';
import { evaluateRuntime, sourceOf } from '../../support/runtime-module';

const bitmap = (width: number, height: number) => createCanvas(width, height) as unknown as Bitmap;
const on = (options: Partial<CanvasHostOptions> = {}) => {
  const host = new FakeCanvasHost({ bitmap, ...options });
  const page = host.open();
  return { host, page, ...loadCanvas(host) };
};
const isDrawn = (node: Bitmap | undefined) =>
  node!
    .getContext('2d')
    .getImageData(0, 0, node!.width, node!.height)
    .data.some((byte) => byte > 0);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
vi.spyOn(console, 'error').mockImplementation(() => {});
beforeEach(() => {
  vi.useFakeTimers();
  warn.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('draw', () => {
  test('a canvas that appears later gets all draws in their order, with one query for those that wait', async () => {
    const { host, createCanvasContext } = on({ pixelRatio: 2 });
    const context = createCanvasContext('late');
    const told: number[] = [];
    for (const index of [0, 1, 2]) {
      context.fillRect(index * 10, 0, 5, 5);
      context.draw(true, () => told.push(index));
    }
    await pass(30_000);
    expect(told).toEqual([]);
    const { node } = host.add('late');
    const before = host.queries;
    await pass(300);
    expect(told).toEqual([0, 1, 2]);
    expect(host.queries - before).toBe(1);
    expect([node!.width, node!.height, isDrawn(node)]).toEqual([120, 120, true]);
  });

  test('a draw whose page is gone calls its callback', async () => {
    const { host, page, createCanvasContext } = on();
    const waiting = vi.fn();
    const later = vi.fn();
    const context = createCanvasContext('none');
    context.draw(false, waiting);
    await pass(2000);
    expect(waiting).not.toHaveBeenCalled();
    host.close(page);
    host.open('pages/other/index');
    await pass(300);
    expect(waiting).toHaveBeenCalledOnce();
    context.draw(false, later);
    await pass(2000);
    expect(later).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a context of a module draws on the page that is in front at the draw', async () => {
    const { host, page, createCanvasContext } = on();
    const context = createCanvasContext('a');
    host.close(page);
    host.open('pages/other/index');
    const { node } = host.add('a');
    context.fillRect(0, 0, 9, 9);
    context.draw();
    await pass(200);
    expect(isDrawn(node)).toBe(true);
  });

  test('a recreated element is drawn on at its own size', async () => {
    const { host, createCanvasContext } = on();
    const context = createCanvasContext('a');
    const first = host.add('a');
    context.draw();
    await pass(100);
    host.remove(first);
    const { node } = host.add('a', { width: 40, height: 30 });
    context.fillRect(0, 0, 9, 9);
    context.draw();
    await pass(100);
    expect([node!.width, node!.height, isDrawn(node)]).toEqual([40, 30, true]);
  });

  test('what is drawn stays when the box gets another size', async () => {
    const { host, createCanvasContext } = on();
    const context = createCanvasContext('a');
    const element = host.add('a');
    context.fillRect(0, 0, 9, 9);
    context.draw();
    await pass(100);
    element.width = 80;
    context.draw(true);
    await pass(100);
    expect([element.node!.width, isDrawn(element.node)]).toEqual([80, true]);
  });

  test('a bitmap has at most 4096 pixels on a side', async () => {
    const { host, createCanvasContext } = on({ pixelRatio: 3 });
    const { node } = host.add('a', { width: 375, height: 2048 });
    createCanvasContext('a').draw();
    await pass(100);
    expect([node!.width, node!.height]).toEqual([750, 4096]);
  });

  test('a canvas in a component is found there, and a framework component means the page', async () => {
    const { host, createCanvasContext } = on();
    const component = { __wxExparserNodeId__: 'c' };
    const [inside, outside] = [host.add('a', { scope: component }), host.add('a')];
    for (const given of [component, { props: {} }]) {
      const context = createCanvasContext('a', given);
      context.fillRect(0, 0, 9, 9);
      context.draw();
      await pass(100);
      expect([isDrawn(inside.node), isDrawn(outside.node)]).toEqual([true, given !== component]);
    }
  });

  test('a failed image causes one warning, and paths are relative to the page', async () => {
    const { host, createCanvasContext } = on({ quirks: { stuck: ['/pages/stuck.png'] } });
    host.add('a');
    const context = createCanvasContext('a');
    const done = vi.fn();
    for (const path of ['../stuck.png', 'no.png', './no.png', 'https://a/b.png', 'no.png', ''])
      context.drawImage(path, 0, 0);
    context.draw(false, done);
    await pass(9900);
    expect(done).not.toHaveBeenCalled();
    await pass(300);
    expect(done).toHaveBeenCalledOnce();
    expect(host.requested).toContain('/pages/index/no.png');
    expect(host.requested).toContain('https://a/b.png');
    expect(warn.mock.calls.filter(([text]) => /image no\.png$/.test(text as string))).toHaveLength(1);
  });

  test('two canvases of a page do not wait for each other', async () => {
    const { host, createCanvasContext } = on();
    const there = host.add('there');
    const told: string[] = [];
    for (const id of ['missing', 'there']) {
      const context = createCanvasContext(id);
      context.fillRect(0, 0, 9, 9);
      context.draw(false, () => told.push(id));
    }
    await pass(100);
    expect([told, isDrawn(there.node)]).toEqual([['there'], true]);
    const later = host.add('missing');
    await pass(100);
    expect([told, isDrawn(later.node)]).toEqual([['there', 'missing'], true]);
  });

  test('contexts of two pages that draw on one id find their own canvases', async () => {
    const { host, page, createCanvasContext, canvasToTempFilePath } = on();
    const [first, given] = [createCanvasContext('a'), createCanvasContext('b', page)];
    void canvasToTempFilePath({ canvasId: 'b' });
    const below = host.add('a');
    host.open('pages/other/index');
    const [above, other] = [host.add('a'), host.add('b')];
    for (const context of [first, createCanvasContext('a'), given]) {
      context.fillRect(0, 0, 9, 9);
      context.draw();
    }
    await pass(3000);
    expect([below, above, other].map(({ node }) => isDrawn(node))).toEqual([true, true, false]);
  });

  test('an unanswered query does not lead to the canvas of another page', async () => {
    const { host, createCanvasContext } = on({ quirks: { isSilent: true } });
    const below = createCanvasContext('a');
    const { node } = host.add('a');
    host.open('pages/other/index');
    host.add('a', { is2d: false });
    below.draw();
    const above = createCanvasContext('a');
    above.fillRect(0, 0, 9, 9);
    above.draw();
    await pass(3000);
    expect([isDrawn(node), host.old.length]).toEqual([false, 1]);
  });

  test('a hidden element without a size is drawn on when it is shown, or after a second', async () => {
    const { host, createCanvasContext } = on();
    const element = host.add('a', { width: 0, height: 0 });
    const context = createCanvasContext('a');
    const done = vi.fn();
    context.fillRect(0, 0, 9, 9);
    context.draw(false, done);
    await pass(500);
    expect(done).not.toHaveBeenCalled();
    Object.assign(element, { width: 40, height: 30 });
    await pass(100);
    expect([done.mock.calls.length, element.node!.width, isDrawn(element.node)]).toEqual([1, 40, true]);
    Object.assign(element, { width: 0, height: 0 });
    context.draw(true, done);
    await pass(1500);
    expect([done.mock.calls.length, element.node!.width]).toEqual([2, 40]);
  });

  test('a canvas that is never cleared keeps the pixels of thousands of draws, not their calls', async () => {
    const { host, createCanvasContext, canvasGetImageData } = on();
    const element = host.add('a');
    const context = createCanvasContext('a');
    for (let index = 0; index < 6000; index++) {
      context.fillRect(index ? 5 : 0, 0, 1, 1);
      context.draw(true);
    }
    await pass(10_000);
    const fill = vi.spyOn(element.node!.getContext('2d'), 'fill');
    element.width = 80;
    const read = canvasGetImageData({ canvasId: 'a', x: 0, y: 0, width: 6, height: 1 });
    await pass(200);
    const { data } = await read;
    expect([data[3], data[7], data[23]]).toEqual([255, 0, 255]);
    expect(fill.mock.calls.length).toBe(0);
  });

  test('ten thousand draws that wait for a page are told when it closes', async () => {
    const { host, page, createCanvasContext } = on();
    const context = createCanvasContext('a');
    const done = vi.fn();
    for (let index = 0; index < 10_000; index++) context.draw(true, done);
    host.close(page);
    host.open('pages/other/index');
    await pass(2000);
    expect(done).toHaveBeenCalledTimes(10_000);
  });

  test('a later draw waits for the images of an earlier one', async () => {
    const { host, createCanvasContext } = on({ quirks: { imageDelay: 3000 } });
    host.add('a');
    const context = createCanvasContext('a');
    const told: string[] = [];
    context.drawImage('/no.png', 0, 0);
    context.draw(false, () => told.push('first'));
    context.draw(true, () => told.push('second'));
    await pass(2000);
    expect(told).toEqual([]);
    await pass(2000);
    expect(told).toEqual(['first', 'second']);
  });

  test('a callback that draws or throws does not stop the next draws', async () => {
    const { host, createCanvasContext } = on();
    host.add('a');
    const context = createCanvasContext('a');
    let count = 0;
    const again = () => {
      count++;
      if (count < 200) context.draw(false, again);
      throw new Error('thrown by the app');
    };
    context.draw(false, again);
    await pass(1000);
    expect(count).toBe(200);
  });

  test.each<[string, Partial<CanvasHostOptions>, string]>([
    ['an element of the old interface', {}, 'a'],
    ['an unanswered query', { quirks: { isSilent: true } }, 'a'],
    ['a failing query', { quirks: { queryThrows: true } }, 'a'],
    ['an id that is not a selector', {}, '1 a.b'],
  ])('the old context repeats the calls for %s', async (_, options, id) => {
    const { host, createCanvasContext } = on(options);
    host.add(id, { is2d: false });
    const done = vi.fn();
    const context = createCanvasContext(id);
    context.setFillStyle('red');
    context.font = 'bold 12px serif';
    context.fillRect(1, 2, 3, 4);
    context.draw(true, done);
    await pass(1100);
    expect(host.old).toEqual([
      {
        id,
        component: undefined,
        isReserved: true,
        calls: [
          ['setFillStyle', 'red'],
          ['font=', 'bold 12px serif'],
          ['beginPath'],
          ['rect', 1, 2, 3, 4],
          ['fill'],
        ],
      },
    ]);
    expect(done).toHaveBeenCalledOnce();
  });
});

describe('the context before its element exists', () => {
  test('properties have the assigned values, also after a draw', () => {
    const context = on().createCanvasContext('a');
    context.lineWidth = 3;
    context.setFontSize(20);
    context.draw();
    expect([context.lineWidth, context.font, context.globalAlpha]).toEqual([3, '20px sans-serif', 1]);
    context.save();
    context.lineWidth = 9;
    context.restore();
    expect(context.lineWidth).toBe(3);
  });

  test('measureText needs no element, with or without an offscreen canvas', () => {
    expect(on().createCanvasContext('a').measureText('Wide').width).toBeGreaterThan(10);
    const { createCanvasContext } = on({ quirks: { hasOffscreen: false } });
    expect(createCanvasContext('a').measureText('Wide')).toEqual({ width: 20 });
  });

  test('stops that are added after a draw do not change it', async () => {
    const { host, createCanvasContext } = on();
    const { node } = host.add('a');
    const context = createCanvasContext('a');
    const gradient = context.createLinearGradient(0, 0, 60, 0);
    context.setFillStyle(gradient);
    context.fillRect(0, 0, 60, 60);
    context.draw();
    gradient.addColorStop(0, '#f00');
    await pass(100);
    expect(isDrawn(node)).toBe(false);
  });

  test('fillText without a text fails as before', () => {
    const context = on().createCanvasContext('a');
    expect(() => context.fillText(undefined as never, 0, 0)).toThrow(TypeError);
  });

  test('clearActions forgets the calls', async () => {
    const { host, createCanvasContext } = on();
    const { node } = host.add('a');
    const context = createCanvasContext('a');
    context.fillRect(0, 0, 9, 9);
    (context as unknown as { clearActions(): void }).clearActions();
    context.draw();
    await pass(100);
    expect(isDrawn(node)).toBe(false);
  });
});

describe('canvasToTempFilePath', () => {
  test('exports the draws before it, without waiting for their callbacks', async () => {
    const { host, createCanvasContext, canvasToTempFilePath } = on({
      pixelRatio: 3,
      quirks: { imageDelay: 500 },
    });
    const { node } = host.add('a');
    const context = createCanvasContext('a');
    const order: string[] = [];
    context.drawImage('/no.png', 0, 0);
    context.draw(false, () => order.push('drawn'));
    const success = () => order.push('success');
    const result = canvasToTempFilePath({
      canvasId: 'a',
      quality: 1,
      success,
      complete: () => order.push('complete'),
    });
    await pass(1000);
    expect((await result).tempFilePath).toBe('wxfile://tmp_1.png');
    expect(order).toEqual(['drawn', 'success', 'complete']);
    expect(host.exports).toEqual([{ canvas: node, quality: 1, destWidth: 180, destHeight: 180 }]);
  });

  test('a part is given in pixels of the bitmap', async () => {
    const { host, canvasToTempFilePath } = on({ pixelRatio: 2 });
    const { node } = host.add('a');
    void canvasToTempFilePath({ canvasId: 'a', x: 10, y: -5, width: 20, height: 999, destWidth: 7 });
    await pass(100);
    expect(host.exports).toEqual([
      { canvas: node, x: 20, y: 0, width: 40, height: 120, destWidth: 7, destHeight: 120 },
    ]);
  });

  test('without an element it fails within seconds, and causes no unhandled rejection', async () => {
    const { host, canvasToTempFilePath } = on();
    const fail = vi.fn();
    void canvasToTempFilePath({ canvasId: 'a', fail });
    await pass(1500);
    expect(fail).toHaveBeenCalledExactlyOnceWith({ errMsg: 'canvasToTempFilePath: fail canvas is empty' });
    expect(host.exports).toEqual([]);
  });

  test('an export that the client never answers does not stop later draws', async () => {
    const { host, createCanvasContext, canvasToTempFilePath } = on({ quirks: { exportsSilently: true } });
    host.add('a');
    void canvasToTempFilePath({ canvasId: 'a' });
    const done = vi.fn();
    createCanvasContext('a').draw(false, done);
    await pass(1500);
    expect(done).toHaveBeenCalledOnce();
  });

  test('an element that is recreated during an export gets the pixels that are written next', async () => {
    const { host, canvasPutImageData, canvasToTempFilePath } = on({ quirks: { exportsSilently: true } });
    const first = host.add('a');
    void canvasToTempFilePath({ canvasId: 'a' });
    void canvasPutImageData({
      canvasId: 'a',
      x: 0,
      y: 0,
      width: 1,
      data: Uint8ClampedArray.of(9, 9, 9, 255),
    });
    await pass(500);
    host.remove(first);
    const { node } = host.add('a');
    await pass(1000);
    expect(isDrawn(node)).toBe(true);
  });

  test('an element of the old interface and a given node are exported as before', async () => {
    const { host, canvasToTempFilePath } = on({ quirks: { isPromised: false } });
    host.add('a', { is2d: false });
    const canvas = {};
    void canvasToTempFilePath({ canvas });
    const result = canvasToTempFilePath({ canvasId: 'a', x: 3 });
    await pass(200);
    expect(host.exports).toEqual([{ canvas }, { canvasId: 'a', x: 3 }]);
    expect((await result).tempFilePath).toBe('wxfile://tmp_2.png');
  });
});

describe('canvasGetImageData and canvasPutImageData', () => {
  const colors = (width: number, height: number) =>
    Uint8ClampedArray.from({ length: width * height * 4 }, (_, index) => (index % 4 === 3 ? 255 : index * 7));

  test('the pixels of the draws before are read, one per CSS pixel', async () => {
    const { host, createCanvasContext, canvasGetImageData } = on({ pixelRatio: 3 });
    host.add('a');
    const context = createCanvasContext('a');
    context.setFillStyle('#123456');
    context.fillRect(10, 10, 5, 5);
    context.draw();
    const told: unknown[] = [];
    const option = {
      ...{ canvasId: 'a', x: 8, y: 9, width: 4, height: 2 },
      success(answer: object) {
        told.push('success', this, answer);
      },
      complete(answer: object) {
        told.push('complete', this, answer);
      },
    };
    const result = canvasGetImageData(option);
    await pass(100);
    const [empty, color] = [
      [0, 0, 0, 0],
      [0x12, 0x34, 0x56, 255],
    ] as const;
    const data = Uint8ClampedArray.of(...Array(6).fill(empty).flat(), ...color, ...color);
    const expected = { errMsg: 'canvasGetImageData:ok', width: 4, height: 2, data };
    expect(await result).toEqual(expected);
    expect(told).toEqual(['success', option, expected, 'complete', option, expected]);
  });

  test.each([1, 2, 2.625, 3])('at a pixel ratio of %d, what is written is read', async (pixelRatio) => {
    const { host, canvasGetImageData, canvasPutImageData } = on({ pixelRatio });
    host.add('a');
    const place = { canvasId: 'a', x: 3, y: 7, width: 20, height: 11 };
    const data = colors(20, 11);
    const written = canvasPutImageData({ ...place, data });
    const read = canvasGetImageData(place);
    await pass(100);
    expect(await written).toEqual({ errMsg: 'canvasPutImageData:ok' });
    expect((await read).data).toEqual(data);
  });

  test('a pixel fills its place on the bitmap', async () => {
    const { host, canvasPutImageData } = on({ pixelRatio: 2 });
    const { node } = host.add('a');
    // The height is optional, and the app may go on with its objects.
    const option = { canvasId: 'a', x: 5, y: 6, width: 1, data: Uint8ClampedArray.of(9, 8, 7, 255) };
    void canvasPutImageData(option);
    option.data.fill(0);
    option.x = 0;
    await pass(100);
    const { data } = node!.getContext('2d').getImageData(9, 11, 4, 4);
    const pixels = Array.from({ length: 16 }, (_, index) => data[index * 4]);
    expect(pixels).toEqual([0, 0, 0, 0, 0, 9, 9, 0, 0, 9, 9, 0, 0, 0, 0, 0]);
  });

  test('pixels stay when the element changes its size, until a draw clears them', async () => {
    const { host, createCanvasContext, canvasGetImageData, canvasPutImageData } = on({ pixelRatio: 2 });
    const element = host.add('a');
    const context = createCanvasContext('a');
    context.fillRect(0, 0, 1, 1);
    context.draw();
    const data = colors(2, 1);
    void canvasPutImageData({ canvasId: 'a', x: 0, y: 0, width: 2, height: 1, data });
    await pass(100);
    element.width = 80;
    const read = () => canvasGetImageData({ canvasId: 'a', x: 0, y: 0, width: 2, height: 1 });
    context.draw(true);
    const kept = read();
    await pass(200);
    expect([element.node!.width, (await kept).data]).toEqual([160, data]);
    context.draw();
    element.width = 60;
    const cleared = read();
    await pass(200);
    expect((await cleared).data).toEqual(new Uint8ClampedArray(8));
    context.fillRect(0, 0, 99, 1);
    context.draw();
    await pass(200);
    element.width = 80;
    const grown = canvasGetImageData({ canvasId: 'a', x: 70, y: 0, width: 1, height: 1 });
    await pass(200);
    expect((await grown).data).toEqual(Uint8ClampedArray.of(0, 0, 0, 255));
  });

  test('parts side by side leave no gap and cover nothing of each other', async () => {
    const { host, canvasPutImageData } = on({ pixelRatio: 1.5 });
    const { node } = host.add('a');
    for (const x of [2, 1, 0])
      void canvasPutImageData({
        canvasId: 'a',
        x,
        y: 0,
        width: 1,
        data: Uint8ClampedArray.of(x + 1, 0, 0, 255),
      });
    await pass(200);
    const { data } = node!.getContext('2d').getImageData(0, 0, 6, 1);
    expect([0, 1, 2, 3, 4, 5].map((at) => data[at * 4])).toEqual([1, 1, 2, 3, 3, 0]);
  });

  test('an element of the old interface gets the old calls, and without an element they fail', async () => {
    const { host, canvasGetImageData, canvasPutImageData } = on();
    const data = colors(1, 1);
    const place = { canvasId: 'a', x: 0, y: 0, width: 1, height: 1 };
    const fail = vi.fn();
    void canvasPutImageData({ ...place, data, fail });
    await pass(1500);
    expect(fail).toHaveBeenCalledExactlyOnceWith({ errMsg: 'canvasPutImageData: fail canvas is empty' });
    host.add('a', { is2d: false });
    void canvasPutImageData({ ...place, data });
    const read = canvasGetImageData(place);
    await pass(100);
    expect(host.pixels).toEqual([{ ...place, data }, place]);
    expect((await read).data).toHaveLength(4);
  });

  test('a part without pixels fails', async () => {
    const { host, canvasGetImageData } = on();
    host.add('a');
    const fail = vi.fn();
    void canvasGetImageData({ canvasId: 'a', x: 0, y: 0, width: 0, height: 0, fail });
    await pass(100);
    expect(fail).toHaveBeenCalledExactlyOnceWith({
      errMsg: expect.stringContaining('canvasGetImageData: fail '),
    });
  });

  test('other platforms have their own functions', async () => {
    const { host, canvasGetImageData, canvasPutImageData } = on({ platform: 'h5' });
    void canvasGetImageData({ canvasId: 'a' });
    void canvasPutImageData({ canvasId: 'b' });
    expect(host.pixels).toEqual([{ canvasId: 'a' }, { canvasId: 'b' }]);
  });
});

test.each([
  ['weapp', '2.25.3', '2d'],
  ['weapp', '2.25.10', '2d'],
  ['weapp', '2.30.0', '2d'],
  ['weapp', '3.0.0', '2d'],
  ['weapp', '2.25.2', ''],
  ['weapp', '2.9.9', ''],
  ['h5', '3.0.0', ''],
  ['alipay', '3.0.0', ''],
])('on %s with base library %s, canvasType is "%s"', (platform, library, type) => {
  expect(on({ platform, library }).canvasType).toBe(type);
});

test('other platforms have their own context', () => {
  const { host, createCanvasContext } = on({ platform: 'alipay' });
  const context = createCanvasContext('a');
  context.draw();
  expect(host.old).toHaveLength(1);
  expect(host.queries).toBe(0);
});

test('on Taro 1 and 2, which lack some functions, those of WeChat are called', async () => {
  const host = new FakeCanvasHost({ bitmap, pixelRatio: 3 });
  host.open();
  const { getAppBaseInfo, getWindowInfo, createOffscreenCanvas, ...taro } = host.taro;
  const canvas = evaluateRuntime(sourceOf('canvas', '.taro2'), {
    require: () => ({ __esModule: true, default: { ...taro, getSystemInfoSync: () => ({ pixelRatio: 1 }) } }),
    process: { env: { TARO_ENV: 'weapp' } },
    getCurrentPages: () => host.pages.slice(),
    wx: { getAppBaseInfo, getWindowInfo, createOffscreenCanvas },
  }) as CanvasModule;
  const { node } = host.add('a');
  canvas.createCanvasContext('a').draw();
  await pass(100);
  expect([canvas.canvasType, node!.width]).toEqual(['2d', 180]);
  expect(canvas.createCanvasContext('a').measureText('Wide').width).toBeGreaterThan(10);
});
