import { expect, it } from 'vitest';
import { cli, json } from './support/cli';
import { OLD, taroProject } from './support/projects';
import { snapshot, tree } from './support/tree';

it('the few relevant files among 10,000 are found', { timeout: 60_000 }, () => {
  const files: Record<string, string> = { 'deep/in/here.ts': OLD };
  for (let i = 0; i < 10_000; i++) files[`d${i % 100}/f${i}.ts`] = `export const value${i} = ${i};\n`;
  const root = tree(taroProject(files));
  const { summary, files: found } = json(cli(root, ['--json']));
  expect(summary).toMatchObject({ scanned: 10_001, changed: 1, errors: 0 });
  expect(found.map((file) => file.path)).toEqual(['src/deep/in/here.ts']);
  expect(snapshot(root)['src/deep/in/here.ts']).toContain('recorder.start');
});
