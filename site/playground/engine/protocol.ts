import type { Edit, Finding } from '../../../src/engine/types';
import type { Language } from '../../../src/messages/message';
import type { State } from '../state';

/** What the page asks the worker. */
export type Question = { id: number } & (
  | { kind: 'run'; state: State; language: Language }
  | { kind: 'edits'; state: State; file: string; finding: Pick<Finding, 'migration' | 'start' | 'verdict'> }
);

export type Answer = { id: number } & (
  | { kind: 'run'; results: FileResult[] }
  | { kind: 'edits'; edits: Edit[] }
  | { kind: 'error'; message: string }
);

/** The result for a file. */
export interface FileResult {
  name: string;
  /** The new text, or the same if nothing changes. */
  code: string;
  findings: ShownFinding[];
  edits: Edit[];
  problem?: Problem;
}

/** A finding with its text in the page's language. */
export interface ShownFinding extends Finding {
  /** The name of its page: `105`, or `REC151`. */
  page: string;
}

export interface Problem {
  /** `syntax`: the text cannot be parsed. `defect`: the new text cannot. */
  kind: 'syntax' | 'too-deep' | 'defect' | 'internal';
  message: string;
  line?: number;
  column?: number;
}
