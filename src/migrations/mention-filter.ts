import { keyNeedles, type MarkupRule, markupNeedles, mayConcern } from './markup';
import type { Migration } from './migration';
import { Prefilter } from './prefilter';

/** `component`: a script or a Vue component. */
export type SearchedKind = 'script' | 'component' | 'template';

/** Every script that can have a deprecated component contains one of these. */
const SIGNS = ['@tarojs/components', 'canIUse'];
/** The same for Vue components, which can use components without an import. */
const COMPONENT_SIGNS = [...SIGNS, '<template'];

/** Finds out whether a file may concern migrations: by the names of APIs, or by a component with its attribute. */
export class MentionFilter {
  readonly #names: Prefilter;
  readonly #markup: Prefilter;
  readonly #rules: readonly MarkupRule[];
  /** What files need besides words of a rule. In native templates, every tag is a component. */
  readonly #signs: Readonly<Record<SearchedKind, Prefilter | undefined>>;
  /** Matches at least the files that match: for a first, fast search. */
  readonly first: Readonly<Record<SearchedKind, Prefilter>>;

  /**
   * @param names texts that concern the migrations besides their components
   * @param others texts that only the first search finds
   */
  constructor(
    readonly migrations: readonly Migration[],
    names: readonly string[],
    others: readonly string[] = [],
  ) {
    this.#rules = migrations.flatMap(({ markup = [] }) =>
      markup.filter((rule) => keyNeedles(rule).length === 0),
    );
    const words = this.#rules.flatMap((rule) => markupNeedles(rule)[0] ?? []);
    this.#names = new Prefilter(names);
    this.#markup = new Prefilter(words);
    this.#signs = {
      script: new Prefilter(SIGNS),
      component: new Prefilter(COMPONENT_SIGNS),
      template: undefined,
    };
    const firstOf = (signs: readonly string[]) =>
      new Prefilter([...names, ...others, ...(words.length > 0 ? signs : [])]);
    this.first = {
      script: firstOf(SIGNS),
      component: firstOf(COMPONENT_SIGNS),
      template: firstOf(words),
    };
  }

  matches(text: string | Buffer, kind: SearchedKind = 'component'): boolean {
    if (this.#names.matches(text)) return true;
    const signs = this.#signs[kind];
    return (!signs || signs.matches(text)) && this.#hasElements(text);
  }

  #hasElements(text: string | Buffer): boolean {
    return this.#markup.matches(text) && this.#rules.some((rule) => mayConcern(rule, text));
  }
}
