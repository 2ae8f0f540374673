import { createHash } from 'node:crypto';

const HEADER = /^(\uFEFF?\/\/ @taro-modernize-runtime (\d\S*))(?: (sha256|content):([0-9a-f]{16}))?(.*)$/m;

export interface RuntimeHeader {
  version: string;
  /** What the copy was when it was made: a digest of its content, or of its text in copies of version 0.1.0. */
  digest: { of: 'content' | 'text'; value: string } | null;
}

/** `null` when the file is not a copy of our runtime. */
export function readRuntimeHeader(text: string): RuntimeHeader | null {
  const match = HEADER.exec(text.slice(0, 2000));
  if (!match) return null;
  const [, , version, kind, value] = match;
  const digest =
    value === undefined ? null : ({ of: kind === 'content' ? 'content' : 'text', value } as const);
  return { version: version!, digest };
}

/**
 * Writes the digest into the header line. So a later version can tell its own unchanged copy from one with a
 * person's work in it, without knowing what each earlier version looked like.
 */
export function withDigest(text: string, digest: string): string {
  return text.replace(
    HEADER,
    (_line, start: string, _version, _kind, _old, rest: string) => `${start} content:${digest}${rest}`,
  );
}

/** The same text, whatever digest it has. Git may have changed the line ends at checkout. */
export function withoutDigest(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(HEADER, (_line, start: string, _version, _kind, _old, rest: string) => start + rest);
}

/** Of the text below the header, which is what version 0.1.0 wrote into it. */
export function textDigest(text: string): string {
  return digestOf(
    text
      .replace(HEADER, '')
      .replace(/^\uFEFF/, '')
      .replace(/\r\n/g, '\n'),
  );
}

export function digestOf(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
