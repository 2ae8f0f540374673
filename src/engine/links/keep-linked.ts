import { ignored, manual, type Reason } from '../../messages/reasons';
import type { Link } from '../../migrations/link';
import type { Migration } from '../../migrations/migration';
import { type Decision, kept } from '../classify/decision';
import type { AnalyzedFile } from '../file';
import { makeFinding } from '../finding';
import type { Element } from '../markup/element';
import type { DecidedElement, ElementPlan } from '../markup/plan-elements';
import type { Range } from '../markup/scan';
import type { EngineOptions } from '../options';
import { followDeclarations } from '../passes/suppress';
import type { Finding, LinkUse } from '../types';
import type { LinkKey } from './link-key';
import { pageOf } from './linked-pages';
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

interface Linked {
  readonly decisions: readonly Decision[];
  readonly plan: ElementPlan;
  /** For the other file of a native page: see `LinkUse`. */
  readonly uses: LinkUse[];
}

/**
 * Keeps calls and elements that are linked to something that stays: see `Link`.
 * @param decisions those on the script, if there is one
 */
export function keepLinked(decisions: readonly Decision[], plan: ElementPlan, file: LinkedFile): Linked {
  return file.options.migrations.reduce<Linked>(
    (before, migration) => {
      if (!migration.link) return before;
      const links = new Links(migration, migration.link, before.decisions, before.plan, file);
      return {
        decisions: links.decisions(),
        plan: links.elements(),
        uses: [...before.uses, ...links.uses()],
      };
    },
    { decisions, plan, uses: [] },
  );
}

/** The links of one migration in one file. */
class Links {
  readonly #calls: readonly LinkedCall[];
  readonly #elements: readonly LinkedElement[];
  /** What the other files of the app have. */
  readonly #others: readonly LinkUse[];
  readonly #reasons = new Map<string, Reason | undefined>();

  constructor(
    readonly migration: Migration,
    readonly link: Link,
    readonly before: readonly Decision[],
    readonly plan: ElementPlan,
    readonly file: LinkedFile,
  ) {
    const { filename, links = [] } = file.options;
    this.#calls = linkedCalls(migration, link, before);
    this.#elements = linkedElements(migration, link, plan, file.script);
    this.#others = links.filter((use) => use.migration === migration.name && use.path !== filename);
  }

  decisions(): readonly Decision[] {
    if (this.#calls.length === 0) return this.before;
    const reasons = new Map(this.#calls.map(({ decision, key }) => [decision, this.#obstacle(key)]));
    const isCompanion = ({ api }: Decision) => !Object.hasOwn(this.migration.apis, api);
    const decided = this.before.flatMap((decision) => {
      const reason = reasons.get(decision);
      if (!reason) return decision;
      return isCompanion(decision) ? [] : kept(decision, reason);
    });
    return this.#withDeclarations(decided);
  }

  /** A name that is bound to an API keeps its value in all its uses. */
  #withDeclarations(decisions: readonly Decision[]): readonly Decision[] {
    const staying = new Map(
      decisions.flatMap(({ follows, changes, reason }) =>
        follows && changes.length === 0 ? [[follows, reason] as const] : [],
      ),
    );
    if (staying.size === 0) return decisions;
    return followDeclarations(
      decisions.map((decision) => {
        const reason = decision.changes.length > 0 && staying.get(decision.path.node);
        return reason ? kept(decision, reason) : decision;
      }),
    );
  }

  elements(): ElementPlan {
    const staying = new Map<Element, Reason>();
    for (const { element, key, isChanged } of this.#elements) {
      const reason = isChanged ? this.#obstacle(key) : undefined;
      if (reason) staying.set(element, reason);
    }
    if (staying.size === 0) return this.plan;
    const isOwn = (one: { migration: Migration; element: Element }) =>
      one.migration === this.migration && staying.has(one.element);
    const findings = new Map(
      this.plan.decided.filter(isOwn).map((one) => [one.finding, this.#kept(one, staying.get(one.element)!)]),
    );
    const changed = (finding: Finding) => findings.get(finding) ?? finding;
    return {
      ...this.plan,
      findings: this.plan.findings.map(changed),
      placed: this.plan.placed.map((one) => ({ ...one, finding: changed(one.finding) })),
      changes: this.plan.changes.filter((change) => !isOwn(change)),
    };
  }

  /** The finding on an element that stays. */
  #kept({ finding, isSuppressed }: DecidedElement, reason: Reason): Finding {
    const { api, line, column, endLine, endColumn, start, end } = finding;
    const isIgnored = isSuppressed(this.migration.codePrefix + reason.number);
    const place = { line, column, endLine, endColumn, start, end };
    return makeFinding(this.migration, api, isIgnored ? ignored.suppressed() : reason, place);
  }

  /** Constants alone mean the same in all files. */
  uses(): LinkUse[] {
    const { filename } = this.file.options;
    const use = (kind: LinkUse['kind'], key: LinkKey | undefined, offset: number | undefined): LinkUse[] =>
      key?.constant === undefined || offset === undefined
        ? []
        : [
            {
              migration: this.migration.name,
              path: filename,
              place: this.#place(offset),
              kind,
              id: key.constant,
            },
          ];
    const changed = this.#elements.filter(({ isChanged }) => isChanged);
    return [
      ...this.#elements.flatMap((one) => use(this.#kindOf(one), one.key, one.element.name.start)),
      ...this.#calls.flatMap(({ key, decision }) => use('call', key, decision.path.node.start!)),
      ...[...this.#calls, ...changed].flatMap(({ key }) => use('mention', key, key && this.#mention(key))),
    ];
  }

  /** Elements without a decision are not old. */
  #kindOf({ element, isChanged }: LinkedElement): 'element' | 'stay' | 'new' {
    const isDecided = (one: DecidedElement) => one.migration === this.migration && one.element === element;
    if (isChanged) return 'element';
    return this.plan.decided.some(isDecided) ? 'stay' : 'new';
  }

  /** Why what is linked by a key has to stay. */
  #obstacle(key: LinkKey | undefined): Reason | undefined {
    if (!key) return manual.linkUnknown(this.#name);
    if (!this.#reasons.has(key.id)) this.#reasons.set(key.id, this.#find(key));
    return this.#reasons.get(key.id);
  }

  #find(key: LinkKey): Reason | undefined {
    const { filename, linkedElsewhere } = this.file.options;
    const { constant } = key;
    if (constant !== undefined && !/^[A-Za-z_][\w-]*$/.test(constant)) return manual.linkSelector(constant);
    const own = this.#elements.filter((one) => one.key?.id === key.id);
    const others = this.#others.filter(({ id }) => id === constant);
    const beside = others.filter(({ path }) => pageOf(path) === pageOf(filename));
    const isApart = own.length === 0 && !beside.some(isElement);
    // A page has its own canvas, unless code outside the pages draws on those of all.
    const isShared = isApart || hasHelper(others.filter((use) => !beside.includes(use)));
    const linked = isShared ? others : beside;
    if (isApart && !linked.some(isElement)) return manual.linkElsewhere(this.#name);
    const staying = own.find(({ isChanged }) => !isChanged);
    if (staying) return this.#staying(this.#kindOf(staying), this.#place(staying.element.name.start));
    const stays = linked.find(({ kind }) => kind === 'stay' || kind === 'new');
    if (stays) return this.#staying(stays.kind, this.#shown(stays));
    const isCalled =
      this.#calls.some((one) => one.key?.id === key.id) || linked.some(({ kind }) => kind === 'call');
    if (!isCalled) return manual.linkUncalled();
    const mention = this.#mention(key);
    if (mention !== undefined) return manual.linkMentioned(this.#place(mention));
    const mentioned = linked.find(({ kind }) => kind === 'mention');
    if (mentioned) return manual.linkMentioned(this.#shown(mentioned));
    if (!linkedElsewhere) return manual.linkUnsearched();
    const known = isShared ? linked.map(({ path }) => path) : undefined;
    const elsewhere = linkedElsewhere(this.migration.name, constant, known);
    return elsewhere === undefined ? undefined : manual.linkMentioned(elsewhere);
  }

  #staying(kind: LinkUse['kind'], place: string): Reason {
    return kind === 'new' ? manual.linkedIsNew(this.#name, place) : manual.linkedStays(this.#name, place);
  }

  /** The offset of the first use of a value that is not linked. */
  #mention(key: LinkKey): number | undefined {
    const { script, template, text } = this.file;
    const same = [...this.#calls, ...this.#elements].filter((one) => one.key?.id === key.id);
    const copies = this.#elements.flatMap(({ element, key: own }) =>
      own?.id === key.id ? (attributeNamed(element, this.link.copy)?.value ?? []) : [],
    );
    const used = [...same.flatMap(({ range }) => range ?? []), ...copies];
    const inScript = script && mentionInScript(key, used, script);
    if (inScript !== undefined || !template) return inScript;
    const names = used
      .map(({ start, end }) => text.slice(start, end).trim())
      .filter((name) => /^[\w$]+$/.test(name));
    return mentionInTemplate(key, key.constant === undefined ? names : [], used, text, template);
  }

  get #name(): string {
    return this.link.tag;
  }

  #place(offset: number): string {
    const before = this.file.text.slice(0, offset).split(/\r\n|\n|\r/);
    return `${before.length}:${before.at(-1)!.length + 1}`;
  }

  /** A place in another file, without the folders that also have this one. */
  #shown({ path, place }: LinkUse): string {
    const own = this.file.options.filename.split(/[\\/]/);
    const names = path.split(/[\\/]/);
    const first = names.findIndex((name, index) => name !== own[index]);
    return `${names.slice(first).join('/')}:${place}`;
  }
}

function isElement({ kind }: LinkUse): boolean {
  return kind === 'element' || kind === 'stay' || kind === 'new';
}

/** Whether a file calls an API for an element that its page does not have. */
function hasHelper(uses: readonly LinkUse[]): boolean {
  const pages = new Set(uses.filter(isElement).map(({ path }) => pageOf(path)));
  return uses.some(({ kind, path }) => kind === 'call' && !pages.has(pageOf(path)));
}
