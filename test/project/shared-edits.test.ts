/** Groups of edits in several files, and in files with types. */
import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { ProjectFinder } from '../../src/project/detect';
import { acceptedPart, editGroups } from '../../src/project/edit-groups';
import { scan } from '../../src/project/scan';
import { stepsByMigration } from '../../src/project/steps';
import type { FileOutcome } from '../../src/project/types';
import { tree } from '../cli/support/tree';
import { linkTaro } from '../support/typed-project';

const APP = '{ "dependencies": { "@tarojs/taro": "4.2.0" } }';
const START = "import Taro from '@tarojs/taro'\nTaro.startRecord({})\n";
const STOP = "import Taro from '@tarojs/taro'\nTaro.stopRecord()\n";
const MANAGER = "import Taro from '@tarojs/taro'\nexport const manager = Taro.getRecorderManager()\n";
const PLAY = "import Taro from '@tarojs/taro'\nTaro.playVoice({ filePath: 'a' })\n";
/** `startRecord` cannot leave the pattern before the property after it. */
const BOTH = `import Taro from '@tarojs/taro'
const { startRecord, getSystemInfoSync = startRecord } = Taro
startRecord({})
export const width = getSystemInfoSync().windowWidth
`;

async function changesOf(
  files: Record<string, string>,
  install = (_root: string) => {},
): Promise<{ root: string; changes: FileOutcome[] }> {
  const root = tree(files);
  install(root);
  const options = { cwd: root, paths: [root], runtime: 'file', include: [], ignore: [] } as const;
  const scanned = await scan(
    { ...options, gitignore: true, todo: false, showsTexts: true, inParts: true, types: true },
    new ProjectFinder(),
  );
  const changes = scanned.files.filter(({ change }) => change).sort((a, b) => (a.path < b.path ? -1 : 1));
  return { root, changes };
}

/** The files of each group, with the APIs that change in them. */
async function groupsIn(files: Record<string, string>): Promise<string[]> {
  const { root, changes } = await changesOf(files);
  return (await editGroups(changes)).map(({ parts }) =>
    [...parts]
      .map(
        ([{ path }, { rewrites }]) => `${relative(root, path)} ${rewrites.map(({ api }) => api).join('+')}`,
      )
      .join(', '),
  );
}

test('APIs that share state are one group in an app, with their companions', async () => {
  const files = { 'src/a.ts': START, 'src/b.ts': STOP, 'src/c.ts': MANAGER, 'src/d.ts': PLAY };
  expect(await groupsIn({ 'package.json': APP, ...files })).toEqual([
    'src/a.ts startRecord, src/b.ts stopRecord, src/c.ts getRecorderManager',
    'src/d.ts playVoice',
  ]);
});

test('each app has its own groups', async () => {
  const files = {
    'one/package.json': APP,
    'one/src/a.ts': START,
    'two/package.json': APP,
    'two/src/a.ts': START,
  };
  expect(await groupsIn(files)).toEqual(['one/src/a.ts startRecord', 'two/src/a.ts startRecord']);
});

test('an independent subpackage shares the groups of its app', async () => {
  const files = {
    'project.config.json': '{ "appid": "wx", "compileType": "miniprogram" }',
    'app.json': '{ "pages": [], "subpackages": [{ "root": "sub", "pages": [], "independent": true }] }',
    'a.js': 'wx.startRecord({})\n',
    'sub/b.js': 'wx.stopRecord()\n',
  };
  expect(await groupsIn(files)).toEqual(['a.js startRecord, sub/b.js stopRecord']);
});

test('a rewrite that needs one of such a group belongs to it', async () => {
  const [first] = await groupsIn({ 'package.json': APP, 'src/a.ts': START, 'src/b.ts': BOTH });
  expect(first).toMatch(/^src\/a\.ts startRecord, src\/b\.ts .*startRecord.*getSystemInfoSync/);
});

test('rewrites that types have decided can be chosen one by one', async () => {
  const { changes } = await changesOf(
    {
      'package.json': APP,
      'tsconfig.json': '{ "compilerOptions": { "moduleResolution": "node" } }',
      'src/platform.ts': "import Taro from '@tarojs/taro'\nexport default { ...Taro, own: true }\n",
      'src/used.ts': `import platform from './platform'
export const wide = () => platform.getSystemInfoSync().windowWidth
export const high = () => platform.getSystemInfoSync().windowHeight
`,
    },
    linkTaro,
  );
  const groups = await editGroups(changes);
  expect(groups).toHaveLength(2);
  const part = acceptedPart(changes[0]!, groups, (group) => group === groups[1]);
  expect(part?.change?.after).toContain('wide = () => platform.getSystemInfoSync()');
  expect(part?.change?.after).toContain('high = () => getWindowInfo()');
});

test('a part of a change is committed in one step per migration', async () => {
  const { changes } = await changesOf({
    'package.json': APP,
    'src/a.ts': `import Taro from '@tarojs/taro'
export const wide = () => Taro.getSystemInfoSync().windowWidth
export const high = () => Taro.getSystemInfoSync().windowHeight
Taro.playVoice({ filePath: 'a' })
`,
  });
  const groups = await editGroups(changes);
  const part = acceptedPart(changes[0]!, groups, (group) => group !== groups[0])!;
  const steps = stepsByMigration([part]).map(({ files }) => files[0]!.change!);
  expect(steps.map(({ before }) => before)).toEqual([changes[0]!.change!.before, steps[0]!.after]);
  expect(steps.at(-1)!.after).toBe(part.change!.after);
  for (const { after } of steps) expect(after).toContain('wide = () => Taro.getSystemInfoSync()');
});
