import { basename, dirname, extname, relative } from 'node:path';
import type { OutputError, SourceError } from '../engine/errors';
import type { RewriteOptions, VueCompiler } from '../engine/types';
import { migrations as allMigrations, platformCompanions } from '../migrations';
import { decodeSource } from './decode';
import type { Engine } from './engine';
import type { ProcessedFile, ProjectOptions } from './evidence';
import { errorMessage, toPosix } from './paths';
import type { Problem, Project, RunOptions } from './types';

export interface FileContext {
  engine: Engine;
  project: Project;
  migrations?: readonly string[];
  /** What follows from the files of the project as a whole. */
  options: ProjectOptions;
  todo: RunOptions['todo'];
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
      ...context.options,
      ...(context.decideMember && { decideMember: context.decideMember }),
      ...(path.endsWith('.vue') && { vueCompiler: context.vueCompiler() }),
      ...(context.migrations && { migrations: context.migrations }),
      ...(context.project.kind === 'taro' && { taroVersion: context.project.taroVersion }),
      ...(context.copyPaths.size > 0 && { runtime: specifiers(path, context.copyPaths) }),
    });
    const { findings, edits, runtimes, changed, code: after } = result;
    const { project } = context;
    const change = changed && after !== before && { before, after, edits, runtimes, project };
    return { kind: 'source', outcome: { path, findings, ...(change && { change }) }, result };
  } catch (error) {
    return failed(path, problemOf(error));
  }
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
