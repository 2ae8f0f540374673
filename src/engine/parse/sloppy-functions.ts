import type { BlockStatement, Comment, File, IfStatement } from '@babel/types';

/**
 * Matches branches that may be a function, ignoring comments, because walking all nodes of a bundle takes half
 * as long as parsing it.
 */
const FUNCTION_BRANCH = /(?:\)|\belse)\s*function\b/;

/**
 * Sloppy scripts may contain `if (a) function b() {}`, which means `if (a) { function b() {} }`. Adds that
 * block, because scopes would treat the function as a declaration in the scope around the `if`.
 */
export function wrapFunctionsOfBranches({ program, comments }: File, text: string): void {
  const isBeforeFunction = ({ end }: Comment) => /^\s*function\b/.test(text.slice(end!));
  if (FUNCTION_BRANCH.test(text) || comments?.some(isBeforeFunction)) wrapIn(program);
}

function wrapIn(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && value.type === 'IfStatement') {
    const branch = value as IfStatement;
    branch.consequent = inBlock(branch.consequent);
    if (branch.alternate) branch.alternate = inBlock(branch.alternate);
  }
  for (const part of Object.values(value)) wrapIn(part);
}

function inBlock(statement: IfStatement['consequent']): IfStatement['consequent'] {
  if (statement.type !== 'FunctionDeclaration') return statement;
  const { start, end, loc } = statement;
  return { type: 'BlockStatement', body: [statement], directives: [], start, end, loc } as BlockStatement;
}
