import { compareVersions } from '../migrations/version';
import type { Engine } from './engine';
import { digestOf, type RuntimeHeader, readRuntimeHeader, textDigest, withoutDigest } from './runtime-header';
import { contentOfRelease } from './runtime-release';

/**
 * What a file of a copy is, seen from this version: `current` needs nothing, `outdated` is unchanged and may be
 * replaced, `edited` is an older one with a person's changes, `newer` comes from a later version of this tool,
 * `foreign` is no copy at all.
 */
export type CopyState = 'current' | 'outdated' | 'edited' | 'newer' | 'foreign';

/**
 * @param text What the file holds.
 * @param wanted What this version would write, without a digest.
 */
export function stateOf(
  text: string,
  wanted: string,
  version: string,
  contentOf: Engine['contentOf'],
): CopyState {
  if (withoutDigest(text) === wanted) return 'current';
  const header = readRuntimeHeader(text);
  if (header === null) return 'foreign';
  const content = contentOf(text);
  if (content !== null && content === contentOf(wanted)) return 'current';
  const age = compareVersions(header.version, version);
  if (age > 0) return 'newer';
  if (isUnchanged(text, header, content)) return 'outdated';
  // A person who has changed the copy of this very version lacks nothing.
  return age === 0 && header.digest?.of !== 'text' ? 'current' : 'edited';
}

/** Whether nobody has changed the file since it was copied: its layout does not count. */
export function isUnchanged(text: string, { digest }: RuntimeHeader, content: string | null): boolean {
  const now = content === null ? '' : digestOf(content);
  if (digest?.of === 'content') return digest.value === now;
  return digest !== null && (digest.value === textDigest(text) || contentOfRelease(digest.value) === now);
}
