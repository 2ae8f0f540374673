import type { ts } from 'ts-morph';
import type { TypeScript } from './typescript';

/**
 * Tells the declarations of the platform's own object from all others. Taro's package also declares cameras and
 * pushers with methods of the same names, so what counts is the declaration around a method, not the file.
 */
export class PlatformDeclarations {
  readonly #ts: TypeScript;
  readonly #checker: ts.TypeChecker;
  readonly #objects: () => readonly ts.Type[];

  /** @param objects The types of the platform's objects. */
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
    // Taro 1 and 2, and old typings of WeChat, have namespaces of functions, each with a namespace of its types.
    const isFunction = ts.isFunctionDeclaration(declaration) || ts.isModuleDeclaration(declaration);
    return isFunction && this.#isNamespace(moduleAround(ts, declaration));
  }

  /** The interface of Taro or `wx`; taken together, because each part of Taro's stands in a module of its own. */
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

  /** Whether a type is the platform's, also where its current declarations no longer list what is deprecated. */
  isObject(type: ts.Type): boolean {
    if (type.isIntersection()) return type.types.some((part) => this.isObject(part));
    const declarations = type.getSymbol()?.declarations ?? [];
    return declarations.some((one) => this.#ts.isInterfaceDeclaration(one) && this.isInterface(one));
  }

  /**
   * Whether one of the platform's objects has all members of a type. Whether their types agree does not count: code
   * that hands Taro to an interface of its own often does so through a type assertion.
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
    // By name and not by folder: a linked package is anywhere.
    return name === '@tarojs/taro' || (/^(Taro|wx)$/.test(name) && module.getSourceFile().isDeclarationFile);
  }
}

function moduleAround(ts: TypeScript, node: ts.Node): ts.ModuleDeclaration | undefined {
  const block = node.parent;
  return block && ts.isModuleBlock(block) ? block.parent : undefined;
}
