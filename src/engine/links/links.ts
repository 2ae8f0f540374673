import type { Link } from '../../migrations/link';
import type { Migration } from '../../migrations/migration';
import type { Decision } from '../classify/decision';
import type { AnalyzedFile } from '../file';
import type { ElementPlan } from '../markup/plan-elements';
import type { Range } from '../markup/scan';
import type { EngineOptions } from '../options';
import type { LinkUse } from '../types';
import type { LinkKey } from './link-key';
import {
  attributeNamed,
  type LinkedCall,
  type LinkedElement,
  linkedCalls,
  linkedElements,
  mentionInScript,
  mentionInTemplate,
} from './linked-uses';

/** A file whose calls and elements may be linked. */
export interface LinkedFile {
  readonly text: string;
  readonly options: EngineOptions;
  /** Undefined for a native template. */
  readonly script: AnalyzedFile | undefined;
  /** The range of a template. */
  readonly template: Range | undefined;
}

/** The links of one migration in one file. */
export interface Links {
  readonly migration: Migration;
  readonly link: Link;
  readonly file: LinkedFile;
  readonly plan: ElementPlan;
  readonly calls: readonly LinkedCall[];
  readonly elements: readonly LinkedElement[];
  /** What the other files of the app have. */
  readonly others: readonly LinkUse[];
}

export function linksOf(
  migration: Migration,
  link: Link,
  decisions: readonly Decision[],
  plan: ElementPlan,
  file: LinkedFile,
): Links {
  const { filename, links = [] } = file.options;
  return {
    migration,
    link,
    file,
    plan,
    calls: linkedCalls(migration, link, decisions),
    elements: linkedElements(migration, link, plan, file.script),
    others: links.filter((use) => use.migration === migration.name && use.path !== filename),
  };
}

/** What the other files have to know of these links. Constants alone mean the same in all files. */
export function usesOf(links: Links): LinkUse[] {
  const { migration, calls, elements, file } = links;
  const use = (kind: LinkUse['kind'], key: LinkKey | undefined, offset: number | undefined): LinkUse[] => {
    if (key?.constant === undefined || offset === undefined) return [];
    const place = placeOf(offset, file);
    return [{ migration: migration.name, path: file.options.filename, place, kind, id: key.constant }];
  };
  return [
    ...elements.flatMap((one) => use(kindOf(one, links), one.key, one.element.name.start)),
    ...calls.flatMap(({ key, decision }) => use('call', key, decision.path.node.start!)),
    ...changedKeys(links)
      .filter(({ constant }) => constant !== undefined)
      .flatMap((key) => use('mention', key, mentionOf(key, links))),
  ];
}

/** The keys of what the rewrite would change, each once. */
export function changedKeys({ calls, elements }: Links): LinkKey[] {
  const changed = elements.filter(({ isChanged }) => isChanged);
  const keys = [...calls, ...changed].flatMap(({ key }) => (key ? [[key.id, key] as const] : []));
  return [...new Map(keys).values()];
}

/** Elements without a decision are not old. */
export function kindOf(
  { element, isChanged }: LinkedElement,
  { migration, plan }: Links,
): 'element' | 'stay' | 'new' {
  if (isChanged) return 'element';
  const isDecided = plan.decided.some((one) => one.migration === migration && one.element === element);
  return isDecided ? 'stay' : 'new';
}

/** The offset of the first use of a value that is not linked. */
export function mentionOf(key: LinkKey, { link, calls, elements, file }: Links): number | undefined {
  const { script, template, text } = file;
  const isSame = (one: { key: LinkKey | undefined }) => one.key?.id === key.id;
  const linked = [...calls, ...elements].filter(isSame).flatMap(({ range }) => range ?? []);
  const copies = elements
    .filter(isSame)
    .flatMap(({ element }) => attributeNamed(element, link.copy)?.value ?? []);
  const used = [...linked, ...copies];
  const inScript = script && mentionInScript(key, used, script);
  if (inScript !== undefined || !template) return inScript;
  const names = used
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((name) => /^[\w$]+$/.test(name));
  return mentionInTemplate(key, key.constant === undefined ? names : [], used, text, template);
}

/** The line and column of an offset, both 1-based. */
export function placeOf(offset: number, { text }: LinkedFile): string {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return `${before.length}:${before.at(-1)!.length + 1}`;
}
