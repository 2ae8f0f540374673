import type { Reason } from '../messages/reasons';
import type { Literal } from './change';
import type { Hosts } from './hosts';

/**
 * How an element is written. `call`: `createElement(Canvas, …)` and the calls like it. `config`: the configuration of an
 * app or a page, whose attributes are its keys.
 */
export type Syntax = (typeof SYNTAXES)[number];

export const SYNTAXES = ['jsx', 'call', 'vue', 'wxml', 'config'] as const;

/** A deprecated component, or deprecated attributes, events or keys, with one replacement. */
export interface MarkupRule {
  /** In kebab-case: `live-pusher`; `*` for every component. `app.json` and `page.json` for configurations. */
  readonly tag: string;
  /** The first of these that an element has is the finding. Without them, the component itself is deprecated. */
  readonly members?: readonly MarkupMember[];
  /** Default: all. */
  readonly syntaxes?: readonly Syntax[];
  /** The new name of the attribute if the rule renames it. Undefined if it only reports. */
  readonly to?: string;
  /** WeChat's base library from which it is deprecated. */
  readonly since?: string;
  /** The hosts that have deprecated it. Default: those of the migration. */
  readonly only?: Hosts;
  /** @returns `undefined` if there is nothing to report */
  decide(reference: MarkupReference): MarkupOutcome | undefined;
}

/** An attribute or event of a component, or a key of a configuration. */
export type MarkupMember =
  /** In kebab-case. With `values`, only these constants: `getUserInfo` of `open-type`. */
  | { readonly attribute: string; readonly values?: readonly string[] }
  /** As in Taro's types, without `on`: `GetUserInfo`. */
  | { readonly event: string }
  /** With the keys around it: `window.optionMenu`. */
  | { readonly key: string };

/** An element that uses what a rule describes. */
export interface MarkupReference {
  /** In kebab-case. */
  readonly tag: string;
  readonly syntax: Syntax;
  /** False if the element may be another component. */
  readonly isCertain: boolean;
  /** The attribute or event that the rule found. */
  readonly found: MarkupAttribute | undefined;
  /** The attribute with a name in kebab-case. */
  attributeOf(name: string): MarkupAttribute | undefined;
  /** Whether it may have other attributes too, from a spread. A new attribute may hide one of them. */
  readonly isOpen: boolean;
  /** WeChat's base library for which the caller rewrites. */
  readonly target?: string | undefined;
}

/** An attribute of an element. */
export interface MarkupAttribute {
  /** In kebab-case; of an event, in lower case without its prefix. */
  readonly key: string;
  readonly isEvent: boolean;
  /** Its value, if that is constant. `true` without a value. */
  readonly constant: Literal | undefined;
}

/** The verdict on an element, with its changes. */
export interface MarkupOutcome {
  readonly reason: Reason;
  /** Applied all together or not at all. Undefined if the element stays. */
  readonly changes?: readonly MarkupChange[];
}

/**
 * A change of an element's attributes. Names are in kebab-case, and are written as the syntax writes them. An element
 * that already has an attribute of the new name, with another value, needs a manual change.
 */
export type MarkupChange =
  /** The found attribute keeps its value and its place. */
  | { readonly kind: 'rename-attribute'; readonly to: string }
  /** Adds an attribute behind the found one, or as the first one. */
  | { readonly kind: 'set-attribute'; readonly name: string; readonly value: AttributeValue };

/** The value of a new attribute. */
export type AttributeValue =
  | Literal
  /** The value of the found attribute, which must be repeatable: a constant or a name. */
  | { readonly of: 'found' }
  /** A member of the migration's runtime: `canvasType`. Native templates cannot have it. */
  | { readonly runtime: string };

/** The name of a finding: `canvas.canvas-id`, `button.open-type.getUserInfo`, `audio`, `app.json/window.optionMenu`. */
export function markupApi(tag: string, member: MarkupMember | undefined, value?: Literal): string {
  const object = tag === '*' ? '' : `${tag}.`;
  if (!member) return tag;
  if ('key' in member) return `${tag}/${member.key}`;
  if ('event' in member) return `${object}${member.event.toLowerCase()}`;
  return `${object}${member.attribute}${member.values ? `.${value}` : ''}`;
}

/** The names of all findings of a rule. */
export function markupApis(tag: string, members: MarkupRule['members']): string[] {
  if (!members) return [markupApi(tag, undefined)];
  return members.flatMap((member) =>
    'attribute' in member && member.values
      ? member.values.map((value) => markupApi(tag, member, value))
      : [markupApi(tag, member)],
  );
}

/** `canvasId` → `canvas-id` */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter, index: number) => `${index > 0 ? '-' : ''}${letter.toLowerCase()}`);
}

/** `canvas-id` → `canvasId` */
export function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** `live-pusher` → `LivePusher` */
export function pascal(name: string): string {
  return camel(`-${name}`);
}

/**
 * Words by which a text may concern a rule: every file with such an element, or with a query about it, contains one
 * word of each list. Tags such as `map` and attributes such as `color` are common words, so the list with longer words comes first.
 */
export function markupNeedles(rule: MarkupRule): readonly (readonly string[])[] {
  const { tag, members } = rule;
  const keys = keyNeedles(rule);
  if (keys.length > 0) return [keys];
  const ofTag = [
    `<${tag}`,
    `<${camel(tag)}`,
    pascal(tag),
    ...[`'`, '"', '`'].map((quote) => quote + tag + (members ? '.' : quote)),
  ];
  const lists = [...(tag === '*' ? [] : [ofTag]), ...(members ? [members.flatMap(memberNeedles)] : [])];
  const shortest = (words: readonly string[]) => Math.min(...words.map(({ length }) => length));
  return lists.sort((one, other) => shortest(other) - shortest(one));
}

function memberNeedles(member: MarkupMember): readonly string[] {
  if ('key' in member) return [wordOf(member.key)];
  if ('event' in member) {
    const name = member.event.toLowerCase();
    const spellings = [
      `on${member.event}`,
      `on${name[0]!.toUpperCase()}${name.slice(1)}`,
      `${name[0]}${member.event.slice(1)}`,
    ];
    return [name, `bind${name}`, `catch${name}`, ...spellings];
  }
  const { attribute, values } = member;
  return values ?? [attribute, camel(attribute)];
}

const known = new WeakMap<MarkupRule, ReturnType<typeof markupNeedles>>();

/** Whether a text may have an element that a rule describes. */
export function mayConcern(rule: MarkupRule, text: string | Buffer): boolean {
  const lists = known.get(rule) ?? markupNeedles(rule);
  known.set(rule, lists);
  return lists.every((words) => words.some((word) => text.includes(word)));
}

/** The words of the keys of configurations, which any script may have: see `markupNeedles`. */
export function keyNeedles({ members = [] }: MarkupRule): readonly string[] {
  return members.flatMap((member) => ('key' in member ? wordOf(member.key) : []));
}

/** The last part of `window.optionMenu`. */
function wordOf(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}
