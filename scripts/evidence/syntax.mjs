import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parse } from '@vue/compiler-sfc';
import ts from 'typescript';

const SCRIPTS = { js: 'x.jsx', jsx: 'x.jsx', mjs: 'x.jsx', cjs: 'x.jsx', ts: 'x.ts', tsx: 'x.tsx' };

/** Counts the syntax errors that the parsers of TypeScript and Vue see, which the command itself does not use. */
export function syntaxErrors(folder, files) {
  return files.reduce((sum, file) => sum + syntaxErrorsIn(file, readFileSync(join(folder, file), 'utf8')), 0);
}

/** Counts the syntax errors of a file, whose dialect its extension names. */
export function syntaxErrorsIn(file, text) {
  const extension = extname(file).slice(1);
  if (extension !== 'vue') return scriptErrors(extension, text);
  const { descriptor, errors } = parse(text);
  const scripts = [descriptor.script, descriptor.scriptSetup].filter(Boolean);
  return scripts.reduce((sum, { lang = 'js', content }) => sum + scriptErrors(lang, content), errors.length);
}

function scriptErrors(extension, text) {
  const name = SCRIPTS[extension];
  if (!name) return 0;
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest).parseDiagnostics.length;
}
