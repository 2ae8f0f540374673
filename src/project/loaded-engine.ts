/** The part of the engine that a run loads on demand. */
export { testedRanges } from '../engine/fallbacks';
export { contentOf, globalPropertiesIn, isRuntimeCopy, rewrite } from './rewrite';
