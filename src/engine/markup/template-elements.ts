import type { Literal } from '../../migrations/change';
import { kebab } from '../../migrations/markup';
import type { Element, ElementAttribute } from './element';
import { type ScannedAttribute, type ScannedMarkup, scanMarkup } from './scan';

/** What a tag is in a file: the host's component unless this says something else. */
export type TagLookup = (tag: string) => Partial<Pick<Element, 'tag' | 'other' | 'isCertain'>> | undefined;

/**
 * The elements of a WXML file.
 * @param isWanted the tags that are needed
 */
export function wxmlElements(
  { tags }: ScannedMarkup,
  text: string,
  isWanted: (tag: string) => boolean,
  lookup: TagLookup,
): Element[] {
  return tags.flatMap(({ name, start, end, attributes }): Element[] => {
    const tag = kebab(name);
    if (!isWanted(tag)) return [];
    const element: Element = {
      tag,
      syntax: 'wxml',
      name: { start, end },
      isCertain: true,
      ...lookup(tag),
      attributes: attributes.map((one) => wxmlAttribute(one, text)),
      attributesAt: end,
      // `<template is="x" data="{{…}}">` has its elements elsewhere.
      isOpen: false,
    };
    return [element];
  });
}

/** The elements of a Vue template. */
export function vueElements(
  text: string,
  { start: from, end: to }: { start: number; end: number },
  lookup: TagLookup,
): Element[] {
  return scanMarkup(text, from, to).tags.map(({ name, start, end, attributes }): Element => {
    const tag = kebab(name);
    return {
      tag,
      syntax: 'vue',
      name: { start, end },
      isCertain: true,
      ...lookup(tag),
      attributes: attributes.flatMap((one) => vueAttribute(one, text) ?? []),
      attributesAt: end,
      isOpen: attributes.some(({ name }) => name === 'v-bind' || name === 'v-on' || name.includes('[')),
    };
  });
}

/** `bindtap`, `catch:tap`, `mut-bind:tap`, `capture-bind:tap` */
const EVENT = /^(?:capture-|mut-)?(?:bind|catch):?/;

function wxmlAttribute({ name, start, end, value }: ScannedAttribute, text: string): ElementAttribute {
  const prefix = EVENT.exec(name)?.[0];
  const said = value && text.slice(value.start, value.end);
  const isEvent = prefix !== undefined && prefix.length < name.length;
  return {
    key: isEvent ? name.slice(prefix.length).toLowerCase() : attributeKey(name),
    isEvent,
    constant: said === undefined ? true : constantIn(said),
    name: { start: start + (isEvent ? prefix.length : 0), end },
    value,
    end: endOf(end, value, text),
  };
}

/** Hosts know a directive such as `wx:for` in one spelling only. */
function attributeKey(name: string): string {
  return name.includes(':') ? name : kebab(name);
}

/** The offset after an attribute, with the quote that ends its value. */
function endOf(end: number, value: ScannedAttribute['value'], text: string): number {
  if (!value) return end;
  return /["']/.test(text[value.start - 1] ?? '') ? value.end + 1 : value.end;
}

/** `{{true}}` and `{{'x'}}` are constants too. */
function constantIn(said: string): Literal | undefined {
  const expression = /^\{\{([\s\S]*)\}\}$/.exec(said)?.[1];
  if (expression !== undefined) return literalOf(expression);
  return said.includes('{{') ? undefined : said;
}

/** The value of a literal in a template's expression. */
function literalOf(code: string): Literal | undefined {
  const text = code.trim();
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return /^(['"`])((?:(?!\1|\\|\$\{)[\s\S])*)\1$/.exec(text)?.[2];
}

/** `undefined` for directives that set no attribute, and for names that are not known. */
function vueAttribute(
  { name, start, end, value }: ScannedAttribute,
  text: string,
): ElementAttribute | undefined {
  const [prefix = ''] = /^(?:v-bind:|v-on:|[:@.])/.exec(name) ?? [];
  if (prefix === '' && /^(?:v-|#)/.test(name)) return undefined;
  const [bare = ''] = name.slice(prefix.length).split('.');
  if (bare === '' || bare.startsWith('[')) return undefined;
  const isEvent = prefix === '@' || prefix === 'v-on:';
  const said = value && text.slice(value.start, value.end);
  const from = start + prefix.length;
  return {
    key: isEvent ? bare.replaceAll('-', '').toLowerCase() : kebab(bare),
    isEvent,
    constant: prefix === '' ? (said ?? true) : said === undefined ? undefined : literalOf(said),
    name: { start: from, end: Math.min(end, from + bare.length) },
    value,
    end: endOf(end, value, text),
    isBound: prefix !== '',
  };
}
