import type { ts } from 'ts-morph';
import type { TypeScript } from './typescript';

/** The types of `Taro` and `wx` in a program, if possible as a file of it imports them. */
export function platformObjects(ts: TypeScript, program: ts.Program, file: ts.SourceFile): ts.Type[] {
  const checker = program.getTypeChecker();
  const own = program.getSourceFiles().filter((one) => !one.isDeclarationFile);
  const [name] = [file, ...own].flatMap((one) => importOfTaro(ts, one) ?? []);
  const [global] = checker
    .getSymbolsInScope(file, ts.SymbolFlags.Variable)
    .filter((one) => one.name === 'wx');
  return [
    ...(name ? [checker.getTypeAtLocation(name)] : []),
    ...(global ? [checker.getTypeOfSymbolAtLocation(global, file)] : []),
  ];
}

/** The local name of a file's import of Taro. */
function importOfTaro(ts: TypeScript, file: ts.SourceFile): ts.Identifier | undefined {
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const name = statement.importClause?.name;
    if (name && statement.moduleSpecifier.text === '@tarojs/taro') return name;
  }
  return undefined;
}

/**
 * Distinguishes the declarations of the platform's own object from others. Taro's package also declares
 * cameras and pushers with methods of the same names, so the declaration that contains a method decides, not
 * the file.
 */
export class PlatformDeclarations {
  readonly #ts: TypeScript;
  readonly #checker: ts.TypeChecker;
  readonly #objects: () => readonly ts.Type[];

  /** @param objects the types of the platform's objects */
  constructor(ts: TypeScript, checker: ts.TypeChecker, objects: () => readonly ts.Type[]) {
    this.#ts = ts;
    this.#checker = checker;
    this.#objects = objects;
  }

  /** A member of Taro or of WeChat's `wx`. */
  isMember(declaration: ts.Declaration): boolean {
    const ts = this.#ts;
    const { parent } = declaration;
    if (ts.isInterfaceDeclaration(parent)) return this.isInterface(parent);
    // Taro 1 and 2, and older typings of WeChat, have namespaces of functions, each with a namespace for its
    // types.
    const isFunction = ts.isFunctionDeclaration(declaration) || ts.isModuleDeclaration(declaration);
    return isFunction && this.#isNamespace(moduleAround(ts, declaration));
  }

  /**
   * The interface of Taro or `wx`. Parts of Taro's interface are declared in separate modules and count as
   * one.
   */
  isInterface(declaration: ts.InterfaceDeclaration): boolean {
    const ts = this.#ts;
    const name = declaration.name.text;
    if (name !== 'TaroStatic' && name !== 'Wx') return false;
    const parts = this.#checker.getSymbolAtLocation(declaration.name)?.declarations ?? [];
    return parts.some((part) => {
      const around = moduleAround(ts, part)?.name.text;
      return name === 'Wx'
        ? around === 'WechatMiniprogram' || around === 'wx'
        : around === 'Taro' || around === '@tarojs/taro';
    });
  }

  /**
   * Whether a type is the platform's, even if its current declarations no longer contain deprecated members.
   */
  isObject(type: ts.Type): boolean {
    if (type.isIntersection()) return type.types.some((part) => this.isObject(part));
    const declarations = type.getSymbol()?.declarations ?? [];
    return declarations.some((one) => this.#ts.isInterfaceDeclaration(one) && this.isInterface(one));
  }

  /**
   * Whether one of the platform's objects has all members of a type. Their types need not match, because code
   * that passes Taro as its own interface often uses a type assertion.
   */
  fits(type: ts.Type): boolean {
    const checker = this.#checker;
    const wanted = checker.getPropertiesOfType(type);
    return this.#objects().some((given) =>
      wanted.every(({ name }) => checker.getPropertyOfType(given, name) !== undefined),
    );
  }

  #isNamespace(module: ts.ModuleDeclaration | undefined): boolean {
    if (!module) return false;
    const name = module.name.text;
    // By name, not by folder, because a linked package can be anywhere.
    return name === '@tarojs/taro' || (/^(Taro|wx)$/.test(name) && module.getSourceFile().isDeclarationFile);
  }
}

function moduleAround(ts: TypeScript, node: ts.Node): ts.ModuleDeclaration | undefined {
  const block = node.parent;
  return block && ts.isModuleBlock(block) ? block.parent : undefined;
}
