import type { RewriteOptions, RewriteResult } from '../engine/types';

/** The part of the engine that a run needs; a type of its own so that tests can do without the parser. */
export interface Engine {
  rewrite(source: string, options: RewriteOptions): RewriteResult;
  isRuntimeCopy(source: string): boolean;
  contentOf(source: string): string | null;
}

export type LoadEngine = () => Promise<Engine>;

/** Deferred: the parser takes longer to load than a whole project takes to search. */
export const loadEngine: LoadEngine = () => import('./rewrite');
