import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ts } from 'ts-morph';
import { upwards } from '../gitignore';
import type { Project } from '../types';
import type { TypeScript } from './typescript';

/** The TypeScript settings for the files of one configuration. */
export interface TypeConfig {
  options: ts.CompilerOptions;
  /** The project's own declaration files, whose globals no import leads to. */
  declarations: readonly string[];
}

const NAMES = ['tsconfig.json', 'jsconfig.json'];

/** Path of the configuration that editors use for a file, if any. The search ends at the repository root. */
export function nearestConfig(path: string): string | undefined {
  let found: string | undefined;
  upwards(dirname(path), (folder) => {
    found = NAMES.map((name) => join(folder, name)).find(existsSync);
    return found !== undefined || existsSync(join(folder, '.git'));
  });
  return found;
}

/** Reads the valid parts. Syntax errors and a missing base are for the project's own compiler to report. */
export function readConfig(ts: TypeScript, config: string, path: string): TypeConfig {
  const parsed = parse(ts, config, ['.d.ts', '.d.mts', '.d.cts']);
  const project = projectWith(ts, config, parsed.raw, path);
  if (project !== undefined) return readConfig(ts, project, path);
  return {
    options: { ...parsed.options, ...resolution(ts, parsed.options), ...FORCED },
    declarations: parsed.fileNames.filter((name) => /\.d\.[cm]?ts$/.test(name)),
  };
}

/** The most likely settings of a project without a configuration: Taro's template in JavaScript. */
export function defaultConfig(ts: TypeScript, project: Project): TypeConfig {
  return {
    options: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Node10,
      jsx: ts.JsxEmit.Preserve,
      experimentalDecorators: true,
      paths: { '@/*': [join(project.sourceRoot, '*')] },
      // Otherwise searched from the working directory.
      types: [],
      ...FORCED,
    },
    declarations: [],
  };
}

/** Nothing is checked or written, and imports are interpreted as in Babel. */
const FORCED: ts.CompilerOptions = {
  allowJs: true,
  checkJs: false,
  allowSyntheticDefaultImports: true,
  maxNodeModuleJsDepth: 0,
  skipLibCheck: true,
  noEmit: true,
};

/** For ES modules without a `moduleResolution`, TypeScript's default does not search node_modules. */
function resolution(ts: TypeScript, options: ts.CompilerOptions): ts.CompilerOptions {
  const { target = ts.ScriptTarget.ES5, moduleResolution = ts.ModuleResolutionKind.Classic } = options;
  const isModern = target >= ts.ScriptTarget.ES2015;
  const { module = isModern ? ts.ModuleKind.ES2015 : ts.ModuleKind.CommonJS } = options;
  const isEsModule = module >= ts.ModuleKind.ES2015 && module <= ts.ModuleKind.ESNext;
  const isClassic = moduleResolution === ts.ModuleResolutionKind.Classic;
  return isClassic && isEsModule ? { moduleResolution: ts.ModuleResolutionKind.Node10 } : {};
}

/** For a configuration with only project references: the referenced one that includes the file. */
function projectWith(
  ts: TypeScript,
  config: string,
  raw: { files?: unknown; include?: unknown; references?: unknown },
  path: string,
): string | undefined {
  const isSolution = Array.isArray(raw.files) && raw.files.length === 0 && raw.include === undefined;
  if (!isSolution || !Array.isArray(raw.references)) return undefined;
  const wanted = resolve(path);
  for (const { path: to } of raw.references as { path?: unknown }[]) {
    if (typeof to !== 'string') continue;
    const target = resolve(dirname(config), to);
    const file = target.endsWith('.json') ? target : join(target, NAMES[0]!);
    if (file !== config && parse(ts, file).fileNames.some((name) => resolve(name) === wanted)) return file;
  }
  return undefined;
}

/** @param extensions limits the search to these, because listing every source takes time and is not needed */
function parse(ts: TypeScript, config: string, extensions?: readonly string[]): ts.ParsedCommandLine {
  const host: ts.ParseConfigHost = {
    useCaseSensitiveFileNames: ts.sys.useCaseSensitiveFileNames,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: (root, all, ...rest) => ts.sys.readDirectory(root, extensions ?? all, ...rest),
  };
  const { config: json = {} } = ts.readConfigFile(config, ts.sys.readFile);
  return ts.parseJsonConfigFileContent(json, host, dirname(config), { allowJs: true }, config);
}
