import { compileScript, parse } from '@vue/compiler-sfc';
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
    const { content } = compileScript(descriptor, { id: 'profile', inlineTemplate: true });
    const { default: component } = load(content, {
      '@tarojs/taro': {
        __esModule: true,
        default: { uploadFile: (option: unknown) => uploads.push(option) },
      },
      vue,
    }) as unknown as {
      default: { setup(props: object, context: object): (context: undefined, cache: unknown[]) => unknown };
    };
    const render = component.setup({}, { expose() {} });
    const elements = () => elementsOf(render(undefined, []));
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
});
