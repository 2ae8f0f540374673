import type { Node } from '@babel/types';
import type { NodePath } from '../ast/node-path';
import { readProgram } from '../ast/program';
import { withinDepth } from './errors';
import { parseFile } from './parse/parse';
import { guardedBy } from './resolve/guarded-code';

/**
 * Finds the code that depends on a test of one of these names, such as both branches of
 * `wx.getWindowInfo ? wx.getWindowInfo() : wx.getSystemInfoSync()`.
 * @throws {SourceError} when the text cannot be parsed
 */
export function testedRanges(
  source: string,
  filename: string,
  names: ReadonlySet<string>,
): { start: number; end: number }[] {
  return withinDepth(filename, () => {
    const { program } = readProgram(parseFile(source, filename).ast, source);
    const found: Node[] = [];
    const add = (path: NodePath<Node>, name: string) => {
      if (names.has(name)) found.push(...guardedBy(path));
    };
    program.traverse({
      Identifier: (path) => add(path, path.node.name),
      // `canIUse('getWindowInfo')`
      StringLiteral: (path) => add(path, path.node.value),
    });
    return found.map(({ start, end }) => ({ start: start!, end: end! }));
  });
}
