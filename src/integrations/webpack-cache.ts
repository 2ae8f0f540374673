import { createHash } from 'node:crypto';

/** A webpack configuration that is still being built. */
interface Chain {
  get(key: string): unknown;
  cache(value: unknown): unknown;
}

/**
 * Adds this version and its options to the key of webpack's persistent cache. webpack does not notice when
 * they change, and would keep modules from an earlier rewrite.
 * @param facts the input of the rewrite besides the module
 */
export function keyCache(chain: Chain, facts: unknown): void {
  const cache = chain.get('cache');
  if (typeof cache !== 'object' || cache === null) return;
  const { type, version } = cache as { type?: string; version?: string };
  if (type !== 'filesystem') return;
  const key = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
  chain.cache({ ...cache, version: `${version ?? ''}|taro-modernize-${key}` });
}
