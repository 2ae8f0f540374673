import type { Edit } from '../engine/types';
import type { FileChange, Project } from './types';

/** A change as the file's bytes and its edits. The texts are created on demand and not kept. */
export class SourceChange implements FileChange {
  constructor(
    private readonly bytes: Buffer,
    readonly edits: readonly Edit[],
    readonly runtimes: readonly string[],
    readonly project: Project,
    readonly parts?: FileChange['parts'],
  ) {}

  get before(): string {
    return this.bytes.toString('utf8');
  }

  get after(): string {
    const { before, edits } = this;
    const parts = edits.map(
      ({ start, text }, index) => before.slice(edits[index - 1]?.end ?? 0, start) + text,
    );
    return parts.join('') + before.slice(edits.at(-1)?.end ?? 0);
  }
}
