import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Edit, Finding } from '../../src/engine/types';
import { ProjectFinder } from '../../src/project/detect';
import { scan } from '../../src/project/scan';
import type { Help } from '../../src/report/left/help';
import { violations } from '../report/support/validate';
import { inProcess } from './support/in-process';
import { javascriptProject, taroProject } from './support/projects';
import { snapshot, tree } from './support/tree';

interface Json {
  files: { path: string; findings: (Finding & { help?: Help })[] }[];
}

const jsonOf = async (root: string, ...args: string[]) =>
  JSON.parse((await inProcess(root, ['scan', '--json', ...args])).stdout) as Json;

const manualIn = ({ files }: Json) =>
  files.flatMap(({ path, findings }) =>
    findings.filter(({ verdict }) => verdict === 'manual').map((finding) => ({ path, ...finding })),
  );

/** Runs a command that a report shows. */
const runShown = (root: string, command: string) =>
  inProcess(root, command.replace(/^npx taro-modernize /, '').split(' '));

const WXP = `import { promisifyAll } from 'miniprogram-api-promise'
export const wxp = {}
promisifyAll(wx, wxp)
`;
const READ =
  'const { windowHeight, brand } = wxp.getSystemInfoSync()\nexport const size = brand + windowHeight\n';

/** Code that becomes what the report shows, without anything else that has to change. */
const KNOWN: readonly (readonly [what: string, code: string, diff: string])[] = [
  [
    'fields of a derived object',
    `${WXP}${READ}`,
    `+ import { getDeviceInfo, getWindowInfo } from './taro-modernize/system'
- const { windowHeight, brand } = wxp.getSystemInfoSync()
+ const { windowHeight } = getWindowInfo()
+ const { brand } = getDeviceInfo()`,
  ],
  [
    'a promise of a derived object',
    `${WXP}export const height = () => wxp.getSystemInfo().then((info) => info.windowHeight)\n`,
    `+ import { getWindowInfo, pickSystemInfo } from './taro-modernize/system'
- export const height = () => wxp.getSystemInfo().then((info) => info.windowHeight)
+ export const height = () => pickSystemInfo([getWindowInfo]).then((info) => info.windowHeight)`,
  ],
  [
    'an imported object',
    `import { wxp } from './other'\nexport const start = (done) => wxp.startRecord({ success: done })\n`,
    `- import { wxp } from './other'
+ import './other'
+ import { recorder } from './taro-modernize/recorder'
- export const start = (done) => wxp.startRecord({ success: done })
+ export const start = (done) => recorder.start({ success: done })`,
  ],
  [
    'a parameter',
    'export function height(api) {\n  return api.getSystemInfoSync().windowHeight\n}\n',
    `+ import { getWindowInfo } from './taro-modernize/system'
+
-   return api.getSystemInfoSync().windowHeight
+   return getWindowInfo().windowHeight`,
  ],
  [
    "a host's own API",
    'export const start = (options) => my.startRecord(options)\n',
    `- export const start = (options) => my.startRecord(options)
+ import { recorder } from './taro-modernize/recorder'
+
+ export const start = (options) => recorder.start(options)`,
  ],
];

describe('what a location could become', () => {
  for (const [what, code, diff] of KNOWN) {
    it(`the report has the change for this location: ${what}`, async () => {
      const root = tree(javascriptProject({ 'page.js': code }));
      const [finding] = manualIn(await jsonOf(root, '--no-types'));
      expect(finding?.help?.example).toEqual({
        from: 'location',
        blocks: [{ language: 'diff', code: diff }],
      });
    });

    it(`once the change is made, the command of the report exits with 0: ${what}`, async () => {
      const root = tree(javascriptProject({ 'page.js': code }));
      const [finding] = manualIn(await jsonOf(root, '--no-types'));
      const { verify } = finding!.help!;
      expect((await runShown(root, verify)).code).toBe(1);
      const path = join(root, 'src/page.js');
      writeFileSync(path, applied(readFileSync(path, 'utf8'), await editsAt(root, finding!.start)));
      await inProcess(root, ['--yes', '--allow-dirty']);
      expect(Object.keys(snapshot(root)).join()).toContain('src/taro-modernize/');
      expect((await runShown(root, verify)).code).toBe(0);
    });
  }

  it('a file with a byte order mark has the change, too', async () => {
    const root = tree(javascriptProject({ 'page.js': `\uFEFF${KNOWN[3]![1]}` }));
    const [finding] = manualIn(await jsonOf(root, '--no-types'));
    expect(finding?.help?.example?.blocks[0]?.code).toContain('getWindowInfo().windowHeight');
  });

  it('each finding of a file has only its own change', async () => {
    const code =
      'export const f = (api) => {\n  api.startRecord({})\n  api.stopRecord()\n  wx.playVoice({})\n}\n';
    const manual = manualIn(await jsonOf(tree(javascriptProject({ 'page.js': code })), '--no-types'));
    const diffs = manual.map(({ help }) => help!.example!.blocks[0]!.code);
    expect(diffs.map((diff) => diff.match(/^- .*$/gm))).toEqual([
      ['-   api.startRecord({})'],
      ['-   api.stopRecord()'],
    ]);
  });

  it.each([
    ['Taro.startRecord = own\n', 'recorder.start from the runtime module recorder', 'recorder.start('],
    [
      'Taro.getSystemInfoSync = own\n',
      'getWindowInfo, getDeviceInfo, getAppBaseInfo, getSystemSetting, getAppAuthorizeSetting from the runtime module system',
      'getWindowInfo()',
    ],
    [
      'Taro.getSystemInfoSync = own\nkeep(Taro.getSystemInfoSync)\n',
      'getSystemInfoSync from the runtime module system',
      'keep(getSystemInfoSync)',
    ],
  ])('an API that is replaced has its replacement and a fitting example: %s', async (code, to, example) => {
    const page = `import Taro from '@tarojs/taro'\nimport { keep, own } from './own'\n${code}`;
    const root = tree(taroProject({ 'page.ts': page }));
    const { help, hint } = manualIn(await jsonOf(root, '--no-types')).at(-1)!;
    expect(hint).toContain(to);
    expect(help?.example?.blocks[0]?.code).toContain(example);
  });

  it('a guard that starts recording only once has the code that stays, without escapes', async () => {
    const code = `export function record() {
  wx.getSetting({
    success: ({ authSetting }) => {
      if (!authSetting['scope.record'] || 0) return
      if (!authSetting['scope.record']) {
        wx.authorize({
          scope: 'scope.record',
          success() {
            setTimeout(() => {
              wx.startRecord({ success: (res) => show(res.a || \`<\${res.b}>\`) })
            }, 100)
          },
        })
      }
    },
  })
}
`;
    const root = tree(javascriptProject({ 'page.js': code }));
    const finding = manualIn(await jsonOf(root)).find((one) => one.code === 'REC152');
    expect(finding?.help?.example).toEqual({
      from: 'file',
      blocks: [
        {
          language: 'js',
          code: `setTimeout(() => {
  wx.startRecord({ success: (res) => show(res.a || \`<\${res.b}>\`) })
}, 100)`,
        },
      ],
    });
    expect(violations(await jsonOf(root), 'report')).toEqual([]);
    await inProcess(root, ['scan', '--report', 'left.md']);
    const report = readFileSync(join(root, 'left.md'), 'utf8');
    expect(report).toContain('**Code of this file to keep**');
    expect(report).toMatch(/run `npx taro-modernize` again: `+.*setTimeout\(/);
    expect(report).not.toMatch(/setTimeout.*\\/);
  });

  it('a package without a platform, or with other published folders, has the change that a run will make', async () => {
    const code = 'export const height = () => wx.getSystemInfoSync().windowHeight\n';
    const alone = tree({ 'package.json': '{ "name": "a" }', 'src/a.js': code });
    const elsewhere = tree({
      'package.json': '{ "name": "a", "miniprogram": "dist", "files": ["dist"] }',
      'src/a.js': code,
    });
    for (const [root, id] of [
      [alone, 'manual/no-mini-program'],
      [elsewhere, 'manual/unpublished'],
    ] as const) {
      const [finding] = manualIn(await jsonOf(root, 'src'));
      expect(finding?.messageId).toBe(id);
      expect(finding?.help?.example).toMatchObject({ from: 'location' });
    }
  });

  it('a name in a template, which cannot be replaced there, has the example of the page', async () => {
    const page =
      '<template><view @tap="wx.stopRecord()" /></template>\n<script>\nexport default {}\n</script>\n';
    const root = tree(javascriptProject({ 'page.vue': page }));
    const [finding] = manualIn(await jsonOf(root));
    expect(finding?.help?.example).toMatchObject({ from: 'page', blocks: [{ language: 'vue' }] });
    expect(finding?.help?.steps.at(-1)).toContain(`<!-- taro-modernize-ignore ${finding?.code} reason -->`);
  });
});

async function editsAt(root: string, start: number): Promise<readonly Edit[]> {
  const options = { include: [], ignore: [], gitignore: true, runtime: 'file', todo: false } as const;
  const { files } = await scan(
    { ...options, cwd: root, paths: [join(root, 'src')], showsTexts: false, explains: true, types: false },
    new ProjectFinder(),
  );
  return files.find(({ editsAt }) => editsAt)!.editsAt!(start)!;
}

function applied(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight(
    (now, { start, end, text: by }) => now.slice(0, start) + by + now.slice(end),
    text,
  );
}

/** One app with findings of many kinds. */
const APP = {
  ...taroProject({
    'app.config.ts': 'export default { pages: ["index"] }\n',
    'index.tsx': `import { Button } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { height } from './users/a'

export default function Index() {
  Taro.getUserInfo({})
  return <Button onGetUserInfo={height}>Log in</Button>
}
`,
    'users/a.ts': `import { wxp } from '../wxp'\nexport const height = () => wxp.getSystemInfoSync().windowHeight\n`,
    'users/b.ts': `import { wxp } from '../wxp'\nexport const height = () => wxp.getSystemInfoSync().windowHeight\n`,
    'wxp.ts': `declare const wx: any
export const wxp: any = { ...wx }
export const own = () => wxp.getSystemInfoSync().windowHeight
export const call = (name: string) => wx[name]({})
`,
    'z.ts': `import { call } from './wxp'\nexport const get = () => call('getSystemInfo')\n`,
  }),
};

describe('the list of manual changes', () => {
  it('wrappers come before the code that uses them, and required changes before advised ones', async () => {
    const { stdout, code } = await inProcess(tree(APP), ['todo', '--no-types']);
    const places = [...stdout.matchAll(/^\d+\. (\S+?):\d+:\d+ {2}(\S+)/gm)].map(
      ([, path, api]) => `${path} ${api}`,
    );
    const at = (place: string) => places.indexOf(place);
    expect(places).toHaveLength(6);
    expect(at('src/wxp.ts getSystemInfoSync')).toBeLessThan(at('src/users/a.ts getSystemInfoSync'));
    expect(at('src/users/a.ts getSystemInfoSync')).toBeLessThan(at('src/users/b.ts getSystemInfoSync'));
    expect(code).toBe(0);
  });

  it('a computed name lists the strings with names of APIs', async () => {
    const { stdout } = await inProcess(tree(APP), ['todo', '--no-types']);
    expect(stdout).toContain('src/z.ts:2 (getSystemInfo)');
    const alone = tree(
      javascriptProject({ 'a.js': 'wx.playVoice({})\nexport const call = (name) => wx[name]({})\n' }),
    );
    expect((await inProcess(alone, ['todo'])).stdout).toContain('No string in the searched files');
  });

  it('a finding like an earlier one only refers to it', async () => {
    const { stdout } = await inProcess(tree(APP), ['todo', '--no-types']);
    const [, number] = /^(\d+)\. src\/users\/a\.ts/m.exec(stdout)!;
    expect(stdout).toMatch(
      new RegExp(`users/b\\.ts.*\\n {2}As in ${number}\\.\\n {2}Check: .* src/users/b\\.ts`),
    );
  });

  it('each finding has ten lines of code at most, the page, and a comment that suppresses it', async () => {
    const manual = manualIn(await jsonOf(tree(APP), '--no-types'));
    const { stdout } = await inProcess(tree(APP), ['todo', '--no-types']);
    for (const { help, code } of manual) {
      expect(help!.url).toMatch(/findings\/(\d{3}|[A-Z]{3}\d{3})\.md$/);
      expect(help!.steps.join()).toContain(`taro-modernize-ignore ${code} reason`);
    }
    for (const part of stdout.split(/^\d+\. /m)) {
      const lines = part.match(/^ +>? *\d+ \|/gm) ?? [];
      expect(lines.length).toBeLessThanOrEqual(10);
    }
    expect(stdout).toMatch(/^ +> 6 \| {3}Taro\.getUserInfo\(\{\}\)$/m);
  });

  it('getUserInfo has the components for React, also in Chinese', async () => {
    for (const lang of ['en', 'zh']) {
      const manual = manualIn(await jsonOf(tree(APP), '--no-types', '--lang', lang));
      const { help } = manual.find(({ api }) => api === 'getUserInfo')!;
      expect(help!.example).toMatchObject({ from: 'page', blocks: [{ language: 'tsx' }] });
      expect(help!.example!.blocks[0]!.code).toContain('openType="chooseAvatar"');
      expect(help!.steps.join('\n')).toContain('`detail.avatarUrl`');
      expect(/\p{Script=Han}/u.test(help!.steps.join())).toBe(lang === 'zh');
    }
  });

  it('a native page has the template and the script', async () => {
    const root = tree({
      'app.json': '{ "pages": ["index"] }',
      'project.config.json': '{ "appid": "wx1" }',
      'index.js': 'Page({ login() { wx.getUserProfile({ desc: "" }) } })\n',
      'index.wxml': '<form report-submit bindsubmit="order"></form>\n',
    });
    const manual = manualIn(await jsonOf(root));
    for (const { help } of manual)
      expect(help!.example!.blocks.map(({ language }) => language)).toEqual(['wxml', 'js']);
    expect(manual).toHaveLength(2);
  });

  it('a list without findings says so', async () => {
    const root = tree(javascriptProject({ 'a.js': 'wx.playVoice({})\n' }));
    expect((await inProcess(root, ['todo'])).stdout).toContain('Nothing is left that needs a manual change.');
  });
});

describe('the Markdown report', () => {
  const LEFT = 'left/todo.md';

  it('has a section for each finding, with a link that leads from the report to the line', async () => {
    const root = tree(APP);
    await inProcess(root, ['scan', '--no-types', '--report', LEFT]);
    const text = readFileSync(join(root, LEFT), 'utf8');
    const links = [...text.matchAll(/^### \d+\. \[`[^`]+`\]\((\S+)#L(\d+)\)/gm)];
    expect(links).toHaveLength(6);
    for (const [, path, line] of links)
      expect(readFileSync(join(root, 'left', path!), 'utf8').split('\n').length).toBeGreaterThan(
        Number(line),
      );
    expect(text).toContain('```diff\n');
  });

  it('has the lines as they are after the run', async () => {
    const source = `import Taro from '@tarojs/taro'\n\nTaro.startRecord({})\nTaro.stopRecord()\n\nTaro.getUserInfo({})\n`;
    const root = tree(javascriptProject({ 'a.js': source }));
    await inProcess(root, ['--yes', '--report', 'left.md']);
    const [, line] = /\[`src\/a\.js:(\d+):6`\]/.exec(readFileSync(join(root, 'left.md'), 'utf8'))!;
    const lines = readFileSync(join(root, 'src/a.js'), 'utf8').split('\n');
    expect(lines[Number(line) - 1]).toBe('Taro.getUserInfo({})');
    expect(lines.indexOf('Taro.getUserInfo({})')).not.toBe(
      source.split('\n').indexOf('Taro.getUserInfo({})'),
    );
  });
});

it('the JSON of every manual finding has help, as the schema says', async () => {
  const report = await jsonOf(tree(APP), '--no-types');
  expect(violations(report, 'report')).toEqual([]);
  for (const { help, verdict } of report.files.flatMap(({ findings }) => findings))
    expect(help !== undefined).toBe(verdict === 'manual');
});

it('the command of a finding repeats the options that decide what is found', async () => {
  const root = tree(javascriptProject({ 'a b.js': 'export const f = (api) => api.startRecord({})\n' }));
  const [finding] = manualIn(
    await jsonOf(root, '--no-types', '--platform', 'weapp,h5', '--target', '2.20.1'),
  );
  expect(finding?.help?.verify).toBe(
    "npx taro-modernize --check --only start-record-to-recorder-manager --platform 'weapp,h5' --target 2.20.1 --no-types 'src/a b.js'",
  );
});

it('a scan ends with the command that lists what it found, for the same files and options', async () => {
  const root = tree(
    javascriptProject({ 'a.js': 'export const f = (api) => api.startRecord({})\n', 'b.js': '' }),
  );
  const { stdout } = await inProcess(root, ['scan', 'src/a.js', '--no-types', '--level', 'required']);
  const [, command] = /^To work through them, with code and steps: (.+)$/m.exec(stdout)!;
  expect(command).toBe('npx taro-modernize todo --no-types --level required src/a.js');
  expect((await runShown(root, command!)).stdout).toMatch(/^1\. src\/a\.js:1:\d+/m);
});
