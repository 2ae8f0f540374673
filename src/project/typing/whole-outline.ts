import type { Outline } from '../../engine/resolve/module-outline';
import type { TypeScript } from './typescript';

/** The outline of a file that only TypeScript can parse, of which everything is needed. */
export function wholeOutline(ts: TypeScript, text: string): Outline {
  const specifiers = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
  const names = {
    references: new Set(text.match(/[\w$]+/g)),
    assigned: new Set<string>(),
    hoisted: new Set<string>(),
    specifiers,
  };
  const part = { start: 0, end: text.length, isGlobal: true, isModule: true, names: () => names };
  return {
    parts: [part],
    byName: new Map(),
    taken: new Map(),
    stars: [],
    effects: [],
    declared: new Set(),
    isOpaque: true,
  };
}
