import type { Operation } from './operations';

/** `{ ...a(), ...b() }` */
export function mergeText({ to, isAssign, isBody }: Extract<Operation, { type: 'merge-calls' }>): string {
  if (isAssign) return `Object.assign({}, ${to.map((one) => `${one}()`).join(', ')})`;
  const object = `{ ${to.map((one) => `...${one}()`).join(', ')} }`;
  return isBody ? `(${object})` : object;
}
