import type { Comment, File, Statement } from '@babel/types';
import { declaredBy } from '../../ast/declarations';
import type { VueCompiler } from '../types';
import { parse } from './parse';
import { lineStart } from './text';
import { type Block, isElsewhere, isInOtherLanguage, isSetup, keepOnly, vueBlocks } from './vue-blocks';
import { spellingsOf } from './vue-names';
import { styleBindings } from './vue-styles';
import { joined, readExpression, readTemplate, type Unread } from './vue-template';

/** A parsed single-file component. */
interface Component {
  /** All scripts as one program. Positions refer to the component's text. */
  ast: File;
  /** Names of the scripts that are used outside the program. */
  usedNames: ReadonlySet<string>;
  /** Whether a new name in the scripts changes nothing in the template and the styles. */
  isFree(name: string): boolean;
  unread: readonly Unread[];
  /** Whether the template reads the names of the scripts. */
  isSetup: boolean;
  /** The range of the template's content if it is markup. */
  template: { start: number; end: number } | undefined;
}

/**
 * Parses a Vue single-file component. Its scripts become one program, because they share their names.
 * Expressions of the template and the styles that mention an API are appended as functions, so that they are in
 * the same scopes.
 * @throws {SourceError} when a script cannot be parsed
 */
export function parseVue(
  text: string,
  options: { readonly filename: string; readonly vueCompiler?: VueCompiler | undefined },
  isMentioned: (text: string) => boolean,
): Component {
  const { scripts, template, styles, extension } = vueBlocks(text);
  const files = (scripts.length > 0 ? scripts : [{ start: 0, end: 0 }]).map((script) =>
    parse(keepOnly(text, [script]), `${options.filename}.${extension}`),
  );
  const ast = files[0]!;
  ast.program.start = scripts[0]?.start ?? 0;
  for (const other of files.slice(1)) {
    ast.program.body.push(...withoutSharedImports(other.program.body, ast.program.body));
    ast.comments = [...(ast.comments ?? []), ...(other.comments ?? [])];
  }
  ast.comments = [...(ast.comments ?? []), ...(template ? templateSuppressions(text, template) : [])];
  if (ast.program.body.length === 0 && scripts[0]) ast.program.body.push(nothingIn(scripts[0]));
  const isInSetup = scripts.some(isSetup);
  const source = { text, isSetup: isInSetup, isTypeScript: extension.startsWith('ts'), isMentioned };
  const tree = template && !isInOtherLanguage(template) && options.vueCompiler;
  const { statements, usedNames, unread } = joined([
    ...(template ? [readTemplate(source, template, tree && templateAst(tree, text))] : []),
    ...styles
      .flatMap((style) => styleBindings(text, style))
      .map((binding) => readExpression(binding, [], source)),
  ]);
  const isReadElsewhere = isInSetup && template !== undefined && isElsewhere(template);
  const declared = isReadElsewhere ? ast.program.body.flatMap(topLevelNames) : [];
  ast.program.body.push(...statements);
  // Without `<script setup>`, templates and styles use properties of the component instead.
  const names = isInSetup ? [...usedNames, ...declared, ...scripts.flatMap(elementNames(text))] : [];
  const used = new Set(names);
  return {
    ast,
    usedNames: used,
    // A template in another file can use every name, but hardly one with this package's prefix.
    isFree: (name) => !used.has(name) && (!isReadElsewhere || /^taro[A-Z]/.test(name)),
    unread,
    isSetup: isInSetup,
    template: template && !isInOtherLanguage(template) && !isElsewhere(template) ? template : undefined,
  };
}

/** The names that a statement at the top level declares. */
function topLevelNames(statement: Statement): string[] {
  if (statement.type === 'ImportDeclaration') return statement.specifiers.map(({ local }) => local.name);
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  return declaredBy(declaration).map(({ name }) => name);
}

/** The names of elements in a script: Vue also assigns an element to a variable of the name. */
function elementNames(text: string): (script: Block) => string[] {
  return ({ start, end }) =>
    [...text.slice(start, end).matchAll(/\buseTemplateRef\b[^(]*\(\s*(['"`])([^'"`]*)\1/g)].flatMap(
      ([, , name = '']) => spellingsOf(name),
    );
}

/** The place for an import in a script without statements. */
function nothingIn({ end }: Block): Statement {
  return { type: 'EmptyStatement', start: end, end } as Statement;
}

/** Suppressions in a template, which work like those in a script. */
function templateSuppressions(text: string, { start, end }: Block): Comment[] {
  return [...text.slice(start, end).matchAll(/<!--([\s\S]*?)-->/g)]
    .filter(([whole]) => whole.includes('taro-modernize-ignore'))
    .map(({ 0: whole, 1: value, index }) => {
      const from = start + index;
      const to = from + whole.length;
      const loc = { start: positionOf(text, from), end: positionOf(text, to) };
      return { type: 'CommentBlock', value, start: from, end: to, loc } as Comment;
    });
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  const line = text.slice(0, offset).split(/\r\n|\n|\r/).length;
  return { line, column: offset - lineStart(text, offset) };
}

/** Both scripts may import the same name, which Vue merges. In scopes it would be a duplicate declaration. */
function withoutSharedImports(body: Statement[], first: readonly Statement[]): Statement[] {
  const imported = new Set(
    first.flatMap((statement) =>
      statement.type === 'ImportDeclaration' ? statement.specifiers.map(({ local }) => local.name) : [],
    ),
  );
  return body.map((statement) =>
    statement.type === 'ImportDeclaration'
      ? { ...statement, specifiers: statement.specifiers.filter(({ local }) => !imported.has(local.name)) }
      : statement,
  );
}

/** `undefined` for Vue 2, whose compiler has no such tree, and for templates in another language. */
function templateAst(compiler: VueCompiler, text: string): unknown {
  try {
    return compiler.parse(text).descriptor.template?.ast;
  } catch {
    return undefined;
  }
}

/** The errors of the compiler. Empty for Vue 2, whose compiler has another signature. */
export function templateErrors(compiler: VueCompiler, text: string): string[] {
  try {
    const { errors = [] } = compiler.parse(text);
    return errors.map((error) => (error instanceof Error ? error.message : String(error)));
  } catch {
    return [];
  }
}
