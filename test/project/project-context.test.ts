import { describe, expect, it } from 'vitest';
import { migrations } from '../../src/migrations';
import { evidenceKinds } from '../../src/project/evidence';
import type { FileRecord, Processed } from '../../src/project/file-record';
import { type ContextInput, contextsOf, isDue, viewOf } from '../../src/project/project-context';
import type { Project } from '../../src/project/types';

const kinds = evidenceKinds(migrations);
const [hostUses, sharedManager] = kinds.map(({ name }) => name) as [string, string];

const project = (root: string, more: Partial<Project> = {}): Project => ({
  root,
  kind: 'taro',
  sourceRoot: `${root}/src`,
  outputRoots: [],
  taroVersion: 4,
  platforms: [],
  host: '',
  detected: true,
  ...more,
});
const app = project('/app');

const NONE: Processed = { contextKey: [], outcome: null, evidence: {}, imports: [], isOpen: false };
const outcome = (path: string) => ({ path, findings: [] });

/** A file of the app, processed with what was known then. */
function file(path: string, last: Partial<Processed> = {}, more: Partial<FileRecord> = {}): FileRecord {
  return {
    path,
    project: app,
    mentions: { kinds: [], hasOthers: true },
    isTyped: false,
    last: { ...NONE, outcome: outcome(path), ...last },
    ...more,
  };
}
const copy = (path: string, runtime: string, more?: Partial<FileRecord>) =>
  file(path, { outcome: null, evidence: { [sharedManager]: [runtime] } }, more);

const use = (sign?: string) => ({
  migration: 'm',
  global: 'my',
  begins: true,
  isOpen: false,
  ...(sign && { sign }),
});
const manager = (path: string, more: Partial<FileRecord> = {}) =>
  file(path, {}, { mentions: { kinds: [sharedManager], hasOthers: true }, ...more });

const input = (more: Partial<ContextInput> = {}): ContextInput => ({
  kinds,
  isComplete: true,
  followsCopies: true,
  installed: { hasCopy: () => false, hasPackage: () => false },
  ...more,
});

/** What each file is told once all of them have been processed. */
const views = (files: readonly FileRecord[], more?: Partial<ContextInput>) => {
  const contexts = contextsOf(files, input(more));
  return new Map(files.map((one) => [one.path, viewOf(one, contexts.get(one.project)!, kinds)]));
};
const options = (files: readonly FileRecord[], more?: Partial<ContextInput>) =>
  Object.fromEntries([...views(files, more)].map(([path, view]) => [path, view.options]));

/** The files that are processed again, each of them having been processed with what was known before. */
function again(before: readonly FileRecord[], after = before, more?: Partial<ContextInput>): string[] {
  const old = views(before, { isComplete: false });
  const now = views(after, more);
  return after
    .map((one) => ({ ...one, last: one.last && { ...one.last, contextKey: old.get(one.path)!.key } }))
    .filter((one) => isDue(one as FileRecord, now.get(one.path)!))
    .map(({ path }) => path);
}

describe('how hosts are used', () => {
  const start = file('/app/start.ts', { evidence: { [hostUses]: [use('maxDuration')] } });
  const stop = file('/app/stop.ts', { evidence: { [hostUses]: [use()] } });
  const other = file('/app/other.ts');

  it('is told to the files that use one, when all files have been seen', () => {
    const uses = { hostUses: [use('maxDuration'), use()] };
    const all = [start, other, stop];
    expect(options(all)).toEqual({ '/app/start.ts': uses, '/app/stop.ts': uses, '/app/other.ts': {} });
    expect(options(all, { isComplete: false })['/app/start.ts']).toEqual({});
    expect(again(all)).toEqual(['/app/start.ts', '/app/stop.ts']);
  });

  it('does not depend on the order of the files', () => {
    expect(views([stop, other, start]).get(start.path)).toEqual(views([start, other, stop]).get(start.path));
  });

  it('is told of a project, and not of its neighbour', () => {
    const neighbour = file('/b/stop.ts', { evidence: { [hostUses]: [use()] } }, { project: project('/b') });
    expect(options([start, neighbour])['/b/stop.ts']).toEqual({ hostUses: [use()] });
  });
});

describe('the manager is shared', () => {
  const user = file('/app/user.ts', { evidence: { [sharedManager]: ['recorder'] } });
  const own = manager('/app/own.ts');

  it('where a file uses its runtime, with the files that ask for the manager', () => {
    expect(options([own, user])).toEqual({ '/app/own.ts': { shareManager: true }, '/app/user.ts': {} });
    expect(options([own])).toEqual({ '/app/own.ts': {} });
    expect(again([own, file('/app/user.ts')], [own, user])).toEqual(['/app/own.ts']);
  });

  it('where an earlier run has left the runtime or the package', () => {
    const installed = { hasCopy: () => false, hasPackage: () => false };
    for (const one of ['hasCopy', 'hasPackage'] as const)
      expect(options([own], { installed: { ...installed, [one]: () => true } })['/app/own.ts']).toEqual({
        shareManager: true,
      });
  });

  it('between an app and its independent subpackages', () => {
    const alone = project('/app/alone', { main: app });
    const inside = manager('/app/alone/own.ts', { project: alone });
    expect(options([inside, user])['/app/alone/own.ts']).toEqual({ shareManager: true });
    const used = { ...user, project: alone };
    expect(options([own, used])['/app/own.ts']).toEqual({ shareManager: true });
    const installed = { hasCopy: (one: Project) => one === app, hasPackage: () => false };
    expect(options([inside], { installed })['/app/alone/own.ts']).toEqual({ shareManager: true });
  });

  it('and a file that has nothing else waits until then', () => {
    const waiting = file('/app/own.ts', {}, { mentions: { kinds: [sharedManager], hasOthers: false } });
    const { last: _, ...unseen } = waiting;
    const due = (files: readonly FileRecord[]) => isDue(unseen, views(files).get(unseen.path)!);
    expect(due([unseen])).toBe(false);
    expect(due([unseen, user])).toBe(true);
    expect(
      isDue({ ...unseen, mentions: { kinds: [], hasOthers: true } }, views([unseen]).get(unseen.path)!),
    ).toBe(true);
  });
});

describe('copies in a folder of their own', () => {
  const moved = copy('/app/src/lib/recorder.ts', 'recorder');
  const source = file('/app/src/a.ts');
  const folder = (files: readonly FileRecord[], more?: Partial<ContextInput>) =>
    contextsOf(files, input(more)).get(app)!.runtimeFolder;

  it('are used again by every file of the project, the copies aside', () => {
    expect(folder([source, moved])).toBe('/app/src/lib');
    expect(again([source, file(moved.path)], [source, moved])).toEqual(['/app/src/a.ts']);
  });

  it('are left alone where the usual place has some, or the user has named a place', () => {
    const installed = { hasCopy: (_: Project, at?: string) => at === undefined, hasPackage: () => false };
    expect(folder([moved], { installed })).toBeUndefined();
    expect(folder([moved], { followsCopies: false })).toBeUndefined();
    expect(folder([source])).toBeUndefined();
  });

  it('in two folders: the same one is taken in whichever order they are met', () => {
    const second = copy('/app/src/z/recorder.ts', 'recorder');
    expect(folder([second, moved])).toBe(folder([moved, second]));
  });
});

it('a file that TypeScript has is processed again, and no other one', () => {
  const files = [file('/app/a.ts'), file('/app/b.ts')];
  expect(again(files, [files[0]!, { ...files[1]!, isTyped: true }])).toEqual(['/app/b.ts']);
});

it('nothing is processed again when nothing was learned', () => {
  const known = [
    manager('/app/own.ts'),
    file('/app/a.ts'),
    copy('/app/src/taro-modernize/recorder.ts', 'voice'),
  ];
  const installed = { hasCopy: () => true, hasPackage: () => false };
  const before = views(known, { installed, isComplete: false });
  const now = views(known, { installed });
  for (const one of known)
    expect(
      isDue({ ...one, last: { ...one.last!, contextKey: before.get(one.path)!.key } }, now.get(one.path)!),
    ).toBe(false);
});
