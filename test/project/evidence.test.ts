import { describe, expect, it } from 'vitest';
import { migrations } from '../../src/migrations';
import { ProjectFinder } from '../../src/project/detect';
import { evidenceKinds, evidenceOf, type ProcessedFile, withEvidence } from '../../src/project/evidence';

const project = new ProjectFinder().guess('/', '/');
const use = { migration: 'm', global: 'my', isOpen: false, begins: true };

function source(runtimes: string[], isChanged = true): ProcessedFile {
  const change = isChanged && { before: '', after: '', edits: [], runtimes, project };
  return {
    kind: 'source',
    outcome: { path: '/a.ts', findings: [], ...(change && { change }) },
    hostUses: [use],
    families: [],
    links: [],
  };
}

const shown = (file: ProcessedFile) => {
  const evidence = evidenceOf(evidenceKinds(migrations), file);
  return ['host-uses', 'shareManager', 'shareAudioManager'].map((kind) => evidence[kind]);
};

describe('evidence of a file', () => {
  it('a file shows how it uses host APIs, and which runtimes with a manager it will import', () => {
    expect(shown(source(['recorder', 'voice', 'background-audio']))).toEqual([
      [use],
      ['recorder'],
      ['background-audio'],
    ]);
  });

  it('an unchanged or unprocessed file shows no runtime', () => {
    expect(shown(source(['recorder'], false))).toEqual([[use], [], []]);
    const problem = { kind: 'syntax' } as const;
    expect(shown({ kind: 'failed', outcome: { path: '/a.ts', findings: [], problem } })).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('a copy shows its runtime', () => {
    expect(shown({ kind: 'copy', runtime: 'recorder' })).toEqual([[], ['recorder'], []]);
    expect(shown({ kind: 'copy', runtime: 'voice' })).toEqual([[], [], []]);
  });
});

it('evidence is kept once it was shown, and counts once', () => {
  const first = withEvidence({}, { a: [use], b: [] });
  const second = withEvidence(first, { a: [{ ...use }, { ...use, global: 'wx' }], b: [] });
  expect(second).toEqual({ a: [use, { ...use, global: 'wx' }], b: [] });
  expect(withEvidence(second, { a: [], b: [] })).toEqual(second);
});
