import { compileTemplate, parse } from '@vue/compiler-sfc';
import * as vue from '@vue/runtime-core';
import { describe, expect, test } from 'vitest';
import { load } from './load-example';
import { readPage } from './pages';

// The avatar and nickname components that replace getUserProfile, for each framework of docs/findings/120.md.
const blocks = readPage('120', 'en').blocks('after');
const codeOf = (language: string, text: string) =>
  blocks.find((block) => block.language === language && block.code.includes(text))!.code;

const AVATAR = 'http://tmp/avatar.jpg';
const UPLOAD = {
  url: 'https://example.com/profile',
  name: 'avatar',
  filePath: AVATAR,
  formData: { nickname: 'Wei' },
};

interface Element {
  type: unknown;
  props: Record<string, unknown>;
}

/** All elements of a tree of React or Vue. */
function elementsOf(node: unknown): Element[] {
  if (Array.isArray(node)) return node.flatMap(elementsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type, props, children } = node as Element & { children?: unknown };
  return [{ type, props: props ?? {} }, ...elementsOf(props?.children), ...elementsOf(children)];
}

/** The type of an element in the tree of a Vue template. */
const ELEMENT = 1;

const propsOf = (elements: Element[], type: string) =>
  elements.filter((element) => element.type === type).map(({ props }) => props);

describe('the components that replace getUserProfile', () => {
  test('finding page 120: the React example uploads the chosen avatar with the submitted nickname', () => {
    const uploads: unknown[] = [];
    const state: unknown[] = [''];
    const jsx = (type: unknown, props: object) => ({ type, props });
    const { default: Profile } = load(codeOf('tsx', 'chooseAvatar'), {
      '@tarojs/components': { Button: 'Button', Form: 'Form', Image: 'Image', Input: 'Input' },
      '@tarojs/taro': {
        __esModule: true,
        default: { uploadFile: (option: unknown) => uploads.push(option) },
      },
      react: { useState: () => [state[0], (value: unknown) => state.splice(0, 1, value)] },
      'react/jsx-runtime': { jsx, jsxs: jsx },
    }) as unknown as { default(): unknown };
    const [choose] = propsOf(elementsOf(Profile()), 'Button');
    expect(choose!.openType).toBe('chooseAvatar');
    (choose!.onChooseAvatar as (event: object) => void)({ detail: { avatarUrl: AVATAR } });
    const elements = elementsOf(Profile());
    expect(propsOf(elements, 'Image')).toMatchObject([{ src: AVATAR }]);
    expect(propsOf(elements, 'Input')).toMatchObject([{ type: 'nickname', name: 'nickname' }]);
    expect(propsOf(elements, 'Button')[1]).toMatchObject({ formType: 'submit' });
    (propsOf(elements, 'Form')[0]!.onSubmit as (event: object) => void)({
      detail: { value: { nickname: 'Wei' } },
    });
    expect(uploads).toEqual([UPLOAD]);
  });

  test('finding page 120: the Vue example uploads the chosen avatar with the submitted nickname', () => {
    const uploads: unknown[] = [];
    const { descriptor, errors } = parse(codeOf('vue', 'chooseAvatar'));
    expect(errors).toEqual([]);
    // As in Vue 2: an object of options, and a single root element.
    expect(descriptor.scriptSetup).toBeNull();
    expect(descriptor.template!.ast!.children.filter(({ type }) => type === ELEMENT)).toHaveLength(1);
    const { default: component } = load(descriptor.script!.content, {
      '@tarojs/taro': {
        __esModule: true,
        default: { uploadFile: (option: unknown) => uploads.push(option) },
      },
    }) as unknown as { default: { data(): object; methods: object } };
    const source = descriptor.template!.content;
    const { code } = compileTemplate({ source, filename: 'profile.vue', id: 'profile' });
    const { render } = load(code, { vue }) as unknown as {
      render(context: object, cache: unknown[]): unknown;
    };
    const instance = { ...component.data(), ...component.methods };
    const elements = () => elementsOf(render(instance, []));
    const [choose] = propsOf(elements(), 'button');
    expect(choose!['open-type']).toBe('chooseAvatar');
    (choose!.onChooseavatar as (event: object) => void)({ detail: { avatarUrl: AVATAR } });
    expect(propsOf(elements(), 'image')).toMatchObject([{ src: AVATAR }]);
    expect(propsOf(elements(), 'input')).toMatchObject([{ type: 'nickname', name: 'nickname' }]);
    expect(propsOf(elements(), 'button')[1]).toMatchObject({ 'form-type': 'submit' });
    (propsOf(elements(), 'form')[0]!.onSubmit as (event: object) => void)({
      detail: { value: { nickname: 'Wei' } },
    });
    expect(uploads).toEqual([UPLOAD]);
  });

  test('finding page 120: the native example uploads the chosen avatar with the submitted nickname', () => {
    const uploads: unknown[] = [];
    let page!: Record<string, unknown> & { data: object };
    const wx = { uploadFile: (option: unknown) => uploads.push(option) };
    new Function('Page', 'wx', codeOf('js', 'uploadFile'))((given: typeof page) => {
      page = { ...given, setData: (data: object) => Object.assign(page.data, data) };
    }, wx);
    const markup = codeOf('wxml', 'chooseAvatar');
    const call = (event: string, detail: object) => {
      const name = new RegExp(`\\bbind${event}="(\\w+)"`).exec(markup)![1]!;
      (page[name] as (event: object) => void).call(page, { detail });
    };
    call('chooseavatar', { avatarUrl: AVATAR });
    expect(markup).toContain('type="nickname"');
    expect(page.data).toEqual({ avatar: AVATAR });
    call('submit', { value: { nickname: 'Wei' } });
    expect(uploads).toEqual([UPLOAD]);
  });

  test('finding page 120: the native component for older versions of Taro passes the chosen avatar on', () => {
    let component!: { methods: Record<string, (event: object) => void> };
    new Function('Component', codeOf('js', 'triggerEvent'))((given: typeof component) => {
      component = given;
    });
    const markup = blocks.find(({ code }) => code.includes('<slot />'))!.code;
    const name = /\bbindchooseavatar="(\w+)"/.exec(markup)![1]!;
    const events: unknown[] = [];
    const instance = { triggerEvent: (...event: unknown[]) => events.push(event) };
    component.methods[name]!.call(instance, { detail: { avatarUrl: AVATAR } });
    expect(events).toEqual([['chooseavatar', { avatarUrl: AVATAR }]]);
  });
});
