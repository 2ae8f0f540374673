import type { ts } from 'ts-morph';
import { PlatformDeclarations } from './platform';
import type { TypeScript } from './typescript';

export type Owner = 'platform' | 'foreign' | undefined;

/** Decides from declarations which API the member at a position in a file is. */
export class Lookup {
  readonly #ts: TypeScript;
  readonly #checker: ts.TypeChecker;
  readonly #platform: PlatformDeclarations;

  /** @param objects the types of the platform's objects, such as `Taro` and `wx` */
  constructor(ts: TypeScript, checker: ts.TypeChecker, objects: () => readonly ts.Type[]) {
    this.#ts = ts;
    this.#checker = checker;
    this.#platform = new PlatformDeclarations(ts, checker, objects);
  }

  at(file: ts.SourceFile, offset: number): Owner {
    const node = nodeAt(this.#ts, file, offset);
    return node.getStart(file) === offset ? this.of(node) : undefined;
  }

  /** @param node the name of a member, or a string in its place */
  of(node: ts.Node): Owner {
    const ts = this.#ts;
    const checker = this.#checker;
    let outer: ts.Node = node;
    while (isWrapper(ts, outer.parent)) outer = outer.parent;
    const { parent } = outer;

    if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
      return this.#memberOf(checker.getTypeAtLocation(parent.expression), parent.name.text);
    }
    const name = this.#nameOf(node);
    if (name === undefined) return undefined;
    if (ts.isElementAccessExpression(parent) && parent.argumentExpression === outer) {
      return this.#memberOf(checker.getTypeAtLocation(parent.expression), name);
    }
    const key = ts.isComputedPropertyName(parent) ? parent : outer;
    const element = key.parent;
    if (ts.isBindingElement(element) && (element.propertyName ?? element.name) === key) {
      return this.#memberOf(checker.getTypeAtLocation(element.parent), name);
    }
    const isAssigned = ts.isPropertyAssignment(element) || ts.isShorthandPropertyAssignment(element);
    if (isAssigned && element.name === key && ts.isIdentifier(key)) {
      const property = checker.getPropertySymbolOfDestructuringAssignment(key);
      return property && this.#declared(property);
    }
    return undefined;
  }

  /** The constant in brackets may be declared elsewhere. */
  #nameOf(node: ts.Node): string | undefined {
    const ts = this.#ts;
    const checker = this.#checker;
    if (ts.isStringLiteralLike(node)) return node.text;
    if (!ts.isIdentifier(node)) return undefined;
    const isValue = ts.isComputedPropertyName(node.parent) || ts.isElementAccessExpression(node.parent);
    if (!isValue) return node.text;
    const type = checker.getTypeAtLocation(node);
    return type.isStringLiteral() ? type.value : undefined;
  }

  #memberOf(given: ts.Type, name: string): Owner {
    const checker = this.#checker;
    const type = checker.getNonNullableType(given);
    const property = checker.getPropertyOfType(type, name);
    if (property) {
      const owner = this.#declared(property);
      return owner === 'foreign' && this.#mayBePlatform(type, property) ? undefined : owner;
    }
    if (this.#platform.isObject(type)) return 'platform';
    const handedOn = this.#handedOn(type.getSymbol(), name);
    return handedOn && this.#declared(handedOn);
  }

  #declared(symbol: ts.Symbol): Owner {
    const ts = this.#ts;
    const checker = this.#checker;
    const property = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const declarations = property.declarations ?? [];
    if (declarations.length === 0) return undefined;
    const ours = declarations.filter((one) => this.#platform.isMember(one)).length;
    if (ours > 0) return ours === declarations.length ? 'platform' : undefined;
    return this.#isPromise(property, declarations) ? undefined : 'foreign';
  }

  /** An interface of the project describes the expected object but not its source, which may be Taro. */
  #mayBePlatform(type: ts.Type, { declarations = [] }: ts.Symbol): boolean {
    const ts = this.#ts;
    const isOwnPromise = declarations.every(
      (one) =>
        (ts.isPropertySignature(one) || ts.isMethodSignature(one)) && !one.getSourceFile().isDeclarationFile,
    );
    return isOwnPromise && this.#platform.fits(type);
  }

  /** A variable or property that only has the type of a platform function may contain any function. */
  #isPromise(property: ts.Symbol, declarations: readonly ts.Declaration[]): boolean {
    const ts = this.#ts;
    const checker = this.#checker;
    const isEmpty = declarations.every(
      (one) => ts.isPropertySignature(one) || (ts.isPropertyDeclaration(one) && !one.initializer),
    );
    if (!isEmpty) return false;
    const type = checker.getNonNullableType(checker.getTypeOfSymbol(property));
    return (type.getSymbol()?.declarations ?? []).some((one) => this.#platform.isMember(one));
  }

  /**
   * The exports of a module through `export *`. TypeScript exports nothing from a module with `export =`,
   * like Taro's types, but bundlers export what Taro's code does.
   */
  #handedOn(module: ts.Symbol | undefined, name: string, seen = new Set<ts.Symbol>()): ts.Symbol | undefined {
    const ts = this.#ts;
    const checker = this.#checker;
    if (!module || seen.has(module) || !(module.flags & ts.SymbolFlags.ValueModule)) return undefined;
    seen.add(module);
    for (const star of module.exports?.get(ts.InternalSymbolName.ExportStar)?.declarations ?? []) {
      if (!ts.isExportDeclaration(star) || !star.moduleSpecifier) continue;
      const target = checker.getSymbolAtLocation(star.moduleSpecifier);
      const whole = target?.exports?.get(ts.InternalSymbolName.ExportEquals);
      const type = whole && checker.getTypeOfSymbol(resolved(ts, checker, whole));
      const found = type ? checker.getPropertyOfType(type, name) : this.#handedOn(target, name, seen);
      if (found) return found;
    }
    return undefined;
  }
}

function resolved(ts: TypeScript, checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The innermost node at an offset. */
function nodeAt(ts: TypeScript, file: ts.SourceFile, offset: number): ts.Node {
  let node: ts.Node = file;
  for (;;) {
    const inner: ts.Node | undefined = ts.forEachChild(node, (child) =>
      child.pos <= offset && offset < child.end ? child : undefined,
    );
    if (!inner) return node;
    node = inner;
  }
}

/** Syntax around a name in brackets that does not change its value. */
function isWrapper(ts: TypeScript, node: ts.Node): boolean {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
  );
}
