/** Random lives of an app with canvases on a random host, with the invariants to check at their end. */
import * as fc from 'fast-check';
import { FakeBitmap } from '../../support/fake-2d-context';
import {
  type CanvasHostOptions,
  type Element,
  FakeCanvasHost,
  type FakePage,
} from '../../support/fake-canvas-page';
import { loadCanvas } from '../../support/load-canvas';
import { mostly } from '../../support/random';
import { microtasks, VirtualClock } from '../../support/virtual-clock';
import { PICTURE } from './drawing-model';

type Reaction = 'nothing' | 'draw' | 'ask' | 'throw';

const APIS = ['canvasToTempFilePath', 'canvasGetImageData', 'canvasPutImageData'] as const;

type Step =
  | { do: 'open' }
  | { do: 'close' }
  | { do: 'add'; id: string; is2d: boolean; width: number }
  | { do: 'remove'; id: string }
  | { do: 'size'; id: string; width: number }
  | { do: 'context'; id: string; isOfPage: boolean }
  | { do: 'draw'; context: number; image: string; isReserved: boolean; react: Reaction }
  | { do: 'ask'; id: string; api: (typeof APIS)[number] }
  | { do: 'wait'; ms: number };

export interface CanvasLife {
  quirks: NonNullable<CanvasHostOptions['quirks']>;
  steps: Step[];
}

const STUCK = '/stuck.png';

const id = mostly('a', 'b');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom<Step>({ do: 'open' }, { do: 'close' }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      id,
      is2d: mostly(true, false),
      width: mostly(60, 0),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), id }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('size' as const), id, width: fc.constantFrom(60, 90, 0) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('context' as const), id, isOfPage: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('draw' as const),
      context: fc.nat(3),
      image: mostly('', PICTURE, '/missing.png', STUCK),
      isReserved: fc.boolean(),
      react: mostly<Reaction>('nothing', 'draw', 'ask', 'throw'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('ask' as const), id, api: fc.constantFrom(...APIS) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(0, 20, 60, 400, 1200, 11_000),
    }),
  },
);

export const canvasLives: fc.Arbitrary<CanvasLife> = fc.record({
  quirks: fc.record({
    queryDelay: mostly(0, 30, 400),
    isSilent: mostly(false, true),
    stuck: fc.constant([STUCK]),
    imageDelay: mostly(0, 400),
    queryThrows: mostly(false, false, false, true),
    exportsSilently: mostly(false, true),
    isPromised: mostly(true, false),
  }),
  steps: fc.array(step, { minLength: 1, maxLength: 14 }),
});

interface Noted {
  /** What it draws, as text. */
  mark: string;
  id: string;
  page: FakePage;
  isReserved: boolean;
  at: number;
  /** The element of the page at the call, while it stays as it was. */
  element: Element | undefined;
  calledAt?: number;
  errMsg?: string;
  isOwn: boolean;
}

/** An export, or the reading or writing of pixels. */
interface Asked {
  at: number;
  toldAt?: number;
  order: string[];
  /** The draws of the same canvas before it. */
  before: Noted[];
}

/** Time limit in ms for a draw on an element that is there, without delays of the host. */
const PROMPT = 1200;

/** Lives one life and throws on a broken invariant. */
export async function checkCanvas({ quirks, steps }: CanvasLife, source?: string): Promise<void> {
  const clock = new VirtualClock();
  const host = new FakeCanvasHost({
    bitmap: (width, height) => new FakeBitmap(width, height),
    pixelRatio: 2,
    clock,
    pictures: { [PICTURE]: new FakeBitmap(8, 6) },
    quirks,
  });
  const broken = (text: string): never => {
    throw new Error(text);
  };
  host.open();
  const canvas = loadCanvas(host, source, clock);
  const front = () => host.pages.at(-1)!;
  const find = (of: string, page = front()) =>
    host.elements.find((one) => one.id === of && one.scope === page);
  const marksOn = ({ node }: Element) =>
    (node as FakeBitmap).marks.filter(({ action }) => action === 'fillText').map(({ given }) => given[0]);
  const isOld = (mark: string) =>
    host.old.filter(({ calls }) => calls.some(([name, text]) => name === 'fillText' && text === mark));

  const contexts: {
    id: string;
    /** As given to the context. */
    page: FakePage | undefined;
    /** In front when it was created. */
    first: FakePage;
    own: ReturnType<typeof canvas.createCanvasContext>;
  }[] = [];
  const draws: Noted[] = [];
  /** The draws of each element in the order of their callbacks. */
  const drawn = new Map<Element, Noted[]>();
  const asked: Asked[] = [];
  /** Also those that are no longer in a page. */
  const elements: Element[] = [];
  let reactions = 6;

  const touch = (element: Element | undefined) => {
    for (const draw of draws) if (draw.element === element) draw.element = undefined;
  };
  const open = (of: string, isOfPage: boolean) => {
    const page = isOfPage ? front() : undefined;
    contexts.push({ id: of, page, first: front(), own: canvas.createCanvasContext(of, page) });
  };
  const ask = (of: string, api: (typeof APIS)[number] = 'canvasToTempFilePath') => {
    const page = front();
    const before = draws.filter((draw) => draw.id === of && draw.page === page && draw.isOwn);
    const noted: Asked = { at: clock.now(), order: [], before };
    asked.push(noted);
    const on = (name: string) => () => {
      noted.order.push(name);
      noted.toldAt ??= clock.now();
      if (name === 'success' && before.some(({ calledAt }) => calledAt === undefined))
        broken(`${api} before an earlier draw`);
    };
    canvas[api]({
      canvasId: of,
      ...(api !== 'canvasToTempFilePath' && { x: 1, y: 1, width: 2, height: 1 }),
      ...(api === 'canvasPutImageData' && { data: new Uint8ClampedArray(8) }),
      success: on('success'),
      fail: on('fail'),
      complete: on('complete'),
    }).then(
      () => noted.order.push('resolved'),
      () => noted.order.push('rejected'),
    );
  };
  const draw = (index: number, image: string, isReserved: boolean, react: Reaction) => {
    if (contexts.length === 0) open('a', false);
    const context = contexts[index % contexts.length]!;
    const page = context.page ?? front();
    const mark = `draw ${draws.length}`;
    const element = host.pages.includes(page) ? find(context.id, page) : undefined;
    const isOwn = !context.page || context.page === front();
    const noted: Noted = { mark, id: context.id, page, isReserved, at: clock.now(), element, isOwn };
    draws.push(noted);
    context.own.fillText(mark, 0, 0);
    if (image) context.own.drawImage(image, 0, 0);
    context.own.draw(isReserved, (result) => {
      if (noted.calledAt !== undefined) broken(`called twice: ${mark}`);
      noted.calledAt = clock.now();
      noted.errMsg = result.errMsg;
      const late = draws.find(
        (one) => one.id === noted.id && one.page === page && one.isOwn && isOwn && one.calledAt === undefined,
      );
      if (isOwn && late && draws.indexOf(late) < draws.indexOf(noted)) broken(`${mark} before ${late.mark}`);
      const on = elements.filter((one) => one.node && marksOn(one).includes(mark));
      if (on[0] && on[0].scope !== page && on[0].scope !== context.first)
        broken(`drawn on another page: ${mark}`);
      if (on.length > 1 || isOld(mark).length > 1) broken(`drawn twice: ${mark}`);
      for (const one of on) drawn.set(one, [...(drawn.get(one) ?? []), noted]);
      if (noted.element?.node && !quirks.queryThrows && on[0] !== noted.element)
        broken(`not drawn on its element: ${mark}`);
      if (noted.element && !noted.element.node && isOld(mark).length === 0)
        broken(`not drawn on its old element: ${mark}`);
      if (react === 'nothing' || reactions-- <= 0) return;
      if (react === 'throw') throw new Error('thrown by the app');
      if (react === 'draw') draw(index, '', true, 'nothing');
      if (react === 'ask') ask(noted.id);
    });
    if (noted.calledAt !== undefined) broken(`called before draw returns: ${mark}`);
  };

  for (const one of steps) {
    if (one.do === 'open') host.open(`pages/${host.pages.length}/index`);
    else if (one.do === 'close' && host.pages.length > 1) {
      const page = front();
      for (const draw of draws) if (draw.page === page) draw.element = undefined;
      host.close(page);
    } else if (one.do === 'add' && !find(one.id))
      elements.push(host.add(one.id, { is2d: one.is2d, width: one.width }));
    else if (one.do === 'remove') {
      const element = find(one.id);
      if (element) host.remove(element);
      touch(element);
    } else if (one.do === 'size') {
      const element = find(one.id);
      if (element) element.width = one.width;
    } else if (one.do === 'context') open(one.id, one.isOfPage);
    else if (one.do === 'draw') draw(one.context, one.image, one.isReserved, one.react);
    else if (one.do === 'ask') ask(one.id, one.api);
    else if (one.do === 'wait') await clock.advance(one.ms);
    await microtasks();
  }

  // The end: what waits for an element ends with its page.
  reactions = 0;
  await clock.advance(200_000);
  const isDelayed =
    quirks.queryDelay ||
    quirks.isSilent ||
    quirks.imageDelay ||
    quirks.exportsSilently ||
    steps.some((one) => ('image' in one && one.image === STUCK) || ('width' in one && one.width === 0));
  for (const { mark, element, at, calledAt } of draws) {
    if (!element) continue;
    if (calledAt === undefined) broken(`no callback although its element is there: ${mark}`);
    if (!isDelayed && calledAt! > at + PROMPT) broken(`late: ${mark}`);
  }
  for (const { at, toldAt, before } of asked)
    if (before.length === 0 && !isDelayed && toldAt! - at > 2 * PROMPT) broken('an export is told late');
  for (const [{ node }, all] of drawn) {
    const from = all.map(({ isReserved }) => isReserved).lastIndexOf(false);
    const marks = (node as FakeBitmap).marks.filter(({ action }) => action === 'fillText');
    const texts = marks.map(({ given }) => given[0]);
    const expected = all.slice(Math.max(from, 0)).map(({ mark }) => mark);
    if (texts.join() !== expected.join()) broken(`shows ${texts} instead of ${expected}`);
  }
  host.pages = [];
  host.open('pages/last/index');
  await clock.advance(200_000);
  for (const { mark, calledAt, errMsg } of draws) {
    if (calledAt === undefined) broken(`no callback: ${mark}`);
    if (!/^drawCanvas:(ok|fail no canvas)$/.test(errMsg!)) broken(`${mark}: ${errMsg}`);
  }
  if (!quirks.exportsSilently)
    for (const { order } of asked) {
      const [first] = order;
      const expected = [first, 'complete', first === 'success' ? 'resolved' : 'rejected'];
      if (!/^(success|fail)$/.test(first ?? '') || order.join() !== expected.join())
        broken(`an export was told ${order}`);
    }
  if (clock.pending > 0) broken(`${clock.pending} timers at the end`);
  const { queries } = host;
  await clock.advance(60_000);
  if (host.queries !== queries) broken('queries without an end');
}
