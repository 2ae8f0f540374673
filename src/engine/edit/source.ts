import type { Comment, File, Program } from '@babel/types';

/** A text with its AST, to search punctuators only in code. */
export class Source {
  readonly program: Program;
  /** In source order. */
  readonly comments: readonly Comment[];
  private readonly byStart: ReadonlyMap<number, Comment>;
  private readonly byEnd: ReadonlyMap<number, Comment>;

  constructor(
    readonly text: string,
    { program, comments }: File,
  ) {
    this.program = program;
    this.comments = [...(comments ?? [])].sort((a, b) => a.start! - b.start!);
    this.byStart = new Map(this.comments.map((comment) => [comment.start!, comment]));
    this.byEnd = new Map(this.comments.map((comment) => [comment.end!, comment]));
  }

  /** Offset of the first code at or after an offset. */
  next(offset: number): number {
    let at = offset;
    for (;;) {
      while (/\s/.test(this.text[at] ?? '')) at++;
      const comment = this.byStart.get(at);
      if (!comment) return at;
      at = comment.end!;
    }
  }

  /** Offset after the last code before an offset. */
  previous(offset: number): number {
    let at = offset;
    for (;;) {
      while (/\s/.test(this.text[at - 1] ?? '')) at--;
      const comment = this.byEnd.get(at);
      if (!comment) return at;
      at = comment.start!;
    }
  }

  /** Offset after a punctuator, if it is the next code. */
  after(punctuator: string, offset: number): number | undefined {
    const at = this.next(offset);
    return this.text.startsWith(punctuator, at) ? at + punctuator.length : undefined;
  }

  /** Offset after the closing parentheses at an offset, or the offset itself. */
  afterClosing(offset: number): number {
    let end = offset;
    for (let next = this.after(')', end); next !== undefined; next = this.after(')', end)) end = next;
    return end;
  }

  /** Offset after the comments that begin on the line of an offset with only whitespace between. */
  endOfTrailingComments(offset: number): number {
    let end = offset;
    for (;;) {
      const at = end + /^[\t ]*/.exec(this.text.slice(end))![0].length;
      const comment = this.byStart.get(at);
      if (!comment) return end;
      end = comment.end!;
    }
  }

  /** The comments that begin in a range. */
  commentsIn(from: number, to: number): Comment[] {
    return this.comments.filter(({ start }) => start! >= from && start! < to);
  }

  /** The source text of a comment. */
  textOf({ start, end }: Comment): string {
    return this.text.slice(start!, end!);
  }
}
