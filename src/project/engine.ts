import type { GlobalProperty, RewriteOptions, RewriteResult } from '../engine/types';

/** The part of the engine that a run needs. A separate type, so that tests work without the parser. */
export interface Engine {
  rewrite(source: string, options: RewriteOptions): RewriteResult;
  isRuntimeCopy(source: string): boolean;
  contentOf(source: string): string | null;
  globalPropertiesIn(source: string, filename: string): Omit<GlobalProperty, 'path'>[];
}

export type LoadEngine = () => Promise<Engine>;

/** Loaded on demand, because loading the parser takes longer than searching a whole project. */
export const loadEngine = () => import('./loaded-engine');
