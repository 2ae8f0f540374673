import { createHash } from 'node:crypto';

/** A webpack configuration that is still being put together. */
interface Chain {
  get(key: string): unknown;
  cache(value: unknown): unknown;
}

/**
 * Makes webpack's persistent cache this version's, with these options: webpack itself does not notice when
 * either changes, and would go on with modules that were rewritten otherwise.
 * @param facts What the rewrite depends on beside the module.
 */
export function keyCache(chain: Chain, facts: unknown): void {
  const cache = chain.get('cache');
  if (typeof cache !== 'object' || cache === null) return;
  const { type, version } = cache as { type?: string; version?: string };
  if (type !== 'filesystem') return;
  const key = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
  chain.cache({ ...cache, version: `${version ?? ''}|taro-modernize-${key}` });
}
