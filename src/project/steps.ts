import { relative } from 'node:path';
import { migrations } from '../migrations';
import { toPosix } from './paths';
import type { FileChange, FileOutcome } from './types';

/** A part of a run's changes. After each step, every file is complete and parses. */
export interface Step {
  /** The name of a migration, or a top folder relative to the working directory. */
  name: string;
  /** The findings and changes of this step. A change starts with the text of the step before. */
  files: FileOutcome[];
}

/**
 * One step per migration, in the order of `taro-modernize list`. The texts are those that the engine writes
 * with the migrations up to a step. The last text is that of the whole run.
 */
export function stepsByMigration(files: readonly FileOutcome[]): Step[] {
  const steps = new Map(migrations.map(({ name }): [string, Step] => [name, { name, files: [] }]));
  for (const file of files) {
    if (!file.change) continue;
    for (const { name, outcome } of parts(file, file.change)) steps.get(name)!.files.push(outcome);
  }
  return [...steps.values()].filter((step) => step.files.length > 0);
}

function parts(
  { path, findings }: FileOutcome,
  change: FileChange,
): { name: string; outcome: FileOutcome }[] {
  const names = migrations.flatMap(({ name }) =>
    findings.some(({ migration }) => migration === name) ? name : [],
  );
  const texts = names.map((_, index) => {
    const some = names.slice(0, index + 1);
    return some.length === names.length ? change.after : (change.parts?.textWith(some) ?? null);
  });
  let before = change.before;
  return names.flatMap((name, index) => {
    // Without a text of its own, the changes of a migration are part of the next step.
    const after = texts[index] ?? before;
    if (after === before) return [];
    const own = findings.filter(({ migration }) => migration === name);
    const part = partOf(change, before, after);
    before = after;
    return [{ name, outcome: { path, findings: own, change: part } }];
  });
}

function partOf({ runtimes, project }: FileChange, before: string, after: string): FileChange {
  return { before, after, edits: [{ start: 0, end: before.length, text: after }], runtimes, project };
}

/** One step per top folder of a project's sources, sorted by folder. */
export function stepsByFolder(files: readonly FileOutcome[], cwd: string): Step[] {
  const steps = new Map<string, Step>();
  for (const file of files) {
    if (!file.change) continue;
    const name = topFolder(file.path, file.change.project.sourceRoot, cwd);
    const step = steps.get(name) ?? { name, files: [] };
    step.files.push(file);
    steps.set(name, step);
  }
  return [...steps.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `src/pages` for `src/pages/talk/index.tsx`, and `src` for `src/app.ts`. */
function topFolder(path: string, sourceRoot: string, cwd: string): string {
  const [first, ...rest] = toPosix(relative(sourceRoot, path)).split('/');
  const root = toPosix(relative(cwd, sourceRoot)) || '.';
  if (rest.length === 0) return root;
  return root === '.' ? first! : `${root}/${first}`;
}
