import { existsSync, readFileSync, realpathSync, unlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeAtomically, writeProblem } from './atomic-write';
import { makeFolder } from './make-folder';
import { errorMessage, isInside } from './paths';
import { isFor } from './runtime-installation';
import type { FileChange, FileOutcome, InstallationWrite, Problem, Project } from './types';

interface ApplyHooks {
  /** Called before each write. Shows progress and yields so that signals are handled; throws to abort. */
  tick?(written: number): Promise<void> | void;
}

export interface Applied {
  written: FileOutcome[];
  installed: InstallationWrite[];
  failed: { path: string; file?: FileOutcome; problem: Problem }[];
}

/** Real paths of the folders in which writing is allowed: the given paths, and their projects. */
export function writableRoots(scanned: readonly string[], projects: readonly Project[]): string[] {
  return [...new Set([...scanned, ...projects.map((project) => realpathSync(project.root))])];
}

/**
 * Writes everything, with imported files before their importers. If the run is killed at any point, the tree
 * still builds and the same command finishes the rest.
 */
export async function apply(
  files: readonly FileOutcome[],
  writes: readonly InstallationWrite[],
  roots: readonly string[],
  hooks: ApplyHooks = {},
): Promise<Applied> {
  const applied: Applied = { written: [], installed: [], failed: [] };
  const broken: { write: InstallationWrite; problem: Problem }[] = [];
  const brokenFor = (change: FileChange) => broken.find(({ write }) => isFor(write, change))?.problem;
  await hooks.tick?.(0);
  for (const write of writes) {
    const problem = writeInstalled(write, roots);
    if (problem) {
      applied.failed.push({ path: write.path, problem });
      broken.push({ write, problem });
    } else {
      applied.installed.push(write);
    }
  }
  for (const file of files) {
    if (!file.change) continue;
    await hooks.tick?.(applied.written.length);
    const problem =
      brokenFor(file.change) ?? replace(file.path, file.change.before, file.change.after, roots);
    if (problem) applied.failed.push({ path: file.path, file, problem });
    else applied.written.push(file);
  }
  return applied;
}

function writeInstalled(write: InstallationWrite, roots: readonly string[]): Problem | null {
  const { path, before, after } = write;
  try {
    const folder = dirname(path);
    const existing = nearestExisting(folder);
    if (!roots.some((root) => isInside(root, existing))) return { kind: 'outside', detail: existing };
    makeFolder(folder);
  } catch (error) {
    return writeProblem(error);
  }
  return replace(path, before, after, roots);
}

/** Real path of the folder, or of its closest existing parent. */
function nearestExisting(folder: string): string {
  for (let dir = folder; ; dir = dirname(dir)) {
    try {
      return realpathSync(dir);
    } catch (error) {
      if (dirname(dir) === dir) throw error;
    }
  }
}

/**
 * Writes what was planned. Changes made to the file since then must not be lost.
 * @param before the text that the plan is based on, or `null` for a new file
 */
function replace(
  path: string,
  before: string | null,
  after: string,
  roots: readonly string[],
): Problem | null {
  try {
    const now = existsSync(path) ? readFileSync(path, 'utf8') : null;
    // Another run of this tool was faster.
    if (now === after) return null;
    if (now !== before) return { kind: now === null ? 'vanished' : 'changed-meanwhile' };
  } catch (error) {
    return { kind: 'unreadable', detail: errorMessage(error) };
  }
  return writeAtomically(path, after, roots);
}

/** Removes temporary files of a killed run. Another run may remove them first. */
export function removeTemporaries(paths: readonly string[]): void {
  for (const path of paths) {
    try {
      unlinkSync(path);
    } catch {
      // Already removed, or without permission to do so.
    }
  }
}
