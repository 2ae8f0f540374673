/**
 * Writes docs/api-surface.md: what users can import, from the built declarations of every entry of `exports`.
 * A unit test compares the file with the build, so that every change of the public API shows up in a diff.
 *
 *   npm run api
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { entries, root } from './entries.mjs';

const FILE = join(root, 'docs', 'api-surface.md');

const HEAD = `# API surface

What can be imported from this package, written by \`npm run api\` from the built declarations. A change here is a change for users: say so
in a changeset.
`;

/**
 * @returns {string} the text of docs/api-surface.md for the current build
 * @throws {Error} naming the missing file when there is no build
 */
export function apiSurface() {
  const { name, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const sections = [
    `## Commands\n\n${Object.keys(bin)
      .map((command) => `- \`${command}\`\n`)
      .join('')}`,
  ];
  const program = programOf(
    entries()
      .filter(isModule)
      .flatMap(([, target]) => targetsOf(target)),
  );
  for (const [subpath, target] of entries()) {
    const specifier = name + subpath.slice(1);
    if (subpath.includes('*')) sections.push(patternSection(specifier, target));
    else if (subpath.endsWith('.json')) sections.push(`## ${specifier}\n\nA JSON file.\n`);
    else sections.push(moduleSection(specifier, target, program));
  }
  return `${HEAD}\n${sections.join('\n')}`;
}

function isModule([subpath]) {
  return !subpath.includes('*') && !subpath.endsWith('.json');
}

function targetsOf(target) {
  return typeof target === 'string' ? [target] : Object.values(target);
}

/** One program for all entries, because reading shared files takes most of the time. */
function programOf(targets) {
  const files = targets.map(typesOf);
  const missing = files.find((file) => !existsSync(file));
  if (missing) throw new Error(`${missing} is missing: run npm run build first.`);
  const { Bundler } = ts.ModuleResolutionKind;
  const options = { moduleResolution: Bundler, module: ts.ModuleKind.ESNext, skipLibCheck: true, types: [] };
  return ts.createProgram(files, options);
}

function patternSection(specifier, target) {
  const folder = join(root, target.replace(/\*$/, ''));
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .sort();
  return `## ${specifier}\n\n${files.map((file) => `- \`${specifier.replace('*', file)}\`\n`).join('')}`;
}

function moduleSection(specifier, target, program) {
  const conditions = typeof target === 'string' ? { default: target } : target;
  const texts = new Map();
  for (const [condition, value] of Object.entries(conditions)) {
    const text = describe(typesOf(value), program);
    texts.set(text, [...(texts.get(text) ?? []), condition]);
  }
  const blocks = [...texts].map(([text, names]) => {
    const which = texts.size > 1 ? `For \`${names.join('`, `')}\`:\n\n` : '';
    return `${which}\`\`\`ts\n${text}\`\`\`\n`;
  });
  return `## ${specifier}\n\n${blocks.join('\n')}`;
}

function typesOf(target) {
  const path =
    typeof target === 'string'
      ? target.replace(/\.(m?)js$/, '.d.$1ts')
      : (target.types ?? typesOf(target.default));
  return join(root, path);
}

/** The exports of a declaration file, followed by the types of this package that they mention. */
function describe(file, program) {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const printer = ts.createPrinter({ removeComments: true });
  const isOwn = (declaration) =>
    !declaration.getSourceFile().fileName.includes('/node_modules/') && !isBundled(declaration);
  const unalias = (symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declarationsOf = (symbol) =>
    (symbol.declarations ?? [])
      .map((one) => (ts.isVariableDeclaration(one) ? one.parent.parent : one))
      .filter((one) => isOwn(one) && !ts.isSourceFile(one) && !ts.isTypeParameterDeclaration(one));

  const print = (declaration) =>
    printer
      .printNode(ts.EmitHint.Unspecified, declaration, declaration.getSourceFile())
      .replace(/^(export |default |declare )+/, '');
  const mentioned = (node, found) => {
    if (ts.isIdentifier(node)) {
      const symbol = checker.getSymbolAtLocation(node);
      if (symbol) found.add(unalias(symbol));
    }
    ts.forEachChild(node, (child) => mentioned(child, found));
  };

  const module = checker.getSymbolAtLocation(source);
  const whole = module.exports.get(ts.InternalSymbolName.ExportEquals);
  const exported = (whole ? [whole] : checker.getExportsOfModule(module))
    .map((symbol) => ({ name: symbol.name, symbol: unalias(symbol) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const seen = new Set(exported.map(({ symbol }) => symbol));
  const lines = [];
  const behind = [];
  const queue = [];
  const follow = (declarations) => {
    const found = new Set();
    for (const declaration of declarations) mentioned(declaration, found);
    for (const symbol of found) {
      if (seen.has(symbol)) continue;
      const own = declarationsOf(symbol).filter((one) => ts.isSourceFile(one.parent));
      if (own.length === 0) continue;
      seen.add(symbol);
      queue.push({ name: symbol.name, own });
    }
  };
  for (const { name, symbol } of exported) {
    const own = declarationsOf(symbol);
    const named = symbol.name === name ? '' : ` // as ${name}`;
    lines.push(...own.map((one) => `export ${print(one)}${named}\n`));
    if (own.length === 0) lines.push(`export ${name};\n`);
    follow(own);
  }
  while (queue.length > 0) {
    const { name, own } = queue.shift();
    behind.push({ name, text: own.map((one) => `${print(one)}\n`).join('') });
    follow(own);
  }
  behind.sort((a, b) => (a.name < b.name ? -1 : 1));
  return [...lines, ...behind.map(({ text }) => text)].join('\n');
}

/** Whether the bundler has copied a declaration from another package. It marks where each source begins. */
function isBundled(declaration) {
  const { text } = declaration.getSourceFile();
  const mark = '//#region ';
  const at = text.lastIndexOf(mark, declaration.getStart());
  return at >= 0 && !text.startsWith(`${mark}src/`, at);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  writeFileSync(FILE, apiSurface());
  console.log('docs/api-surface.md written.');
}
