import type { Decision } from '../classify/decision';
import type { AnalyzedFile } from '../file';

/** A step of the decision process. It returns new decisions in place of those that it changes. */
export type Pass = (decisions: readonly Decision[], file: AnalyzedFile) => readonly Decision[];
