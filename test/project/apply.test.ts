import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { apply } from '../../src/project/apply';
import { ProjectFinder } from '../../src/project/detect';
import type { FileOutcome, InstallationWrite } from '../../src/project/types';
import { taroProject } from '../cli/support/projects';
import { tree } from '../cli/support/tree';

/** Applies a plan for a source, a new copy and a package.json, after something happened to one of them. */
async function applied(name: 'source' | 'copy' | 'manifest', happens: (path: string) => void) {
  const root = tree(taroProject({ 'a.ts': 'old\n' }));
  const project = new ProjectFinder().of(root)!;
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  const paths = {
    source: join(root, 'src/a.ts'),
    copy: join(root, 'src/taro-modernize.ts'),
    manifest: join(root, 'package.json'),
  };
  const change = { before: 'old\n', after: 'new\n', edits: [], runtimes: ['recorder'], project };
  const files: FileOutcome[] = [{ path: paths.source, findings: [], change }];
  const writes: InstallationWrite[] = [
    { kind: 'runtime', runtime: 'recorder', path: paths.copy, project, before: null, after: 'runtime\n' },
    { kind: 'dependency', path: paths.manifest, project, before: manifest, after: '{}\n' },
  ];
  happens(paths[name]);
  const { failed } = await apply(files, writes, [root]);
  const text = (path: string) => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return null;
    }
  };
  return {
    failed: failed.map(({ problem }) => problem.kind),
    file: text(paths[name]),
    source: text(paths.source),
  };
}

it.each([
  'source',
  'copy',
  'manifest',
] as const)('a %s that another program wrote since the plan is not overwritten', async (name) => {
  const { failed, file, source } = await applied(name, (path) => writeFileSync(path, 'theirs\n'));
  expect(failed[0]).toBe('changed-meanwhile');
  expect(file).toBe('theirs\n');
  expect(source, 'a source without its runtime stays').toBe(name === 'source' ? 'theirs\n' : 'old\n');
});

it.each([
  'source',
  'manifest',
] as const)('a %s that was deleted since the plan is not written again', async (name) => {
  const { failed, file } = await applied(name, (path) => rmSync(path));
  expect(failed[0]).toBe('vanished');
  expect(file).toBeNull();
});

it.each([
  ['source', 'new\n'],
  ['copy', 'runtime\n'],
] as const)('a %s that another run has written already is done', async (name, text) => {
  const { failed, file, source } = await applied(name, (path) => writeFileSync(path, text));
  expect({ failed, file, source }).toEqual({ failed: [], file: text, source: 'new\n' });
});
