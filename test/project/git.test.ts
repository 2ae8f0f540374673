import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { gitState } from '../../src/project/git';
import { committed, tree } from '../cli/support/tree';

afterEach(() => void vi.restoreAllMocks());

it('git changes of a file are found under another letter case if the file system ignores case', () => {
  const root = committed(tree({ 'src/Mic.ts': 'one\n' }));
  writeFileSync(join(root, 'src/Mic.ts'), 'two\n');
  const asked = [join(root, 'src', 'MIC.ts')];
  const platform = vi.spyOn(process, 'platform', 'get');
  for (const one of ['win32', 'darwin'] as const) {
    platform.mockReturnValue(one);
    expect(gitState(asked, root).dirty, one).toEqual([{ path: asked[0], state: 'modified' }]);
  }
  platform.mockReturnValue('linux');
  const [other] = gitState(asked, root).dirty;
  expect(other?.state, 'elsewhere this is another file').toBe('untracked');
});
