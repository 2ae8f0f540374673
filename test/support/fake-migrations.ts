import { rewritten } from '../../src/messages/reasons';
import { assign, rename, split, toRuntime, withArguments } from '../../src/migrations/handlers';
import type { MarkupChange, MarkupRule } from '../../src/migrations/markup';
import { defineMigration, type Migration } from '../../src/migrations/migration';

const fake = (name: string, rest: Pick<Migration, 'apis' | 'results' | 'runtime' | 'markup'>) =>
  defineMigration({
    name,
    summary: { en: name, zh: name },
    docs: 'https://example.com',
    guide: name,
    codePrefix: 'FAK',
    ...rest,
  });

const songs = {
  playSong: withArguments(
    rename('startSong'),
    { kind: 'rename-option', name: 'dataUrl', to: 'src' },
    { kind: 'remove-option', name: 'coverImgUrl' },
    { kind: 'add-option', name: 'obeyMuteSwitch', value: false },
  ),
  seekSong: withArguments(rename('seek'), { kind: 'insert-argument', argument: 0, value: null }),
  moveSong: withArguments(rename('move'), { kind: 'remove-argument', argument: 1 }),
  fadeSong: withArguments(
    rename('fade'),
    { kind: 'multiply-option', name: 'after', by: 1000 },
    { kind: 'multiply-option', name: 'seconds', by: 1000 },
    { kind: 'rename-option', name: 'seconds', to: 'duration' },
  ),
};

const fields = {
  windowWidth: 'getWindowInfo',
  windowHeight: 'getWindowInfo',
  brand: 'getDeviceInfo',
  model: 'getDeviceInfo',
};

const info = {
  getSystemInfoSync: split(fields),
};

const results = {
  createCanvasContext: {
    setFillStyle: assign('fillStyle'),
    setLineWidth: assign('lineWidth'),
    setShadow: assign(['shadowOffsetX', 'shadowOffsetY', 'shadowBlur', 'shadowColor']),
    strokeText: rename('outlineText'),
    drawImage: withArguments(rename('paintImage'), { kind: 'remove-argument', argument: 1 }),
  },
  createAudioContext: { setSrc: assign('src') },
};

const rewriting = (
  tag: string,
  attribute: string | undefined,
  changes: readonly MarkupChange[],
  rest: Partial<MarkupRule> = {},
): MarkupRule => ({
  tag,
  ...(attribute !== undefined && { members: [{ attribute }] }),
  decide: ({ attributeOf }) =>
    attributeOf('type') ? undefined : { reason: rewritten.attribute('new'), changes },
  ...rest,
});

const markup: readonly MarkupRule[] = [
  rewriting(
    'canvas',
    'canvas-id',
    [
      { kind: 'set-attribute', name: 'id', value: { of: 'found' } },
      { kind: 'set-attribute', name: 'type', value: { runtime: 'canvasType' } },
    ],
    { syntaxes: ['jsx', 'call', 'vue'] },
  ),
  rewriting(
    'canvas',
    'canvas-id',
    [
      { kind: 'set-attribute', name: 'id', value: { of: 'found' } },
      { kind: 'set-attribute', name: 'type', value: '2d' },
    ],
    { syntaxes: ['wxml'] },
  ),
  rewriting('map', 'old-covers', [{ kind: 'rename-attribute', to: 'new-markers' }]),
  rewriting('slider', 'old-color', [
    { kind: 'rename-attribute', to: 'new-color' },
    { kind: 'set-attribute', name: 'block-size', value: 28 },
    { kind: 'set-attribute', name: 'is-plain', value: false },
  ]),
  rewriting('audio', undefined, [{ kind: 'set-attribute', name: 'alt-text', value: 'a b' }]),
  rewriting('radio', 'old-name', [{ kind: 'set-attribute', name: 'alt-text', value: "it's" }]),
];

/**
 * Families outside the registry, for engine features that no registered family uses. A fixture selects one in
 * its options.
 */
export const fakeMigrations = {
  rename: fake('rename', { apis: { getSystemInfoAsync: rename('getSystemInfo') } }),
  markup: fake('markup', { runtime: { name: 'canvas' }, apis: {}, markup }),
  renamePair: fake('rename-pair', {
    apis: { startRecord: rename('beginRecord'), stopRecord: rename('endRecord') },
  }),
  arguments: fake('arguments', {
    runtime: { name: 'songs', feature: 'getSongs', supported: 'songs.supported' },
    apis: {
      ...songs,
      queueSong: withArguments(toRuntime('songs.queue', { settlesAtEnd: true }), {
        kind: 'rename-option',
        name: 'dataUrl',
        to: 'src',
      }),
      loadSong: withArguments(toRuntime('songs.load'), {
        kind: 'replace-argument',
        argument: 1,
        value: "it's mp3",
      }),
      mixSong: withArguments(
        toRuntime('songs.mix'),
        { kind: 'insert-argument', argument: 0, value: 0 },
        { kind: 'remove-argument', argument: 0 },
        { kind: 'insert-argument', argument: 2, value: 'last' },
        { kind: 'insert-argument', argument: 2, value: true },
      ),
    },
  }),
  results: fake('results', { apis: {}, results }),
  /** Needs no runtime, so a fake host can provide everything. */
  changes: fake('changes', { apis: { ...songs, ...info }, results }),
  splitPlatform: fake('split-platform', {
    apis: info,
  }),
  split: fake('split', {
    runtime: { name: 'system', feature: 'getWindowInfo' },
    apis: {
      getSystemInfoSync: split({
        windowWidth: 'getWindowInfo',
        windowHeight: 'getWindowInfo',
        safeArea: 'getWindowInfo',
        brand: 'getDeviceInfo',
        model: 'getDeviceInfo',
        SDKVersion: 'getAppBaseInfo',
      }),
    },
  }),
  splitWhole: fake('split-whole', {
    runtime: { name: 'system', feature: 'getWindowInfo' },
    apis: {
      getSystemInfoSync: split(
        {
          windowWidth: 'getWindowInfo',
          brand: 'getDeviceInfo',
          albumAuthorized: { from: 'getAppAuthorizeSetting', trueAs: 'authorized' },
          cameraAuthorized: { from: 'getAppAuthorizeSetting', trueAs: 'authorized' },
        },
        'getSystemInfoSync',
      ),
    },
  }),
} satisfies Record<string, Migration>;
