import { compileScript, parse } from '@vue/compiler-sfc';
import { describe, expect, test } from 'vitest';
import { load } from './load-example';
import { readPage } from './pages';

// The code that replaces components and attributes, for each framework of docs/findings/130.md.
const blocks = readPage('130', 'en').blocks('after');
const codeOf = (language: string, text: string) =>
  blocks.find((block) => block.language === language && block.code.includes(text))!.code;

/** A canvas of 300 × 150 pixels on a screen with three dots per pixel, and what is drawn on it. */
function fakeCanvas() {
  const drawn: unknown[] = [];
  const context = {
    scale: (...by: number[]) => drawn.push(['scale', ...by]),
    fillRect: (...rectangle: number[]) => drawn.push(['fillRect', ...rectangle]),
  };
  const node = { width: 0, height: 0, getContext: (type: string) => (type === '2d' ? context : undefined) };
  const query = {
    select: (selector: string) => (selector === '#chart' ? query : undefined),
    fields: () => query,
    exec: (done: (found: unknown[]) => void) => done([{ node, width: 300, height: 150 }]),
  };
  const platform = {
    createSelectorQuery: () => query,
    getWindowInfo: () => ({ pixelRatio: 3 }),
  };
  return { drawn, node, platform };
}

describe('the canvas that replaces canvas-id', () => {
  const expectDrawing = ({ drawn, node }: ReturnType<typeof fakeCanvas>) => {
    expect(node).toMatchObject({ width: 900, height: 450 });
    expect(drawn).toEqual([
      ['scale', 3, 3],
      ['fillRect', 0, 0, 100, 50],
    ]);
  };
  const taro = (platform: object) => ({
    __esModule: true,
    default: platform,
    useReady: (ready: () => void) => ready(),
  });

  test('finding page 130: the React example draws on the canvas with its ID', () => {
    const fake = fakeCanvas();
    const jsx = (type: unknown, props: object) => ({ type, props });
    const { default: Chart } = load(codeOf('tsx', '<Canvas'), {
      '@tarojs/components': { Canvas: 'Canvas' },
      '@tarojs/taro': taro(fake.platform),
      'react/jsx-runtime': { jsx },
    }) as unknown as { default(): unknown };
    expect(Chart()).toMatchObject({ type: 'Canvas', props: { type: '2d', id: 'chart' } });
    expectDrawing(fake);
  });

  test('finding page 130: the Vue example draws on the canvas with its ID', () => {
    const fake = fakeCanvas();
    const { descriptor } = parse(codeOf('vue', 'canvas'));
    const { default: Chart } = load(compileScript(descriptor, { id: 'chart' }).content, {
      '@tarojs/taro': taro(fake.platform),
    }) as unknown as { default: { setup(props: object, context: object): unknown } };
    Chart.setup({}, { expose: () => {} });
    expect(descriptor.template!.content).toContain('type="2d" id="chart"');
    expectDrawing(fake);
  });

  test('finding page 130: the native example draws on the canvas with its ID', () => {
    const fake = fakeCanvas();
    new Function('Page', 'wx', codeOf('js', 'createSelectorQuery'))(
      (page: { onReady(): void }) => page.onReady(),
      fake.platform,
    );
    expect(codeOf('wxml', 'canvas')).toContain('type="2d" id="chart"');
    expectDrawing(fake);
  });
});

test('finding page 130: a tap on the button of the form asks for the message, and the form is sent', () => {
  const calls: unknown[] = [];
  const wx = {
    requestSubscribeMessage: ({ tmplIds }: { tmplIds: string[] }) => calls.push(tmplIds.length),
    request: ({ data }: { data: unknown }) => calls.push(data),
  };
  let page: Record<string, (event: object) => void> = {};
  new Function('Page', 'wx', codeOf('js', 'requestSubscribeMessage'))((given: typeof page) => {
    page = given;
  }, wx);
  for (const event of ['tap', 'submit']) {
    const name = new RegExp(`\\bbind${event}="(\\w+)"`).exec(codeOf('wxml', 'form-type'))![1]!;
    page[name]!({ detail: { value: { dish: 'rice' } } });
  }
  expect(calls).toEqual([1, { dish: 'rice' }]);
});

test('finding page 130: the React example plays, pauses and destroys the sound', () => {
  const calls: string[] = [];
  const audio = {
    src: '',
    play: () => calls.push('play'),
    pause: () => calls.push('pause'),
    destroy: () => calls.push('destroy'),
  };
  const effects: (() => unknown)[] = [];
  const jsx = (type: unknown, props: object) => ({ type, props });
  const { default: Song } = load(codeOf('tsx', 'createInnerAudioContext'), {
    '@tarojs/components': { Button: 'Button' },
    '@tarojs/taro': { __esModule: true, default: { createInnerAudioContext: () => audio } },
    react: {
      useState: (first: () => unknown) => [first()],
      useEffect: (effect: () => unknown) => effects.push(effect),
    },
    'react/jsx-runtime': { jsx, jsxs: jsx, Fragment: 'Fragment' },
  }) as unknown as {
    default(props: object): { props: { children: { props: { onClick(): void } }[] } };
  };
  for (const button of Song({ src: 'song.mp3' }).props.children) button.props.onClick();
  const cleanups = effects.map((effect) => effect());
  expect(audio.src).toBe('song.mp3');
  for (const cleanup of cleanups) if (typeof cleanup === 'function') cleanup();
  expect(calls).toEqual(['play', 'pause', 'destroy']);
});
