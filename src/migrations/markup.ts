import type { Reason } from '../messages/reasons';
import type { Literal } from './change';
import type { Hosts } from './hosts';

/** How an element is written. `call`: `createElement(Canvas, …)` and the calls like it. */
export type Syntax = 'jsx' | 'call' | 'vue' | 'wxml';

/** A deprecated component, or deprecated attributes and events of one, with one replacement. */
export interface MarkupRule {
  /** In kebab-case: `live-pusher`; `*` for every component. */
  readonly tag: string;
  /** The first of these that an element has is the finding. Without them, the component itself is deprecated. */
  readonly members?: readonly MarkupMember[];
  /** Default: all. */
  readonly syntaxes?: readonly Syntax[];
  /** WeChat's base library from which it is deprecated. */
  readonly since?: string;
  /** The hosts that have deprecated it. Default: those of the migration. */
  readonly only?: Hosts;
  /** @returns `undefined` if there is nothing to report */
  decide(reference: MarkupReference): MarkupOutcome | undefined;
}

/** An attribute or event of a component. */
export type MarkupMember =
  /** In kebab-case. With `values`, only these constants: `getUserInfo` of `open-type`. */
  | { readonly attribute: string; readonly values?: readonly string[] }
  /** As in Taro's types, without `on`: `GetUserInfo`. */
  | { readonly event: string };

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
  /** Whether it may have other attributes too, from a spread. */
  readonly isOpen: boolean;
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

/** A change at the found attribute. Names are in kebab-case, and are written as the language writes them. */
export type MarkupChange =
  /** The found attribute keeps its value. */
  | { readonly kind: 'rename-attribute'; readonly to: string }
  /** Added behind the found attribute, to an element without this attribute. */
  | { readonly kind: 'set-attribute'; readonly name: string; readonly value: Literal };

/** The name of a finding: `canvas.canvas-id`, `button.open-type.getUserInfo`, `audio`. */
export function markupApi(tag: string, member: MarkupMember | undefined, value?: Literal): string {
  const object = tag === '*' ? '' : `${tag}.`;
  if (!member) return tag;
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

/** Attributes that many other elements have. */
const COMMON: ReadonlySet<string> = new Set(['color', 'mirror', 'muted', 'type']);

/**
 * Words of which every file with such an element, or with a query about it, contains one. Attributes that are common
 * words (`color`) are found by their tag.
 */
export function markupNeedles({ tag, members }: MarkupRule): readonly string[] {
  const ofTag = [`<${tag}`, pascal(tag)];
  if (!members) return [...ofTag, `'${tag}'`, `"${tag}"`, `\`${tag}\``];
  return members.flatMap((member) => {
    if ('event' in member) {
      const name = member.event.toLowerCase();
      return [
        name,
        `bind${name}`,
        `catch${name}`,
        `on${member.event}`,
        `on${name[0]!.toUpperCase()}${name.slice(1)}`,
        `${name[0]}${member.event.slice(1)}`,
      ];
    }
    const { attribute, values } = member;
    if (values) return values;
    return COMMON.has(attribute) ? [...ofTag, markupApi(tag, member)] : [attribute, camel(attribute)];
  });
}
