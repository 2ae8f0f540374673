import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ts } from 'ts-morph';
import type { RewriteOptions } from '../../engine/types';
import { Lookup } from '../../project/typing/lookup';
import { platformObjects } from '../../project/typing/platform';
import type { TypeScript } from '../../project/typing/typescript';
import type { SourceCode } from './host';

/** The parser services of parsers with types, as named by `@typescript-eslint/parser`. */
interface TypedServices {
  program: ts.Program;
  esTreeNodeToTSNodeMap: { get(node: unknown): ts.Node | undefined };
}

/** Looks up types in the parser's program if it has one. Other rules with types use the same program. */
export function typesOf(sourceCode: SourceCode, folders: readonly string[]): RewriteOptions['decideMember'] {
  const { parserServices } = sourceCode;
  if (!hasTypes(parserServices)) return undefined;
  const { program, esTreeNodeToTSNodeMap: nodes } = parserServices;
  let lookup: Lookup | null | undefined;
  return (offset) => {
    const node = sourceCode.getNodeByRangeIndex(offset);
    const typed = node?.range?.[0] === offset ? nodes.get(node) : undefined;
    if (!typed) return undefined;
    lookup ??= lookupIn(program, typed.getSourceFile(), folders);
    try {
      return lookup?.of(typed);
    } catch {
      // The checker may throw on code that does not compile. The question then stays undecided.
      return undefined;
    }
  };
}

function hasTypes(services: unknown): services is TypedServices {
  const { program, esTreeNodeToTSNodeMap } = (services ?? {}) as Partial<TypedServices>;
  return Boolean(program && esTreeNodeToTSNodeMap);
}

function lookupIn(program: ts.Program, file: ts.SourceFile, folders: readonly string[]): Lookup | null {
  const ts = folders
    .flatMap((folder) => typeScriptIn(folder) ?? [])
    .find((found) => found.isSourceFile(file));
  if (!ts) return null;
  const checker = program.getTypeChecker();
  return new Lookup(ts, checker, () => platformObjects(ts, program, file));
}

/**
 * The project's TypeScript, with which the parser created the program. Syntax kind numbers differ between
 * versions, so `isSourceFile` is false for a file of another version.
 */
function typeScriptIn(folder: string): TypeScript | undefined {
  try {
    return createRequire(join(folder, 'package.json'))('typescript') as TypeScript;
  } catch {
    return undefined;
  }
}
