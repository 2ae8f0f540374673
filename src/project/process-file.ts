import { basename, dirname, extname, relative } from 'node:path';
import type { OutputError, SourceError } from '../engine/errors';
import type { Finding, RewriteOptions, RewriteResult, VueCompiler } from '../engine/types';
import { configPlatform } from './configurations';
import { decodeSource } from './decode';
import type { Engine } from './engine';
import type { ProcessedFile, ProjectOptions } from './evidence';
import { errorMessage, toPosix } from './paths';
import { projectOptions } from './project-options';
import { publishedElsewhere } from './published';
import { SourceChange } from './source-change';
import type { ChangeParts, Problem, Project, RunOptions } from './types';

/** The plain data of a result, which is kept after the file is processed. */
type Kept = Pick<RewriteResult, 'findings' | 'edits' | 'runtimes' | 'hostUses' | 'families' | 'links'>;

export interface FileContext {
  engine: Omit<Engine, 'globalPropertiesIn'>;
  project: Project;
  migrations?: readonly string[];
  target?: string;
  /** Options that follow from all files of the project. */
  options: ProjectOptions;
  todo: RunOptions['todo'];
  readBack: boolean;
  /** As in the options of the run. */
  inParts?: boolean;
  /** As in the options of the run. */
  explains?: boolean;
  /** As in the engine's options. */
  assumed?: RewriteOptions['assumed'];
  /** Asked about what scopes cannot resolve. */
  decideMember?: RewriteOptions['decideMember'];
  /** In addition to the comments in the file. */
  isSuppressed?: RewriteOptions['isSuppressed'];
  /** As in the engine's options. */
  globalProperties?: RewriteOptions['globalProperties'];
  /** As in the engine's options. */
  linkedElsewhere?: RewriteOptions['linkedElsewhere'];
  /** Called only for components. */
  vueCompiler(): VueCompiler | undefined;
  /** Whether the user has chosen the folder of the copied runtimes. */
  ownFolder?: boolean;
  /** As in the engine's options. Undefined if the runtime is not in TypeScript, or not for a mini program. */
  usesGlobal?: RewriteOptions['usesGlobal'];
  /** As in the engine's options. */
  componentOf?: RewriteOptions['componentOf'];
  /** Absolute path of each runtime's copy without extension. Empty if the package is imported. */
  copyPaths: ReadonlyMap<string, string>;
}

/** Runs the engine on the bytes of a file. Only plain data is kept: see `SourceChange`. */
export function processFile(path: string, bytes: Buffer, context: FileContext): ProcessedFile {
  const decoded = decodeSource(bytes);
  if ('problem' in decoded) return failed(path, decoded.problem);
  const before = decoded.text;
  const processed = processText(path, before, context);
  if (processed.kind === 'copy') return { kind: 'copy', runtime: basename(path, extname(path)) };
  if (processed.kind === 'failed') return failed(path, processed.problem);
  const { findings, edits, runtimes, hostUses, families, links } = detached(processed.result);
  const isChanged = processed.result.changed && processed.result.code !== before;
  const parts = context.inParts ? partsOf(path, bytes, context) : undefined;
  const change = isChanged && new SourceChange(bytes, edits, runtimes, context.project, parts);
  const hasManual = findings.some(({ verdict }) => verdict === 'manual');
  const editsAt =
    context.explains && hasManual
      ? (start: number) => editsAtOnly(path, bytes.toString('utf8'), start, context)
      : undefined;
  const shown = toPosix(relative(context.project.root, path));
  return {
    kind: 'source',
    outcome: { path, findings, ...(change && { change }), ...(editsAt && { editsAt }) },
    hostUses,
    links,
    families: families.map(({ stay, ...family }) => ({
      ...family,
      ...(stay && { stay: { ...stay, path: shown } }),
    })),
  };
}

/** Makes parts of a change by running the engine again. */
function partsOf(path: string, bytes: Buffer, context: FileContext): ChangeParts {
  const again = (options: Partial<FileContext>) =>
    processFile(path, bytes, { ...context, ...options, readBack: true });
  return {
    textWith: (migrations) => {
      const part = again({ migrations });
      if (part.kind !== 'source' || part.outcome.problem) return null;
      return part.outcome.change?.after ?? bytes.toString('utf8');
    },
    without: ({ rewrites, marks }) => {
      const keyOf = ({ migration, start }: Pick<Finding, 'migration' | 'start'>) => `${migration} ${start}`;
      const places = new Set(rewrites.map(keyOf));
      // The engine's offsets do not count a byte order mark.
      const shift = bytes.toString('utf8', 0, 3) === '\uFEFF' ? 1 : 0;
      const part = again({
        isSuppressed: (migration, start) =>
          places.has(keyOf({ migration, start: start + shift })) ||
          (context.isSuppressed?.(migration, start) ?? false),
        ...(marks && { todo: false }),
      });
      if (part.kind === 'copy') return { path, findings: [] };
      const { findings, ...outcome } = part.outcome;
      const isShown = (finding: Finding) => finding.verdict === 'rewritten' || !places.has(keyOf(finding));
      return { ...outcome, findings: findings.filter(isShown) };
    },
  };
}

/** The engine's result for a text in the context of its project. */
export type ProcessedText =
  | { kind: 'source'; result: RewriteResult }
  | { kind: 'copy' }
  | { kind: 'failed'; problem: Problem };

/**
 * Runs the engine on a text, and turns its errors into problems.
 * @param path absolute path of the file
 */
export function processText(path: string, text: string, context: FileContext): ProcessedText {
  const { engine, project, copyPaths } = context;
  if (engine.isRuntimeCopy(text)) return { kind: 'copy' };
  try {
    const result = engine.rewrite(text, {
      filename: path,
      project: isKnown(project, text) ? project.kind : 'neither',
      publishedFolders: context.ownFolder ? [] : publishedElsewhere(project, path),
      ...projectOptions(project),
      ...(path.endsWith('.json') &&
        project.platforms.length === 0 && { platforms: [configPlatform(project)] }),
      todo: context.todo,
      readBack: context.readBack,
      ...context.options,
      decideMember: context.decideMember,
      assumed: context.assumed,
      usesGlobal: context.usesGlobal,
      componentOf: context.componentOf,
      globalProperties: context.globalProperties,
      linkedElsewhere: context.linkedElsewhere,
      isSuppressed: context.isSuppressed,
      ...(path.endsWith('.vue') && { vueCompiler: context.vueCompiler() }),
      migrations: context.migrations,
      target: context.target,
      ...(copyPaths.size > 0 && { runtime: specifiers(path, copyPaths) }),
    });
    return { kind: 'source', result };
  } catch (error) {
    return { kind: 'failed', problem: problemOf(error) };
  }
}

/** The edits that rewrite one finding, in a project and an app where nothing else stands against it. */
function editsAtOnly(path: string, text: string, start: number, context: FileContext) {
  const offset = text.startsWith('\uFEFF') ? start - 1 : start;
  const processed = processText(path, text, {
    ...context,
    project: { ...context.project, detected: true },
    ownFolder: true,
    options: { ...context.options, families: undefined, wholeFamilies: undefined },
    todo: false,
    readBack: true,
    assumed: offset,
    isSuppressed: (_migration, at) => at !== offset,
  });
  return processed.kind === 'source' && processed.result.changed ? processed.result.edits : undefined;
}

/** Copies the strings to keep: they are slices of the file's text, which would otherwise stay in memory. */
function detached({ findings, edits, runtimes, hostUses, families, links }: RewriteResult): Kept {
  return JSON.parse(JSON.stringify({ findings, edits, runtimes, hostUses, families, links })) as Kept;
}

/** A file that imports Taro is part of a Taro app, whatever its package.json says. */
function isKnown(project: Project, text: string): boolean {
  return project.detected || /(['"])@tarojs\/taro\1/.test(text);
}

function failed(path: string, problem: Problem): ProcessedFile {
  return { kind: 'failed', outcome: { path, findings: [], problem } };
}

/** Identified by name, because a build may contain a class twice. */
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

/** The relative module specifier from one file to another. Both paths are absolute. */
export function specifier(from: string, to: string): string {
  const way = toPosix(relative(dirname(from), to));
  return way.startsWith('../') ? way : `./${way}`;
}
