import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ts } from 'ts-morph';
import type { RewriteOptions } from '../../engine/types';
import { importedTypes } from '../../project/typing/imported-types';
import { Lookup } from '../../project/typing/lookup';
import type { TypeScript } from '../../project/typing/typescript';
import type { SourceCode } from './host';

/** What parsers with types offer, by the names of `@typescript-eslint/parser`. */
interface TypedServices {
  program: ts.Program;
  esTreeNodeToTSNodeMap: { get(node: unknown): ts.Node | undefined };
}

/** Asks the types that the parser has made, where it has: the program that other rules with types ask. */
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
      // The checker may stumble over code that does not compile: then it has not decided anything.
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
  return new Lookup(ts, checker, () => importedTypes(ts, program, file));
}

/**
 * The project's TypeScript, with which the parser has made the program. Numbers of syntax kinds differ between
 * versions: `isSourceFile` is false for the file of another one.
 */
function typeScriptIn(folder: string): TypeScript | undefined {
  try {
    return createRequire(join(folder, 'package.json'))('typescript') as TypeScript;
  } catch {
    return undefined;
  }
}
