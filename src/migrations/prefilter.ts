const MIN_STEM = 5;

/** A name around an occurrence of its stem. */
interface Name {
  text: string;
  /** Where the stem begins in it. */
  offset: number;
}

/**
 * Answers "does this text, or do these bytes, hold any of the names?" as a word of its own: `startRecord`, and not
 * `startRecording`, which plenty of code has that is nobody's candidate. One pass for a stem that several names
 * share (`Record`) costs a fraction of a pass for each name.
 */
export class Prefilter {
  readonly #stems: readonly { stem: string; names: readonly Name[] }[];
  /** Characters of the longest name. */
  readonly longest: number;

  /** @param names ASCII only */
  constructor(readonly names: readonly string[]) {
    this.#stems = sharedStems(names).map((stem) => ({
      stem,
      names: names.flatMap((text) => (text.includes(stem) ? { text, offset: text.indexOf(stem) } : [])),
    }));
    this.longest = Math.max(0, ...names.map((name) => name.length));
  }

  matches(text: string | Buffer): boolean {
    for (const { stem, names } of this.#stems) {
      for (let at = text.indexOf(stem); at !== -1; at = text.indexOf(stem, at + 1)) {
        if (names.some((name) => isWordAt(text, name.text, at - name.offset))) return true;
      }
    }
    return false;
  }
}

function isWordAt(text: string | Buffer, name: string, start: number): boolean {
  const end = start + name.length;
  if (start < 0 || end > text.length) return false;
  for (let i = 0; i < name.length; i++) if (codeAt(text, start + i) !== name.charCodeAt(i)) return false;
  return isEdge(text, start - 1, start) && isEdge(text, end, end - 1);
}

/** Whether a name ends between two neighbours. Characters beyond ASCII end it, so that nothing is missed. */
function isEdge(text: string | Buffer, outside: number, inside: number): boolean {
  const hasNeighbour = outside >= 0 && outside < text.length;
  return !hasNeighbour || !isIdentifierCode(codeAt(text, outside)) || !isIdentifierCode(codeAt(text, inside));
}

function codeAt(text: string | Buffer, index: number): number {
  return typeof text === 'string' ? text.charCodeAt(index) : text[index]!;
}

function isIdentifierCode(code: number): boolean {
  return /[\w$]/.test(String.fromCharCode(code));
}

/** The fewest substrings, long before short, such that every name contains one. */
export function sharedStems(names: readonly string[]): string[] {
  const stems: string[] = [];
  let open = [...new Set(names)];
  while (open.length > 0) {
    const best = bestStem(open);
    stems.push(best);
    open = open.filter((name) => !name.includes(best));
  }
  return stems;
}

/** The one that most names share for the time it takes. */
function bestStem(names: readonly string[]): string {
  let best = names[0]!;
  let worth = 0;
  for (const stem of new Set(names.flatMap(stemsOf))) {
    const its = names.filter((name) => name.includes(stem)).length / cost(stem);
    if (its > worth || (its === worth && stem.length > best.length)) {
      best = stem;
      worth = its;
    }
  }
  return best;
}

/** What begins where a word of the name does: to try all of its substrings takes twice the time and finds the same. */
function stemsOf(name: string): string[] {
  const stems: string[] = [];
  for (const { index } of name.matchAll(/[A-Z]|\W|\b/g)) {
    for (let end = index + MIN_STEM; end <= name.length; end++) stems.push(name.slice(index, end));
  }
  return stems;
}

/** A search runs from one occurrence of the first byte to the next, and small letters are what sources are made of. */
function cost(stem: string): number {
  return /^[a-z]/.test(stem) ? 3 : 1;
}
