import type MagicString from 'magic-string';
import type { Edit } from '../types';

/** A chunk of the input, with its replacement and the text inserted around it. */
interface Chunk {
  start: number;
  end: number;
  original: string;
  intro: string;
  content: string;
  outro: string;
  next: Chunk | null;
}

/** A part of magic-string that its types omit. */
interface Chunks {
  original: string;
  intro: string;
  outro: string;
  firstChunk: Chunk | null;
}

/** The edits that produce the new text, in order. Adjacent edits are merged. */
export function editsOf(output: MagicString): Edit[] {
  const { original: input, intro: head, outro: tail, firstChunk } = output as unknown as Chunks;
  const edits: Edit[] = [];
  const add = (start: number, end: number, text: string) => {
    const last = edits.at(-1);
    if (start === end && text === '') return;
    if (last?.end === start) edits[edits.length - 1] = { start: last.start, end, text: last.text + text };
    else edits.push({ start, end, text });
  };
  add(0, 0, head);
  for (let chunk = firstChunk; chunk; chunk = chunk.next) {
    const { start, end, original, intro, content, outro } = chunk;
    add(start, start, intro);
    if (content !== original) add(start, end, content);
    add(end, end, outro);
  }
  add(input.length, input.length, tail);
  return edits;
}
