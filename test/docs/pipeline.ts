import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const ENGINE = join(import.meta.dirname, '../../src/engine');

/** A function that the engine calls on the way of a text, with the steps inside it. */
interface Step {
  name: string;
  /** The first sentence of its doc comment. */
  about: string;
  steps: Step[];
}

/** The way of a text through the engine as a tree: the calls in `rewriteText`, `plan` and the list of passes. */
export function pipeline(): string {
  const steps = stepsIn(join(ENGINE, 'index.ts'), 'rewriteText');
  return `${['rewrite', ...linesOf(steps)].join('\n')}\n`;
}

function linesOf(steps: readonly Step[], indent = ''): string[] {
  return steps.flatMap(({ name, about, steps: inner }, index) => {
    const isLast = index === steps.length - 1;
    const head = `${indent}${isLast ? '└─' : '├─'} ${name}`;
    return [
      `${head.padEnd(29)} ${shortened(about)}`.trimEnd(),
      ...linesOf(inner, indent + (isLast ? '   ' : '│  ')),
    ];
  });
}

/** Without the clauses that do not fit on the line. */
function shortened(text: string): string {
  if (text.length <= 90) return text;
  const comma = text.lastIndexOf(', ', 90);
  return comma < 0 ? `${text.slice(0, 89)}…` : text.slice(0, comma);
}

/** The functions and classes of other files that a declaration uses, in the order in which they run. */
function stepsIn(file: string, declaration: string): Step[] {
  const source = parsed(file);
  const imports = importsOf(source);
  const found: Step[] = [];
  const entered = new Set<string>();
  const use = ({ text: name, parent }: ts.Identifier) => {
    const target = imports.get(name);
    // A pass can be in the list several times.
    const isNew = ts.isArrayLiteralExpression(parent) || !found.some((one) => one.name === name);
    if (target) found.push(...(isNew ? [stepOf(target, name)] : []));
    else enter(name);
  };
  const enter = (name: string) => {
    const local = declarationOf(source, name);
    if (!local || entered.has(name)) return;
    entered.add(name);
    ts.forEachChild(local, visit);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node)) use(node);
    else if (ts.isPropertyAccessExpression(node)) visit(node.expression);
    else if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      // Arguments are evaluated before the call.
      node.arguments?.forEach(visit);
      visit(node.expression);
    } else if (isNamed(node)) {
      if (node.initializer) visit(node.initializer);
    } else ts.forEachChild(node, visit);
  };
  enter(declaration);
  return found;
}

/** Nodes whose names are declared rather than used. */
function isNamed(
  node: ts.Node,
): node is ts.VariableDeclaration | ts.ParameterDeclaration | ts.PropertyAssignment {
  return ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isPropertyAssignment(node);
}

function stepOf(file: string, name: string): Step {
  const isWay = file === join(ENGINE, 'plan.ts') || file === join(ENGINE, 'passes.ts');
  return {
    name,
    about: aboutOf(parsed(file), name),
    steps: isWay ? stepsIn(file, name) : [],
  };
}

function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

/** The files from which a module imports values, by name. */
function importsOf(source: ts.SourceFile): Map<string, string> {
  const imports = new Map<string, string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const path = join(dirname(source.fileName), statement.moduleSpecifier.text);
    const file = [`${path}.ts`, join(path, 'index.ts')].find((one) => existsSync(one));
    const names = statement.importClause?.namedBindings;
    if (!file || !names || !ts.isNamedImports(names)) continue;
    for (const { name } of names.elements) imports.set(name.text, file);
  }
  return imports;
}

function declarationOf(source: ts.SourceFile, name: string): ts.Node | undefined {
  const declarations = source.statements.flatMap((one): (ts.NamedDeclaration & ts.Node)[] =>
    ts.isVariableStatement(one)
      ? [...one.declarationList.declarations]
      : ts.isFunctionDeclaration(one) || ts.isClassDeclaration(one)
        ? [one]
        : [],
  );
  return declarations.find((one) => one.name && ts.isIdentifier(one.name) && one.name.text === name);
}

function aboutOf(source: ts.SourceFile, name: string): string {
  const declaration = declarationOf(source, name);
  const [comment] = declaration ? ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc) : [];
  const text = ts.getTextOfJSDocComment(comment?.comment)?.replace(/\s+/g, ' ') ?? '';
  return /^.*?[.:](?= |$)/.exec(text)?.[0].replace(/[.:]$/, '') ?? text;
}
