import { createHash } from 'node:crypto';

const HEADER = /^(\uFEFF?\/\/ @taro-modernize-runtime (\d\S*))(?: content:([0-9a-f]{16}))?(.*)$/m;

interface RuntimeHeader {
  version: string;
  /** The digest of the copy's content when it was created. */
  digest: string | null;
}

/** `null` if the file is not a copy of one of our runtimes. */
export function readRuntimeHeader(text: string): RuntimeHeader | null {
  const match = HEADER.exec(text.slice(0, 2000));
  if (!match) return null;
  const [, , version, digest = null] = match;
  return { version: version!, digest };
}

/**
 * Adds the digest to the header line. It lets a later version distinguish an unmodified copy from an edited
 * one without knowing the texts of earlier versions.
 */
export function withDigest(text: string, digest: string): string {
  return text.replace(
    HEADER,
    (_line, start: string, _version, _old, rest: string) => `${start} content:${digest}${rest}`,
  );
}

/** The text without its digest. Git may have changed the line endings at checkout. */
export function withoutDigest(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(HEADER, (_line, start: string, _version, _old, rest: string) => start + rest);
}

/** 16 hex digits of the SHA-256 hash. */
export function digestOf(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
