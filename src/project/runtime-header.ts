import { createHash } from 'node:crypto';

const HEADER = /^(\uFEFF?\/\/ @taro-modernize-runtime (\d\S*))(?: sha256:([0-9a-f]{16}))?(.*)$/m;

export interface RuntimeHeader {
  version: string;
  /** True when nobody has changed the file since it was copied. */
  pristine: boolean;
}

/** `null` when the file is not a copy of our runtime. */
export function readRuntimeHeader(text: string): RuntimeHeader | null {
  const match = HEADER.exec(text.slice(0, 2000));
  if (!match) return null;
  return { version: match[2]!, pristine: match[3] === digest(text) };
}

/**
 * Writes the hash of everything below it into the header line. So a later version can tell its own unchanged
 * copy from one with a person's work in it, without knowing what each earlier version looked like.
 */
export function stamp(text: string): string {
  const hash = digest(text);
  return text.replace(
    HEADER,
    (_line, start: string, _version, _old, rest: string) => `${start} sha256:${hash}${rest}`,
  );
}

/** git may have changed the line ends at checkout; that is not a person's change. */
function digest(text: string): string {
  const body = text
    .replace(HEADER, '')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n/g, '\n');
  return createHash('sha256').update(body).digest('hex').slice(0, 16);
}
