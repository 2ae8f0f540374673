import { type Finding, migrations, needlesOf, type RewriteResult, rewrite } from '../engine';

/** What the build doors share. All of it can be written as JSON, as loader options have to be. */
export interface BuildOptions {
  /** Names of the migrations to run. Default: all. */
  migrations?: readonly string[];
  /** Major version of Taro in the project. Default: 4. */
  taroVersion?: number;
}

const SOURCE_FILE = /\.[cm]?[jt]sx?$/;

/** Whether a path is one of a source file that the doors can rewrite. */
export function isSourceFile(path: string): boolean {
  return SOURCE_FILE.test(path) && !/\.d\.[cm]?ts$/.test(path);
}

/**
 * Rewrites one module of a build.
 * @returns `undefined` for a module that mentions no deprecated API; most are done with after a string search.
 * @throws {SourceError} when the module cannot be parsed.
 */
export function rewriteModule(
  code: string,
  filename: string,
  options: BuildOptions,
): RewriteResult | undefined {
  const wanted = options.migrations;
  const isMentioned = migrations.some(
    (migration) =>
      (!wanted || wanted.includes(migration.name)) &&
      needlesOf(migration).some((needle) => code.includes(needle)),
  );
  return isMentioned ? rewrite(code, { ...options, filename }) : undefined;
}

/** What a bundler says of a candidate that it cannot rewrite. */
export function manualMessage(filename: string, { api, line, column, reason, code, hint }: Finding): string {
  const where = `${filename}:${line}:${column}`;
  return `[taro-modernize] ${where}: ${api} is left as it is: ${reason} (${code}).${hint ? ` ${hint}` : ''}`;
}
