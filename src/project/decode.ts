import { isUtf8 } from 'node:buffer';
import type { Problem } from './types';

type Decoded = { text: string } | { problem: Problem };

/** UTF-8 with or without a BOM. The BOM stays in the text, so that writing it back gives the same bytes. */
export function decodeSource(bytes: Buffer): Decoded {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return { problem: { kind: 'encoding', detail: 'UTF-16' } };
  if (bytes.includes(0)) return { problem: { kind: 'binary' } };
  if (!valid(bytes)) {
    const place = brokenAt(bytes);
    return {
      problem:
        place === null ? { kind: 'encoding', detail: guess(bytes) } : { kind: 'broken-utf8', ...place },
    };
  }
  return { text: bytes.toString('utf8') };
}

function valid(bytes: Buffer): boolean {
  // Node 18.0–18.13 has no isUtf8.
  if (typeof isUtf8 === 'function') return isUtf8(bytes);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Guesses the encoding only for the advice: older mini-program code bases are often GBK. */
function guess(bytes: Buffer): string {
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return 'GBK';
  } catch {
    return '';
  }
}

/** The position of the first invalid bytes in a text that is UTF-8 otherwise; `null` for another encoding. */
function brokenAt(bytes: Buffer): { line: number; column: number } | null {
  const text = bytes.toString('utf8');
  // Half of a character outside the basic plane, encoded by itself.
  const surrogates = /\xed[\xa0-\xbf][\x80-\xbf]/g;
  const isSurrogate = valid(Buffer.from(bytes.toString('latin1').replace(surrogates, '?'), 'latin1'));
  const characters = text.match(/[\u0080-\uffff]/g) ?? [];
  const broken = characters.filter((one) => one === REPLACEMENT).length;
  if (!isSurrogate && broken * 2 >= characters.length) return null;
  const lines = text.slice(0, text.indexOf(REPLACEMENT)).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

/** What a decoder writes for invalid bytes. */
const REPLACEMENT = '\ufffd';
