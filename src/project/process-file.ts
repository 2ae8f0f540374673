import { basename, dirname, extname, relative } from 'node:path';
import type { OutputError, SourceError } from '../engine/errors';
import type { RewriteOptions, RewriteResult, VueCompiler } from '../engine/types';
import { migrations as allMigrations, platformCompanions } from '../migrations';
import { decodeSource } from './decode';
import type { Engine } from './engine';
import type { ProcessedFile, ProjectOptions } from './evidence';
import { errorMessage, toPosix } from './paths';
import { SourceChange } from './source-change';
import type { Problem, Project, RunOptions } from './types';

/** The part of a result that is plain data, and outlives the file. */
type Kept = Pick<RewriteResult, 'findings' | 'edits' | 'runtimes' | 'hostUses'>;

export interface FileContext {
  engine: Engine;
  project: Project;
  migrations?: readonly string[];
  /** What follows from the files of the project as a whole. */
  options: ProjectOptions;
  todo: RunOptions['todo'];
  readBack: boolean;
  /** Asked about what scopes cannot decide. */
  decideMember?: RewriteOptions['decideMember'];
  /** Called for components only. */
  vueCompiler(): VueCompiler | undefined;
  /** Absolute path, without extension, of each runtime's copy; empty when the package is imported. */
  copyPaths: ReadonlyMap<string, string>;
}

export function processFile(path: string, bytes: Buffer, context: FileContext): ProcessedFile {
  const decoded = decodeSource(bytes);
  if ('problem' in decoded) return failed(path, decoded.problem);
  const before = decoded.text;
  if (context.engine.isRuntimeCopy(before)) return { kind: 'copy', runtime: basename(path, extname(path)) };
  try {
    const result = context.engine.rewrite(before, {
      filename: path,
      project: isKnown(context.project, before) ? context.project.kind : 'neither',
      ...platformCompanions(allMigrations, context.project.platforms),
      ...(context.project.bundler && { bundler: context.project.bundler }),
      todo: context.todo,
      readBack: context.readBack,
      ...context.options,
      ...(context.decideMember && { decideMember: context.decideMember }),
      ...(path.endsWith('.vue') && { vueCompiler: context.vueCompiler() }),
      ...(context.migrations && { migrations: context.migrations }),
      ...(context.project.kind === 'taro' && { taroVersion: context.project.taroVersion }),
      ...(context.copyPaths.size > 0 && { runtime: specifiers(path, context.copyPaths) }),
    });
    const { findings, edits, runtimes, hostUses } = detached(result);
    const isChanged = result.changed && result.code !== before;
    const change = isChanged && new SourceChange(bytes, edits, runtimes, context.project);
    return { kind: 'source', outcome: { path, findings, ...(change && { change }) }, hostUses };
  } catch (error) {
    return failed(path, problemOf(error));
  }
}

/** Copies what is kept: the strings of a result are parts of the file's text, and would hold all of it in memory. */
function detached({ findings, edits, runtimes, hostUses }: RewriteResult): Kept {
  return JSON.parse(JSON.stringify({ findings, edits, runtimes, hostUses })) as Kept;
}

/** A file that imports Taro is part of a Taro app, whatever its package says of itself. */
function isKnown(project: Project, text: string): boolean {
  return project.detected || /(['"])@tarojs\/taro\1/.test(text);
}

function failed(path: string, problem: Problem): ProcessedFile {
  return { kind: 'failed', outcome: { path, findings: [], problem } };
}

/** By the names of the engine's errors: a build may hold a class twice. */
function problemOf(error: unknown): Problem {
  switch (error instanceof Error ? error.name : '') {
    case 'OutputError':
      return { kind: 'defect', detail: (error as OutputError).detail };
    case 'DepthError':
      return { kind: 'too-deep' };
    case 'SourceError': {
      const { line, column, message } = error as SourceError;
      return { kind: 'syntax', detail: message, line, column };
    }
    default:
      return { kind: 'internal', detail: errorMessage(error) };
  }
}

function specifiers(path: string, files: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...files].map(([name, file]) => [name, specifier(path, file)]));
}

export function specifier(from: string, to: string): string {
  const way = toPosix(relative(dirname(from), to));
  return way.startsWith('../') ? way : `./${way}`;
}
