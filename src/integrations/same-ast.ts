/** Fields that do not belong to a program, or that parsers fill differently. */
const IGNORED = new Set([
  'comments',
  'errors',
  'filename',
  'identifierName',
  'index',
  'range',
  'rangeInternal',
  'tokens',
]);

/** Fields that some parsers omit. */
const OPTIONAL = new Set(['extra', 'leadingComments', 'innerComments', 'trailingComments']);

/** Whether a part of an AST, with its positions, is the same as what its text parses to. */
export function isSameAst(own: unknown, parsed: unknown): boolean {
  if (own === parsed || (isAbsent(own) && isAbsent(parsed))) return true;
  if (typeof own !== 'object' || typeof parsed !== 'object' || !own || !parsed) return false;
  const [a, b] = [own, parsed] as [Record<string, unknown>, Record<string, unknown>];
  return Object.keys({ ...a, ...b }).every(
    (key) => IGNORED.has(key) || (OPTIONAL.has(key) && isAbsent(a[key])) || isSameAst(a[key], b[key]),
  );
}

function isAbsent(value: unknown): boolean {
  // Only the TypeScript dialect sets `importKind: 'value'`.
  return !value || value === 'value' || (Array.isArray(value) && value.length === 0);
}
