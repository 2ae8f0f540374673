import type { Evidence } from './evidence';
import type { FileOutcome, Project } from './types';

/** A file that mentions an API, with its state. */
export interface FileRecord {
  path: string;
  project: Project;
  mentions: Mentions;
  /** Whether TypeScript has loaded the file, so that it can answer questions. */
  isTyped: boolean;
  /** Undefined until the file is processed for the first time. */
  last?: Processed;
}

export interface Mentions {
  /** The kinds of evidence whose names the file mentions. */
  kinds: readonly string[];
  /**
   * False for a file that mentions only these names. It has no candidates without the options of those kinds.
   */
  hasOthers: boolean;
}

/** The result for a file in one context. */
export interface Processed {
  /** The part of the project's context that concerns the file, to compare it with a later one. */
  contextKey: readonly string[];
  /** `null` for a copy of a runtime. */
  outcome: FileOutcome | null;
  /** Whether the new text was parsed, if there is one. */
  isReadBack: boolean;
  evidence: Evidence;
  /** The copied runtimes that the file already imports. */
  imports: readonly string[];
  /** Whether types could decide more. */
  isOpen: boolean;
}
