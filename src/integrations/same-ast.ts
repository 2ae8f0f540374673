/** Fields that do not belong to a program, that repeat others, or that parsers fill differently. */
const IGNORED = new Set(['comments', 'errors', 'loc', 'range', 'tokens']);

/** Fields that some parsers omit. */
const OPTIONAL = new Set(['extra', 'leadingComments', 'innerComments', 'trailingComments']);

/** Whether a part of an AST, with its offsets, is the same as what its text parses to. */
export function isSameAst(own: unknown, parsed: unknown): boolean {
  if (own === parsed || (isAbsent(own) && isAbsent(parsed))) return true;
  if (typeof own !== 'object' || typeof parsed !== 'object' || !own || !parsed) return false;
  const a = own as Record<string, unknown>;
  const b = parsed as Record<string, unknown>;
  return (
    Object.keys(a).every((key) => isSameField(key, a, b)) &&
    Object.keys(b).every((key) => key in a || isSameField(key, a, b))
  );
}

function isSameField(key: string, a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  return IGNORED.has(key) || (OPTIONAL.has(key) && isAbsent(a[key])) || isSameAst(a[key], b[key]);
}

function isAbsent(value: unknown): boolean {
  // Only the TypeScript dialect sets `importKind: 'value'`.
  return !value || value === 'value' || (Array.isArray(value) && value.length === 0);
}
