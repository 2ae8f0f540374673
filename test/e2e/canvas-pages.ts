import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { type New, type Pictures, paintPicture } from '../support/canvas-drawings';
import { type Bitmap, type Element, FakeCanvasHost, type FakePage } from '../support/fake-canvas-page';
import { FakeMy } from '../support/fake-my';
import { type BaseLibrary, FakeSystem } from '../support/fake-system';
import { FakeWx } from '../support/fake-wx';
import type { HostName, WeappPage } from '../support/weapp-harness';
import { pass, playing } from './pages';

/** The example's pages with a canvas that is exported. */
export const CANVAS_PAGES = ['pages/invite/index', 'pages/signature/index'];
/** The page of the Vue app with two canvases. */
export const VUE_CANVAS_PAGES = ['pages/card/index'];
export const CANVAS_2D = 'create-canvas-context-to-canvas-2d';
/** The plugin with the migration to Canvas 2D, which is opt-in. */
export const WITH_CANVAS_2D = ['taro-modernize', { migrations: ['default', CANVAS_2D] }];

const TEMPLATES = { wx: 'base.wxml', tt: 'base.ttml', my: 'base.axml' };
/** Touches on a canvas, in CSS pixels. */
const LINE = [
  [20, 30],
  [60, 80],
  [120, 40],
] as const;

const bitmap = (width: number, height: number) => createCanvas(width, height) as unknown as Bitmap;
const picture = (width: number) => {
  const made = bitmap(width, 6);
  paintPicture(made.getContext('2d'));
  return made;
};
const PICTURES: Record<string, Bitmap> = {
  'wxfile://tmp/cover.png': picture(8),
  'wxfile://tmp/avatar.png': picture(5),
  'wxfile://tmp/qrcode.png': picture(3),
};

/** What the pages have drawn, and the calls that reached the host. */
export interface Played {
  /** The attributes of each canvas, as the built template has them. */
  readonly attributes: Record<string, unknown>[];
  readonly elements: readonly Element[];
  /** The calls of `createCanvasContext`. */
  readonly contexts: unknown[];
  readonly host: FakeCanvasHost;
  /** The files in the user's album. */
  readonly album: readonly string[];
  /** The texts that the pages show in the end. */
  readonly texts: string[];
}

/** Opens the pages of a built app on a phone, draws, signs, exports and saves. */
export async function playCanvases(
  folder: string,
  pages: readonly string[],
  platform: HostName = 'wx',
  library: BaseLibrary = '3.7.0',
): Promise<Played> {
  const client = platform === 'my' ? new FakeMy() : new FakeWx(new FakeSystem({ library }));
  const host = new FakeCanvasHost({ bitmap, pictures: PICTURES });
  const played: Played = {
    attributes: [],
    elements: host.elements,
    contexts: [],
    host,
    album: client.album,
    texts: [],
  };
  const { createSelectorQuery, canvasToTempFilePath, createCanvasContext } = host.taro;
  Object.assign(client.wx, {
    createSelectorQuery,
    canvasToTempFilePath,
    createCanvasContext: (...given: unknown[]) => {
      played.contexts.push(given[0]);
      return (createCanvasContext as (...given: unknown[]) => object)(...given);
    },
  });

  /** Puts the canvases of a page on the screen, as the client does when it renders the template. */
  const show = (page: WeappPage) => {
    host.pages.push(page.instance as unknown as FakePage);
    for (const own of renderedCanvases(folder, page, platform)) {
      played.attributes.push(own);
      const is2d = own.type === '2d';
      const [, width, height] = /width: ?(\d+)px; ?height: ?(\d+)px/.exec(String(own.style))!.map(Number);
      host.add(String(is2d ? own.id : own['canvas-id']), {
        scope: page.instance,
        width: width!,
        height: height!,
        is2d,
      });
    }
  };
  const USES: Record<string, (page: WeappPage) => Promise<string>> = {
    'pages/invite/index': async (page) => {
      expect(page.text('tip')).toBe('海报已生成');
      page.tap('保存到相册');
      await pass(2000);
      return page.text('tip');
    },
    'pages/signature/index': async (page) => {
      sign(page, 'signature');
      page.tap('提交签名');
      await pass(2000);
      return page.text('result');
    },
    'pages/card/index': async (page) => {
      sign(page, 'sign');
      expect(page.text('status')).toBe('贺卡已生成');
      page.tap('保存贺卡');
      await pass(2000);
      return page.text('status');
    },
  };
  await playing(
    folder,
    async (open) => {
      for (const route of pages) {
        const page = await open(route);
        show(page);
        await pass(1000);
        played.texts.push(await USES[route]!(page));
      }
    },
    platform,
    client,
  );
  return played;
}

function sign(page: WeappPage, id: string): void {
  for (const [index, [x, y]] of LINE.entries()) page.touch(id, index ? 'touchmove' : 'touchstart', { x, y });
}

/** The attributes of the canvases in a page, made from its data by the built template. */
function renderedCanvases(folder: string, page: WeappPage, platform: HostName): Record<string, unknown>[] {
  const template = readFileSync(join(folder, TEMPLATES[platform]), 'utf8');
  const [, name, written] = /<template name="tmpl_0_([\w-]+)">\s*<canvas ([^>]*)>/.exec(template)!;
  const attributes = [...written!.matchAll(/([\w-]+)="\{\{(.*?)\}\}"/g)];
  const helpers = { b: (value: unknown, initial: unknown) => (value === undefined ? initial : value) };
  return page
    .nodes((node) => node.nn === name)
    .map((node) =>
      Object.fromEntries(
        attributes.map(([, attribute, expression]) => [
          attribute,
          new Function('i', 'xs', `return ${expression}`)(node, helpers),
        ]),
      ),
    );
}

/** The same drawings in 2D code, by the id of the canvas. */
const EXPECTED: Record<string, (context: New, pictures: Pictures) => void> = {
  invite(context, pictures) {
    context.fillStyle = '#ffffff';
    context.beginPath();
    context.rect(0, 0, 300, 400);
    context.fill();
    context.drawImage(pictures['wxfile://tmp/cover.png']!, 0, 0, 300, 200);
    context.save();
    context.beginPath();
    context.arc(50, 250, 30, 0, Math.PI * 2);
    context.clip();
    context.drawImage(pictures['wxfile://tmp/avatar.png']!, 20, 220, 60, 60);
    context.restore();
    context.fillStyle = '#333333';
    context.font = '16px sans-serif';
    context.fillText('小明邀请你一起录音', 95, 245);
    context.fillStyle = '#999999';
    context.font = '12px sans-serif';
    context.fillText('长按识别小程序码', 95, 270);
    context.drawImage(pictures['wxfile://tmp/qrcode.png']!, 110, 300, 80, 80);
  },
  signature: (context) => paintLine(context, '#1a1a1a'),
  card(context, pictures) {
    context.drawImage(pictures['wxfile://tmp/cover.png']!, 0, 0, 300, 200);
    context.fillStyle = '#cc0000';
    context.font = '24px sans-serif';
    context.textAlign = 'center';
    context.fillText('新年快乐', 150, 60);
  },
  sign: (context) => paintLine(context, '#000000'),
};

function paintLine(context: New, color: string): void {
  context.strokeStyle = color;
  context.lineWidth = 4;
  context.lineCap = 'round';
  for (const [index, [x, y]] of LINE.slice(1).entries()) {
    const [startX, startY] = LINE[index]!;
    context.beginPath();
    context.moveTo(startX, startY);
    context.lineTo(x, y);
    context.stroke();
  }
}

/** Expects the pages of a built weapp app to draw on 2D canvases, and never to call the old functions. */
export async function expectCanvas2d(folder: string, pages: readonly string[]): Promise<void> {
  const { attributes, elements, contexts, host, album, texts } = await playCanvases(folder, pages);
  expect(attributes.length).toBe(2);
  for (const own of attributes) expect(own).toMatchObject({ id: own['canvas-id'], type: '2d' });
  expect(contexts).toEqual([]);
  expect(host.old).toEqual([]);
  const ratio = 3;
  for (const { id, node, width, height } of elements) {
    const expected = bitmap(width * ratio, height * ratio);
    const context = expected.getContext('2d');
    context.scale(ratio, ratio);
    EXPECTED[id]!(context, PICTURES as unknown as Pictures);
    expect(pngOf(node!), id).toBe(pngOf(expected));
  }
  expect(host.exports.length).toBe(texts.length);
  for (const option of host.exports) {
    expect(elements.map(({ node }) => node)).toContain(option.canvas);
    expect(option).not.toHaveProperty('canvasId');
  }
  expect(album).toEqual(['wxfile://tmp_1.png']);
}

function pngOf(canvas: Bitmap): string {
  return (canvas as unknown as Canvas).toDataURL('image/png');
}

/**
 * Uses the pages in a browser.
 * @returns the pictures of their canvases
 */
export async function signOnH5(browser: Browser, url: string): Promise<string[]> {
  const context = await browser.newContext({ hasTouch: true });
  const headers = { 'access-control-allow-origin': '*' };
  await context.route('https://example.com/*.png', (route) => {
    const name = route.request().url().split('/').at(-1)!;
    const body = (PICTURES[`wxfile://tmp/${name}`] as unknown as Canvas).toBuffer('image/png');
    return route.fulfill({ contentType: 'image/png', headers, body });
  });
  const drawn = () => document.querySelector('canvas')!.toDataURL();
  const pictures: string[] = [];

  const poster = await context.newPage();
  await poster.goto(`${url}/#/pages/invite/index`);
  await poster.locator('.tip').getByText('海报已生成').waitFor();
  pictures.push(await poster.evaluate(drawn));
  const download = poster.waitForEvent('download');
  await poster.getByText('保存到相册', { exact: true }).click();
  await poster.locator('.tip').getByText('已保存到相册').waitFor();
  await download;

  const pad = await context.newPage();
  await pad.goto(`${url}/#/pages/signature/index`);
  const canvas = pad.locator('canvas');
  const box = (await canvas.boundingBox())!;
  for (const [index, [x, y]] of LINE.entries()) {
    const touch = { identifier: 0, pageX: box.x + x, pageY: box.y + y };
    await canvas.dispatchEvent(index ? 'touchmove' : 'touchstart', { touches: [touch] });
  }
  await pad.getByText('提交签名', { exact: true }).click();
  const signed = await pad.locator('.result').filter({ hasText: /./ }).innerText();
  expect(signed).toBe(await pad.evaluate(drawn));
  await pad.getByText('重写', { exact: true }).click();
  await pad.waitForFunction((before) => document.querySelector('canvas')!.toDataURL() !== before, signed);
  pictures.push(signed);
  await context.close();
  return pictures;
}
