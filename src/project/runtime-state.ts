import { compareVersions } from '../migrations/version';
import type { Engine } from './engine';
import { digestOf, readRuntimeHeader, withoutDigest } from './runtime-header';

/**
 * The state of a copied file compared with this version: `current` needs no change, `outdated` is unmodified
 * and may be replaced, `edited` is an older one with changes of the user, `newer` is from a later version of
 * this tool, `foreign` is not a copy.
 */
export type CopyState = 'current' | 'outdated' | 'edited' | 'newer' | 'foreign';

/**
 * @param text the current text of the file
 * @param wanted the text of this version
 */
export function stateOf(
  text: string,
  wanted: string,
  version: string,
  contentOf: Engine['contentOf'],
): CopyState {
  if (withoutDigest(text) === withoutDigest(wanted)) return 'current';
  const header = readRuntimeHeader(text);
  if (header === null) return 'foreign';
  const content = contentOf(text);
  if (content !== null && content === contentOf(wanted)) return 'current';
  const age = compareVersions(header.version, version);
  if (age > 0) return 'newer';
  if (content !== null && header.digest === digestOf(content)) return 'outdated';
  // An edited copy of this version needs no upgrade.
  return age === 0 ? 'current' : 'edited';
}
