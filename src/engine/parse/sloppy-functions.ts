import type { BlockStatement, Comment, File, IfStatement } from '@babel/types';

/**
 * Sloppy scripts may contain `if (a) function b() {}`, which means `if (a) { function b() {} }`. Adds that
 * block, because scopes would treat the function as a declaration in the scope around the `if`.
 */
export function wrapFunctionsOfBranches({ program, comments }: File, text: string): void {
  wrapIn(program, possibleBranches(text, comments ?? []));
}

/** The offsets of functions that follow the head of an `if` or an `else`. Most scripts have none. */
function possibleBranches(text: string, comments: readonly Comment[]): number[] {
  const starts = new Map(comments.map(({ start, end }) => [end!, start!]));
  const isBranch = (offset: number): boolean => {
    let end = offset;
    while (end > 0 && /\s/.test(text[end - 1]!)) end--;
    const comment = starts.get(end);
    return comment === undefined
      ? /(?:\)|\belse)$/.test(text.slice(Math.max(0, end - 5), end))
      : isBranch(comment);
  };
  return [...text.matchAll(/\bfunction\b/g)].map((match) => match.index!).filter(isBranch);
}

/** Visits only nodes with such a function, because walking all of a bundle takes half as long as parsing it. */
function wrapIn(value: unknown, offsets: readonly number[]): void {
  if (typeof value !== 'object' || value === null) return;
  let inside = offsets;
  if ('type' in value) {
    const { start, end } = value as unknown as { start: number; end: number };
    inside = offsets.filter((offset) => start <= offset && offset < end);
    if (inside.length === 0) return;
    if (value.type === 'IfStatement') {
      const branch = value as IfStatement;
      branch.consequent = inBlock(branch.consequent);
      if (branch.alternate) branch.alternate = inBlock(branch.alternate);
    }
  }
  for (const part of Object.values(value)) wrapIn(part, inside);
}

function inBlock(statement: IfStatement['consequent']): IfStatement['consequent'] {
  if (statement.type !== 'FunctionDeclaration') return statement;
  const { start, end, loc } = statement;
  return { type: 'BlockStatement', body: [statement], directives: [], start, end, loc } as BlockStatement;
}
