/**
 * Combines two adjacent characters, six bits each. A larger table would not stay in the CPU cache between
 * files.
 */
const BLOCKS = 64 * 64;
/** Longer shifts do not fit into a byte. */
const MAX_WINDOW = 255;

/**
 * Finds out whether a text, or bytes, contain one of the names as a whole word: `startRecord`, but not
 * `startRecording`, which is common and never a candidate.
 *
 * Every file of a tree is searched, so it searches for all names at once with Wu and Manber's algorithm: the
 * two characters at the end of a window determine how far the window can move, usually by nearly its whole
 * length. Searching with `indexOf` for each name, or for common parts of names, takes six times as long for
 * 60 names.
 */
export class Prefilter {
  /** Length of the longest name. */
  readonly longest: number;
  /** Length of the shortest name. */
  readonly #window: number;
  /** How far the window can move, by the two characters at its end. */
  readonly #steps: Uint8Array;
  /** The names with which a window can begin, by the same two characters. */
  readonly #names = new Map<number, string[]>();

  /** @param names ASCII, at least two characters each */
  constructor(readonly names: readonly string[]) {
    const lengths = names.map((name) => name.length);
    this.longest = Math.max(0, ...lengths);
    this.#window = Math.min(MAX_WINDOW, ...lengths);
    this.#steps = new Uint8Array(BLOCKS).fill(this.#window - 1);
    for (const name of names) {
      const bytes = bytesOf(name);
      for (let end = 2; end <= this.#window; end++) {
        const block = blockAt(bytes, end - 1);
        this.#steps[block] = Math.min(this.#steps[block]!, this.#window - end);
      }
      const last = blockAt(bytes, this.#window - 1);
      this.#names.set(last, [...(this.#names.get(last) ?? []), name]);
    }
  }

  /** @param length where the text ends in its buffer */
  matches(text: string | Buffer, length = text.length): boolean {
    if (this.names.length === 0) return false;
    const bytes = typeof text === 'string' ? bytesOf(text) : text;
    const steps = this.#steps;
    const start = this.#window - 1;
    // One window in each half of the text, because a processor looks up two steps in the time of one.
    const middle = Math.max(start, length >> 1);
    let left = start;
    let right = middle;
    while (left < middle && right < length) {
      const leftStep = steps[blockAt(bytes, left)]!;
      const rightStep = steps[blockAt(bytes, right)]!;
      if (leftStep === 0 && this.#isNameAt(text, bytes, length, left)) return true;
      if (rightStep === 0 && this.#isNameAt(text, bytes, length, right)) return true;
      left += leftStep || 1;
      right += rightStep || 1;
    }
    const end = left < middle ? middle : length;
    for (let last = left < middle ? left : right; last < end; last += steps[blockAt(bytes, last)]! || 1)
      if (steps[blockAt(bytes, last)] === 0 && this.#isNameAt(text, bytes, length, last)) return true;
    return false;
  }

  /** @param end where a window ends that cannot move */
  #isNameAt(text: string | Buffer, bytes: Buffer, length: number, end: number): boolean {
    // In a name, each pair of characters is where the table says. In other text it rarely is, so most files
    // are searched without reading the names, which are scattered in memory and would take as long as the
    // search.
    const longestStep = this.#window - 1;
    let back = 1;
    while (back < longestStep && this.#steps[blockAt(bytes, end - back)]! <= back) back++;
    return back === longestStep && this.#isWordAt(text, length, end, blockAt(bytes, end));
  }

  #isWordAt(text: string | Buffer, length: number, end: number, block: number): boolean {
    const start = end - this.#window + 1;
    return this.#names.get(block)?.some((name) => isWordAt(text, length, name, start)) ?? false;
  }
}

/** Only some bits of each character count. This may find windows that do not match, but misses none. */
function blockAt(bytes: Buffer, index: number): number {
  return ((bytes[index - 1]! & 63) << 6) | (bytes[index]! & 63);
}

const shared = Buffer.allocUnsafe(64 * 1024);

/**
 * One byte per character, valid until the next call. Reading a string character by character takes longer than
 * this copy.
 */
function bytesOf(text: string): Buffer {
  if (text.length > shared.length) return Buffer.from(text, 'latin1');
  shared.write(text, 'latin1');
  return shared;
}

function isWordAt(text: string | Buffer, length: number, name: string, start: number): boolean {
  const end = start + name.length;
  if (end > length) return false;
  for (let i = 0; i < name.length; i++) if (codeAt(text, start + i) !== name.charCodeAt(i)) return false;
  const isEdge = (outside: number, inside: number): boolean =>
    outside < 0 ||
    outside >= length ||
    !isIdentifierCode(codeAt(text, outside)) ||
    !isIdentifierCode(codeAt(text, inside));
  return isEdge(start - 1, start) && isEdge(end, end - 1);
}

function codeAt(text: string | Buffer, index: number): number {
  return typeof text === 'string' ? text.charCodeAt(index) : text[index]!;
}

/** Non-ASCII characters end a name, so that nothing is missed. */
function isIdentifierCode(code: number): boolean {
  return /[\w$]/.test(String.fromCharCode(code));
}
