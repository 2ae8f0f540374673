import { ignored, manual, type Reason, rewritten } from '../../engine/classify/verdicts';
import type { Finding } from '../../engine/types';
import type { FindingWords } from './en';
import { ignoredZh, manualZh, notesZh, phrasesZh, rewrittenZh } from './findings-zh';

/** An English sentence of the engine as a pattern, and what says the same in Chinese. */
interface Sentence {
  pattern: RegExp;
  /** For each group of the pattern: which of the sentence's names it is. Languages order them differently. */
  order: readonly number[];
  /** @param names In the order of the parameters. */
  say(names: string[]): string;
}

type Maker<Result> = (...names: never[]) => Result;

/** More than any sentence has. */
const MOST_NAMES = 4;
const MARK = '\u0001';
/** Stand for the names while a sentence is taken apart; `text` is for sentences that are made from another one. */
const blanks = Array.from({ length: MOST_NAMES }, (_, index) => named(`${MARK}${index}`));

/** What the engine says about a finding, in Chinese; in English, as it is, where no Chinese is known. */
export function translateFinding({ code, reason, hint }: Finding): FindingWords {
  const note = notesZh[code];
  if (note) return { reason: note[0], ...(hint !== undefined && { hint: note[1] ?? hint }) };
  const known = sentencesOf(code.slice(-3));
  return {
    reason: translated(known.reasons, reason),
    ...(hint !== undefined && { hint: translated(known.hints, hint) }),
  };
}

interface Known {
  reasons: Sentence[];
  hints: Sentence[];
}

let byNumber: Map<string, Known> | null = null;

function sentencesOf(number: string): Known {
  byNumber ??= learn();
  return byNumber.get(number) ?? { reasons: [], hints: [] };
}

function learn(): Map<string, Known> {
  const learned = new Map<string, Known>();
  const add = (
    english: Readonly<Record<string, Maker<Reason>>>,
    chinese: Readonly<Record<string, Maker<readonly [reason: string, hint?: string]>>>,
  ): void => {
    for (const [name, make] of Object.entries(english)) {
      const { number, text, hint } = make(...(blanks as never[]));
      const known = learned.get(number) ?? { reasons: [], hints: [] };
      learned.set(number, known);
      const say = chinese[name]!;
      const filled = (names: string[]) => say(...(blanks.map((_, i) => named(names[i] ?? '')) as never[]));
      known.reasons.push({ ...patternOf(text), say: (names) => filled(names)[0] });
      if (hint !== undefined)
        known.hints.push({ ...patternOf(hint), say: (names) => filled(names)[1] ?? hint });
    }
  };
  add(rewritten, rewrittenZh);
  add(manual, manualZh);
  add(ignored, ignoredZh);
  return learned;
}

function named(value: string): object {
  return Object.assign(new String(value), { text: value });
}

function patternOf(text: string): Pick<Sentence, 'pattern' | 'order'> {
  const order: number[] = [];
  const [first = '', ...rest] = text.split(MARK).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const parts = rest.map((part) => {
    order.push(Number(part[0]));
    return `(.*)${part.slice(1)}`;
  });
  return { pattern: new RegExp(`^${first}${parts.join('')}$`, 's'), order };
}

function translated(sentences: readonly Sentence[], text: string): string {
  // The most words first: a sentence that is hardly more than a blank matches everything.
  const byLength = [...sentences].sort((a, b) => b.pattern.source.length - a.pattern.source.length);
  for (const { pattern, order, say } of byLength) {
    const found = pattern.exec(text)?.slice(1);
    if (!found) continue;
    const names: string[] = [];
    for (const [group, index] of order.entries()) names[index] = phrase(found[group]!);
    return say(names);
  }
  return text;
}

/** A name stays what it is; what the engine says about one is said in Chinese. */
function phrase(text: string): string {
  for (const [pattern, say] of phrasesZh) {
    const found = pattern.exec(text);
    if (found) return say(...found.slice(1));
  }
  return text;
}
