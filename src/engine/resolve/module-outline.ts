import type {
  ExportNamedDeclaration,
  ExportSpecifier,
  ImportDeclaration,
  Node,
  Statement,
} from '@babel/types';
import { namesDeclaredBy, namesIn, type StatementNames } from '../../ast/statement-names';
import { nameOf } from '../../ast/syntax';
import { parse } from '../parse/parse';

/** A name that a module takes from another one. */
export interface Taken {
  specifier: string;
  /** Its name there, or `*` for all exports. */
  name: string;
}

/** A top-level statement. */
export interface Part {
  /** Offsets, including the comments before it. */
  start: number;
  end: number;
  /** The module of an import, or of an export from another module. */
  from?: string;
  /** Whether it changes types without being named, as `declare global` does. */
  isGlobal: boolean;
  /** Whether it makes its file a module. */
  isModule: boolean;
  /** What its types depend on. Only read of statements that are needed. */
  names(): StatementNames;
}

/** A module by the names in its top-level statements: the smallest unit of which TypeScript infers a type. */
export interface Outline {
  parts: readonly Part[];
  /** The parts by the names that they declare or export, or to which they may give another type. */
  byName: ReadonlyMap<string, readonly Part[]>;
  /** Imports and exports from other modules, by their local names and by the names of the exports. */
  taken: ReadonlyMap<string, readonly Taken[]>;
  /** Modules of `export *`. */
  stars: readonly string[];
  /** Modules imported for their effects. Global declarations can be among them. */
  effects: readonly string[];
  /** The names of the module's own scope. */
  declared: ReadonlySet<string>;
  /** Whether its names do not show what its exports depend on. */
  isOpaque: boolean;
}

const NO_NAMES: StatementNames = {
  references: new Set(),
  assigned: new Set(),
  hoisted: new Set(),
  specifiers: [],
};

type Specifier =
  | ImportDeclaration['specifiers'][number]
  | Exclude<ExportNamedDeclaration['specifiers'][number], ExportSpecifier>;

/** @throws {SourceError} when the text does not parse */
export function outlineOf(path: string, text: string): Outline {
  const file = parse(text, path);
  const isJavaScript = /\.[cm]?jsx?$/.test(path);
  const statements = file.program.body;
  const taken = new Map<string, Taken[]>();
  const stars: string[] = [];
  const effects: string[] = [];
  const parts = statements.map((statement, index): Part => {
    const start = index > 0 ? statements[index - 1]!.end! : 0;
    const end = statement.end!;
    const from = sourceOf(statement);
    if (from !== undefined) {
      const names = takenBy(statement);
      for (const [local, name] of names)
        taken.set(local, [...(taken.get(local) ?? []), { specifier: from, name }]);
      if (names.length === 0) (statement.type.startsWith('Export') ? stars : effects).push(from);
      return { start, end, from, isGlobal: false, isModule: true, names: () => NO_NAMES };
    }
    const isModule = /^(Export|TSExportAssignment)/.test(statement.type);
    const comments = isJavaScript ? text.slice(start, end) : '';
    return { start, end, isGlobal: isGlobal(statement), isModule, names: once(statement, comments) };
  });
  const declared = new Set(taken.keys());
  for (const statement of statements)
    for (const name of namesDeclaredBy(declarationOf(statement))) declared.add(name);
  return {
    parts,
    byName: byName(statements, parts, isJavaScript || statements.some(isVariable)),
    taken,
    stars,
    effects,
    declared,
    isOpaque:
      !parts.some(({ isModule }) => isModule) ||
      (isJavaScript && isCommonJs(parts)) ||
      /@(typedef|callback|import)\b/.test(text),
  };
}

/** @param comments a text with comments that contain types */
function once(statement: Statement, comments: string): () => StatementNames {
  let known: StatementNames | undefined;
  return () => {
    known ??= withComments(namesIn(statement), comments);
    return known;
  };
}

/** @param assigns whether a statement may change the type of what another one declares */
function byName(
  statements: readonly Statement[],
  parts: readonly Part[],
  assigns: boolean,
): Map<string, Part[]> {
  const found = new Map<string, Part[]>();
  for (const [index, part] of parts.entries())
    for (const name of changedBy(statements[index]!, part, assigns)) {
      const others = found.get(name);
      if (others) others.push(part);
      else found.set(name, [part]);
    }
  return found;
}

function changedBy(statement: Statement, part: Part, assigns: boolean): ReadonlySet<string> {
  if (part.from !== undefined) return new Set();
  const exported = exportedBy(statement);
  if (exported.length > 0) return new Set([...exported, ...(assigns ? part.names().assigned : [])]);
  // An assignment, a test or an assertion may narrow whatever it names.
  const { references, hoisted } = part.names();
  return new Set([...references, ...hoisted]);
}

/** Whether functions may assign what a statement declares. */
function isVariable(statement: Statement): boolean {
  const declaration = declarationOf(statement);
  return declaration.type === 'VariableDeclaration' && declaration.kind !== 'const';
}

function isCommonJs(parts: readonly Part[]): boolean {
  return parts.some((part) => {
    const { references } = part.names();
    return references.has('module') || references.has('exports');
  });
}

/** The module of an import or export declaration. */
function sourceOf(statement: Statement): string | undefined {
  switch (statement.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return statement.source.value;
    case 'ExportNamedDeclaration':
      return statement.source?.value;
    case 'TSImportEqualsDeclaration': {
      const { moduleReference } = statement;
      return moduleReference.type === 'TSExternalModuleReference'
        ? moduleReference.expression.value
        : undefined;
    }
    default:
      return undefined;
  }
}

/** The local or exported names, each with its name in the other module. */
function takenBy(statement: Statement): [local: string, name: string][] {
  if (statement.type === 'TSImportEqualsDeclaration') return [[statement.id.name, '*']];
  if (statement.type !== 'ImportDeclaration' && statement.type !== 'ExportNamedDeclaration') return [];
  return statement.specifiers.map((one) =>
    one.type === 'ExportSpecifier'
      ? [nameOf(one.exported)!, one.local.name]
      : [localOf(one), importedAs(one)],
  );
}

function localOf(specifier: Specifier): string {
  return 'local' in specifier ? specifier.local.name : specifier.exported.name;
}

function importedAs(specifier: Specifier): string {
  if (specifier.type === 'ImportSpecifier') return nameOf(specifier.imported)!;
  return specifier.type.endsWith('DefaultSpecifier') ? 'default' : '*';
}

/** What a statement of a module gives to the rest of it, or exports. */
function exportedBy(statement: Statement): string[] {
  const own = namesDeclaredBy(declarationOf(statement));
  switch (statement.type) {
    case 'ExportDefaultDeclaration':
    case 'TSExportAssignment':
      return ['default', ...own];
    case 'ExportNamedDeclaration':
      return [
        ...own,
        ...statement.specifiers.flatMap((one) =>
          one.type === 'ExportSpecifier' ? [nameOf(one.exported)!] : [],
        ),
      ];
    default:
      return own;
  }
}

function declarationOf(statement: Statement): Node {
  const isExport =
    statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration';
  return (isExport && statement.declaration) || statement;
}

function isGlobal(statement: Statement): boolean {
  if (statement.type === 'TSExportAssignment' || statement.type === 'TSNamespaceExportDeclaration')
    return true;
  const isModule = statement.type === 'TSModuleDeclaration';
  return isModule && (statement.global === true || statement.id.type === 'StringLiteral');
}

/** In JavaScript, comments before a statement or in it contain types. */
function withComments(names: StatementNames, text: string): StatementNames {
  const types = text.match(/\/\*\*[\s\S]*?\*\//g)?.join('\n');
  if (types === undefined) return names;
  const words = types.match(/[\w$]+/g) ?? [];
  const specifiers = [...types.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map((match) => match[1]!);
  return {
    ...names,
    references: new Set([...names.references, ...words]),
    specifiers: [...names.specifiers, ...specifiers],
  };
}
