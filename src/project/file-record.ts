import type { Evidence } from './evidence';
import type { FileOutcome, Project } from './types';

/** A file that mentions an API, and what is known of it. */
export interface FileRecord {
  path: string;
  project: Project;
  mentions: Mentions;
  /** Whether TypeScript has the file, so that it can be asked. */
  isTyped: boolean;
  /** Absent until the file is processed for the first time. */
  last?: Processed;
}

export interface Mentions {
  /** Names of the kinds of evidence whose names the file has. */
  kinds: readonly string[];
  /** False for a file that has only these names: without the options of those kinds, it has no candidate. */
  hasOthers: boolean;
}

/** What became of a file with one context. */
export interface Processed {
  /** The part of the project's context that concerns the file, to be compared with a later one. */
  contextKey: readonly string[];
  /** `null` for a copy of a runtime. */
  outcome: FileOutcome | null;
  evidence: Evidence;
  /** The copied runtimes that the file imports already. */
  imports: readonly string[];
  /** Whether types could decide more about it. */
  isOpen: boolean;
}
