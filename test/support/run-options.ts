import type { RunOptions } from '../../src/project/types';

/** The options of a run over a folder that shows the texts and reads no types. */
export const runOptions = (cwd: string, more: Partial<RunOptions> = {}): RunOptions => ({
  cwd,
  paths: [cwd],
  runtime: 'file',
  include: [],
  ignore: [],
  gitignore: true,
  todo: false,
  showsTexts: true,
  types: false,
  ...more,
});
