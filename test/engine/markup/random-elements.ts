import fc from 'fast-check';

/** The syntaxes in which a generated element is written. */
export type Syntax = 'jsx' | 'call' | 'vue' | 'wxml';

/** An attribute or event, as each syntax can write it. */
const PARTS = {
  canvasId: {
    jsx: ['canvasId="a"', 'canvasId={id}', 'canvas-id="a"'],
    call: ["canvasId: 'a'", "'canvas-id': id", 'canvasId'],
    vue: ['canvas-id="a"', ':canvas-id="id"', 'canvasId="a"', 'v-bind:canvasId.prop="id"'],
    wxml: ['canvas-id="a"', 'canvasId="{{id}}"', "canvas-id='a'"],
  },
  type: {
    jsx: ['type="2d"', 'type={type}'],
    call: ["type: '2d'", 'type'],
    vue: ['type="2d"', ':type="type"'],
    wxml: ['type="2d"', 'type="{{type}}"'],
  },
  color: {
    jsx: ['color="red"', "color={a ? 'red' : 'blue'}"],
    call: ["color: 'red'", 'color'],
    vue: ['color="red"', ':color="a"'],
    wxml: ['color="red"', 'color="{{a}}"'],
  },
  activeColor: {
    jsx: ['activeColor="red"', 'active-color="red"'],
    call: ['activeColor', "'active-color': 'red'"],
    vue: ['active-color="red"', ':activeColor="a"'],
    wxml: ['active-color="red"', 'activeColor="{{a}}"'],
  },
  selectable: {
    jsx: ['selectable', 'selectable={false}'],
    call: ['selectable: true', 'selectable'],
    vue: ['selectable', ':selectable="a"'],
    wxml: ['selectable', 'selectable="{{a}}"'],
  },
  userSelect: {
    jsx: ['userSelect', 'user-select={a}'],
    call: ['userSelect: true'],
    vue: ['user-select', ':userSelect="a"'],
    wxml: ['user-select', 'userSelect="{{a}}"'],
  },
  user: {
    jsx: ['openType="getUserInfo"', "openType={'getUserInfo'}", 'open-type={`getUserInfo`}'],
    call: ["openType: 'getUserInfo'", "'open-type': 'getUserInfo'", "['openType']: `getUserInfo`"],
    vue: ['open-type="getUserInfo"', ':open-type="\'getUserInfo\'"', 'openType="getUserInfo"'],
    wxml: ['open-type="getUserInfo"', 'openType="{{\'getUserInfo\'}}"', 'open-type=getUserInfo'],
  },
  share: {
    jsx: ['openType="share"', "openType={a ? 'getUserInfo' : 'share'}"],
    call: ["openType: 'share'", 'openType: a'],
    vue: ['open-type="share"', ':open-type="a"'],
    wxml: ['open-type="share"', 'open-type="{{a}}"'],
  },
  onUser: {
    jsx: ['onGetUserInfo={log}', 'onGetuserinfo={log}'],
    call: ['onGetUserInfo: log', 'onGetUserInfo() {}', "'onGetuserinfo': log"],
    vue: ['@getuserinfo="log"', 'v-on:getuserinfo.stop="log"', '@getUserInfo="log"'],
    wxml: [
      'bindgetuserinfo="log"',
      'catch:getuserinfo="log"',
      'capture-bind:getuserinfo="log"',
      'mut-bind:getuserinfo',
    ],
  },
  rest: { jsx: ['{...rest}'], call: ['...rest'], vue: ['v-bind="rest"'], wxml: ['wx:if="{{a}}"'] },
  other: {
    jsx: ['x:canvasId="a"', 'data-canvas-id="a"', 'onTap={log}'],
    call: ['canvas: id', '[color]: 1'],
    vue: ['v-if="a"', ':[color]="a"', '@tap="log"', '#color', 'v-model="color"'],
    wxml: ['bindtap="getuserinfo"', 'data-canvas-id="a"', 'wx:canvas-id="a"'],
  },
} satisfies Record<string, Record<Syntax, string[]>>;
type Part = keyof typeof PARTS;

/** The attributes and events of an element. */
export interface Attributes {
  readonly parts: readonly Part[];
  write(syntax: Syntax): string;
}

export const attributes: fc.Arbitrary<Attributes> = fc
  .tuple(fc.subarray(Object.keys(PARTS) as Part[], { maxLength: 4 }), fc.nat(11), fc.boolean())
  .map(([subset, variant, isReversed]) => {
    // An element has each attribute once.
    const once = subset.filter((part) => part !== 'share' || !subset.includes('user'));
    const parts = isReversed ? once.reverse() : once;
    return {
      parts,
      write: (syntax) => {
        const written = parts.map((part) => {
          const ways: readonly string[] = PARTS[part][syntax];
          return ways[variant % ways.length]!;
        });
        return syntax === 'call' ? `{ ${written.join(', ')} }` : written.join(' ');
      },
    };
  });

/** The finding on an element if its tag is a component of Taro. */
export function findingOn(tag: string, { parts }: Attributes): string | undefined {
  const has = (part: Part) => parts.includes(part);
  if (tag === 'audio') return 'audio';
  if (tag === 'canvas' && has('canvasId') && !has('type')) return 'canvas.canvas-id';
  if (tag === 'progress' && has('color') && !has('activeColor')) return 'progress.color';
  if (tag === 'text' && has('selectable') && !has('userSelect')) return 'text.selectable';
  if (tag === 'button' && has('user')) return 'button.open-type.getUserInfo';
  if (tag === 'button' && has('onUser')) return 'button.getuserinfo';
  return undefined;
}

/** The names of components that have findings, and of one without. */
export const COMPONENTS = ['Canvas', 'Button', 'Audio', 'Progress', 'Text', 'View'];
