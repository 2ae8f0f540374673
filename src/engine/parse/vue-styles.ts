import type { Range } from './vue-expression';

/**
 * The expressions in the `v-bind()` of a style, without quotes around them. Comments have none, as in Vue's
 * compiler.
 */
export function styleBindings(text: string, { start, end }: Range): Range[] {
  const code = text
    .slice(start, end)
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, (comment) => ' '.repeat(comment.length));
  return [...code.matchAll(/v-bind\s*\(/g)].map(({ 0: opening, index }) => {
    const from = index + opening.length;
    const inside = code.slice(from, closingParenthesis(code, from));
    const [, before = '', , expression = ''] = /^(\s*(['"]?))([\s\S]*)\2\s*$/.exec(inside) ?? [];
    const at = start + from + before.length;
    return { start: at, end: at + expression.length };
  });
}

/** The offset of the parenthesis that closes the one before an offset. */
function closingParenthesis(code: string, from: number): number {
  const tokens = /'[^']*'|"[^"]*"|[()]/g;
  tokens.lastIndex = from;
  let depth = 1;
  for (let token = tokens.exec(code); token; token = tokens.exec(code)) {
    if (token[0] === '(') depth++;
    if (token[0] === ')') depth--;
    if (depth === 0) return token.index;
  }
  return code.length;
}
