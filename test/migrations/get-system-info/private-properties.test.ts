import { describe, expect, it } from 'vitest';
import { rewrite } from '../../../src/project/rewrite';

/** The function of the runtime that gives the value of the property. */
function given(source: string): string | undefined {
  const text = `import Taro from '@tarojs/taro'\n${source.replace('CALL', 'Taro.getSystemInfoSync()')}`;
  return /\b(get\w+)\(\)/.exec(rewrite(text, { filename: 'a.ts' }).code)?.[1];
}

describe('private properties of TypeScript classes', () => {
  it.each([
    'class A { private info = CALL; model() { return this.info.model } }',
    'class A extends Base { private readonly info = CALL; model = () => this.info?.model }',
    'class A { private info; constructor() { this.info = CALL } model() { return this["info"].model } }',
    'class A { private info!: any; model() { return [1].map(() => this.info.model) } load() { this.info = CALL } }',
    'class A { private info = CALL; model() { return this.info.model + this.list[0].size } }',
    'class A { private info = CALL; model() { return this.info.model } }\nclass B { private info = other; all() { return this.info } }',
    'class A { private info = CALL; model() { return this.info.model } }\nconst { info } = other',
  ])('fields that are read decide: %s', (source) => {
    expect(given(source)).toBe('getDeviceInfo');
  });

  const USES = [
    'all() { return this.info }',
    'all() { return this }',
    'all() { const { info } = this }',
    'all() { return { ...this } }',
    'all() { const self = this; return self.size }',
    'all() { return this[key] }',
    'all() { return JSON.stringify(this) }',
    'all() { return keep.bind(this) }',
    'all() { return super.info }',
    'all() { return function () { return this.info.model } }',
    'all() { return { info() { return this.info.model } } }',
    'all(other: A) { return other.info }',
    'all(other: A) { return other.info.model }',
    'all({ info }: A) { return info }',
    'all(other: A) { const { info: its } = other }',
    'all(): this { return other }',
    'all(of: typeof this.info) { return of }',
    'static all() { return this.info.model }',
    'static { keep(this.info) }',
    'inner = class { all() { return this.info.model } }',
    'inner = class { all() { return this } }',
    '@watch() all() {}',
    '@watch info2 = 1',
    'all(@inject() other) {}',
    'all() { this.info = other; keep(this.info) }',
  ];
  it.each([
    ...USES.map((use) => `class A { private info = CALL; model() { return this.info.model } ${use} }`),
    ...USES.map(
      (use) => `class A { private info; model() { this.info = CALL; return this.info.model } ${use} }`,
    ),
    '@Component class A { private info = CALL; model() { return this.info.model } }',
    'class A { @Prop() private info = CALL; model() { return this.info.model } }',
    'class A { private info: Info = CALL; model() { return this.info.model } }',
    'class A { private static info = CALL; model() { return A.info.model } }',
    'class A { private static info = CALL; as = (other: A) => this.info.model }',
    'class A { private static info = CALL; static model() { return this.info.model } }',
    'class A { private ["info"] = CALL; model() { return this.info.model } }',
    'class A { declare private info; model() { this.info = CALL; return this.info.model } }',
    'class A { constructor(private info = CALL) {} model() { return this.info.model } }',
    'class A { protected info = CALL; model() { return this.info.model } }',
    'class A { public info = CALL; model() { return this.info.model } }',
    'class A { info = CALL; model() { return this.info.model } }',
    'class A { private info; model() { return this.info.model } load() { return function () { this.info = CALL } } }',
    'class A { private info; model() { return this.info.model } in = class { load() { this.info = CALL } } }',
  ])('other uses need the whole object: %s', (source) => {
    expect(given(source)).toBe('getSystemInfoSync');
  });
});
