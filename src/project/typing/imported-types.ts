import type { ts } from 'ts-morph';
import type { TypeScript } from './typescript';

/** The types of the platform's objects in an existing program, as one of its files imports them. */
export function importedTypes(ts: TypeScript, program: ts.Program, file: ts.SourceFile): ts.Type[] {
  const checker = program.getTypeChecker();
  const own = program.getSourceFiles().filter((one) => !one.isDeclarationFile);
  const name = own.flatMap((one) => importedAs(ts, one) ?? [])[0];
  const [global] = checker
    .getSymbolsInScope(file, ts.SymbolFlags.Variable)
    .filter((one) => one.name === 'wx');
  return [
    ...(name ? [checker.getTypeAtLocation(name)] : []),
    ...(global ? [checker.getTypeOfSymbolAtLocation(global, file)] : []),
  ];
}

/** The local name of a file's import of Taro. */
function importedAs(ts: TypeScript, file: ts.SourceFile): ts.Identifier | undefined {
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const name = statement.importClause?.name;
    if (name && statement.moduleSpecifier.text === '@tarojs/taro') return name;
  }
  return undefined;
}
