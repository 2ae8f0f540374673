import { contentOf } from '../../../src/project/rewrite';
import { digestOf, withDigest } from '../../../src/project/runtime-header';

/** A copy as an older version would have written it: other text, with the digest of that text's content. */
export function olderCopy(copy: string): string {
  const text = copy
    .replace(/^(\/\/ @taro-modernize-runtime )\S+/, '$10.0.1')
    .replace('export ', 'export const older = 1;\nexport ');
  return withDigest(text, digestOf(contentOf(text)!));
}
