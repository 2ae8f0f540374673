import type { BlockStatement, IfStatement } from '@babel/types';

/**
 * Scripts may say `if (a) function b() {}`, which means `if (a) { function b() {} }`. Gives such functions that block:
 * Babel's scopes take them for declarations of the scope around the `if` and fail where they clash with another name.
 */
export function wrapFunctionsOfBranches(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && value.type === 'IfStatement') {
    const branch = value as IfStatement;
    branch.consequent = inBlock(branch.consequent);
    if (branch.alternate) branch.alternate = inBlock(branch.alternate);
  }
  for (const part of Object.values(value)) wrapFunctionsOfBranches(part);
}

function inBlock(statement: IfStatement['consequent']): IfStatement['consequent'] {
  if (statement.type !== 'FunctionDeclaration') return statement;
  const { start, end, loc } = statement;
  return { type: 'BlockStatement', body: [statement], directives: [], start, end, loc } as BlockStatement;
}
