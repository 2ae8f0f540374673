import type { Decision } from '../classify/decision';
import type { AnalyzedFile } from '../file';

/** One step from candidates to decisions. It gives new decisions in place of those that it decides otherwise. */
export type Pass = (decisions: readonly Decision[], file: AnalyzedFile) => readonly Decision[];
