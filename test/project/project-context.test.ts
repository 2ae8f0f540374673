import { describe, expect, it } from 'vitest';
import { migrations } from '../../src/migrations';
import { evidenceKinds } from '../../src/project/evidence';
import type { FileRecord, Processed } from '../../src/project/file-record';
import { type ContextInput, contextsOf, isDue, viewOf } from '../../src/project/project-context';
import type { Project } from '../../src/project/types';

const kinds = evidenceKinds(migrations);
const hostUses = 'host-uses';
const sharedManager = 'shareManager';

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

const NONE: Processed = {
  contextKey: [],
  outcome: null,
  isReadBack: false,
  evidence: {},
  imports: [],
  isOpen: false,
};
const outcome = (path: string) => ({ path, findings: [] });

/** A file of the app, processed with what was known at the time. */
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

/** The options for each file once all files have been processed. */
const views = (files: readonly FileRecord[], more?: Partial<ContextInput>) => {
  const contexts = contextsOf(files, input(more));
  return new Map(files.map((one) => [one.path, viewOf(one, contexts.get(one.project)!, kinds)]));
};
const options = (files: readonly FileRecord[], more?: Partial<ContextInput>) =>
  Object.fromEntries([...views(files, more)].map(([path, view]) => [path, view.options]));

/** The files that are processed again, if each was processed with what was known before. */
function again(before: readonly FileRecord[], after = before, more?: Partial<ContextInput>): string[] {
  const old = views(before, { isComplete: false });
  const now = views(after, more);
  return after
    .map((one) => ({ ...one, last: one.last && { ...one.last, contextKey: old.get(one.path)!.key } }))
    .filter((one) => isDue(one as FileRecord, now.get(one.path)!))
    .map(({ path }) => path);
}

describe('evidence of host APIs', () => {
  const start = file('/app/start.ts', { evidence: { [hostUses]: [use('maxDuration')] } });
  const stop = file('/app/stop.ts', { evidence: { [hostUses]: [use()] } });
  const other = file('/app/other.ts');

  it('host uses are passed to the files that use the host once all files are processed', () => {
    const uses = { hostUses: [use('maxDuration'), use()] };
    const all = [start, other, stop];
    expect(options(all)).toEqual({ '/app/start.ts': uses, '/app/stop.ts': uses, '/app/other.ts': {} });
    expect(options(all, { isComplete: false })['/app/start.ts']).toEqual({});
    expect(again(all)).toEqual(['/app/start.ts', '/app/stop.ts']);
  });

  it('host uses do not depend on the order of the files', () => {
    expect(views([stop, other, start]).get(start.path)).toEqual(views([start, other, stop]).get(start.path));
  });

  it('host uses of one project are not passed to its neighbor', () => {
    const neighbour = file('/b/stop.ts', { evidence: { [hostUses]: [use()] } }, { project: project('/b') });
    expect(options([start, neighbour])['/b/stop.ts']).toEqual({ hostUses: [use()] });
  });
});

describe('sharing the manager', () => {
  const user = file('/app/user.ts', { evidence: { [sharedManager]: ['recorder'] } });
  const own = manager('/app/own.ts');

  it('the manager is shared once a file uses its runtime, in the files that call getRecorderManager', () => {
    expect(options([own, user])).toEqual({ '/app/own.ts': { shareManager: true }, '/app/user.ts': {} });
    expect(options([own])).toEqual({ '/app/own.ts': {} });
    expect(again([own, file('/app/user.ts')], [own, user])).toEqual(['/app/own.ts']);
  });

  it('the manager is shared if an earlier run has left the runtime or the package', () => {
    const installed = { hasCopy: () => false, hasPackage: () => false };
    for (const one of ['hasCopy', 'hasPackage'] as const)
      expect(options([own], { installed: { ...installed, [one]: () => true } })['/app/own.ts']).toEqual({
        shareManager: true,
      });
  });

  it('the manager is shared between an app and its independent subpackages', () => {
    const alone = project('/app/alone', { main: app });
    const inside = manager('/app/alone/own.ts', { project: alone });
    expect(options([inside, user])['/app/alone/own.ts']).toEqual({ shareManager: true });
    const used = { ...user, project: alone };
    expect(options([own, used])['/app/own.ts']).toEqual({ shareManager: true });
    const installed = { hasCopy: (one: Project) => one === app, hasPackage: () => false };
    expect(options([inside], { installed })['/app/alone/own.ts']).toEqual({ shareManager: true });
  });

  it('a file that mentions only the manager is not processed before the manager is shared', () => {
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

describe('copies in a custom folder', () => {
  const moved = copy('/app/src/lib/recorder.ts', 'recorder');
  const source = file('/app/src/a.ts');
  const folder = (files: readonly FileRecord[], more?: Partial<ContextInput>) =>
    contextsOf(files, input(more)).get(app)!.runtimeFolder;

  it('copies in a custom folder are reused by all files of the project except the copies', () => {
    expect(folder([source, moved])).toBe('/app/src/lib');
    expect(again([source, file(moved.path)], [source, moved])).toEqual(['/app/src/a.ts']);
  });

  it('copies in a custom folder are ignored if the default folder has copies or the user has set a folder', () => {
    const installed = { hasCopy: (_: Project, at?: string) => at === undefined, hasPackage: () => false };
    expect(folder([moved], { installed })).toBeUndefined();
    expect(folder([moved], { followsCopies: false })).toBeUndefined();
    expect(folder([source])).toBeUndefined();
  });

  it('of copies in two custom folders, the same one is used whatever the order of files', () => {
    const second = copy('/app/src/z/recorder.ts', 'recorder');
    expect(folder([second, moved])).toBe(folder([moved, second]));
  });
});

it('only files with an answer from TypeScript are processed again', () => {
  const files = [file('/app/a.ts'), file('/app/b.ts')];
  expect(again(files, [files[0]!, { ...files[1]!, isTyped: true }])).toEqual(['/app/b.ts']);
});

it('no file is processed again without new evidence', () => {
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
