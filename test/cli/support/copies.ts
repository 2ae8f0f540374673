import { createHash } from 'node:crypto';
import { contentOf } from '../../../src/project/rewrite';
import { digestOf, withDigest } from '../../../src/project/runtime-header';

/** A copy as an older version would have written it: other text, with the digest of that text's content. */
export function olderCopy(copy: string): string {
  const text = copy
    .replace(/^(\/\/ @taro-modernize-runtime )\S+/, '$10.0.1')
    .replace('export ', 'export const older = 1;\nexport ');
  return withDigest(text, digestOf(contentOf(text)!));
}

/** A copy as version 0.1.0 wrote it: with a digest of the text below the header. */
export function copyOf010(body: string): string {
  const digest = createHash('sha256').update(`\n${body}`).digest('hex').slice(0, 16);
  return `// @taro-modernize-runtime 0.1.0 sha256:${digest}\n${body}`;
}
