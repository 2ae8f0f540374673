import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import taroModernize from '../../../src/integrations/eslint';
import * as rewriting from '../../../src/project/rewrite';
import { inProcess } from '../../cli/support/in-process';
import { builtFor, NEW, OLD, taroProject } from '../../cli/support/projects';
import { add, tree } from '../../cli/support/tree';

vi.mock('../../../src/project/rewrite', { spy: true });
beforeEach(() => void vi.mocked(rewriting.rewrite).mockClear());
afterEach(() => void vi.useRealTimers());

const START = 'taro-modernize/start-record-to-recorder-manager';
const NODE_MODULES = join(import.meta.dirname, '../../../node_modules');
/** The runtime files of a project in which `npx taro-modernize` has run. */
const COPY = { 'src/taro-modernize/recorder.ts': 'export {};\n' };

interface Wanted {
  rules?: Linter.RulesRecord;
  settings?: Record<string, unknown>;
  languageOptions?: Linter.LanguageOptions;
  path?: string;
}

function configOf({ rules, settings, languageOptions }: Wanted): Linter.Config {
  const { recommended } = taroModernize.configs;
  return {
    ...recommended,
    files: ['**/*.ts', '**/*.js'],
    rules: rules ?? recommended.rules,
    ...(settings && { settings }),
    languageOptions: { parser: typescriptParser as unknown as Linter.Parser, ...languageOptions },
  };
}

function lint(root: string, text: string, wanted: Wanted = {}): Linter.LintMessage[] {
  return new Linter({ cwd: root }).verify(text, configOf(wanted), join(root, wanted.path ?? 'src/a.ts'));
}

function fix(root: string, text: string, wanted: Wanted = {}) {
  return new Linter({ cwd: root }).verifyAndFix(
    text,
    configOf(wanted),
    join(root, wanted.path ?? 'src/a.ts'),
  );
}

/** The types of this context lack the method. */
function suppressedBy(linter: Linter): unknown[] {
  return (linter as Linter & { getSuppressedMessages(): unknown[] }).getSuppressedMessages();
}

describe('fixes and their imports', () => {
  test('ESLint fixes a project with a copy of the runtime like the codemod', () => {
    const root = tree({ ...taroProject({}), ...COPY });
    const { output, messages } = fix(root, OLD);
    expect(output).toBe(NEW);
    expect(messages).toEqual([]);
    expect(fix(root, output)).toMatchObject({ fixed: false, output });
  });

  test('in a project that depends on the package, fixes import the package', () => {
    const dependencies = { '@tarojs/taro': '4.2.0', 'taro-modernize': '^0.1.0' };
    const root = tree({ ...taroProject({}), 'package.json': JSON.stringify({ dependencies }) });
    expect(fix(root, OLD).output).toBe(
      NEW.replace('./taro-modernize/recorder', 'taro-modernize/runtime/recorder'),
    );
  });

  test('in a project with neither copy nor package there is no fix, and one message says how to get one', () => {
    const root = tree(taroProject({}));
    const [only, ...others] = lint(root, OLD);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ line: 4, column: 8 });
    expect(only!.fix ?? only!.suggestions).toBeUndefined();
    expect(only!.message).toMatch(
      /^startRecord is deprecated\. Fix: the call is replaced with recorder\.start \(REC001\)\. No fix is available for this and 1 more location in the file, .*npx taro-modernize.*Taro plugin/,
    );
  });

  test('without the runtimes, each rule has one message, and manual findings have their own', () => {
    const root = tree(taroProject({}));
    const text = `${OLD}Taro.playVoice({ filePath: 'a' });\nTaro.pauseVoice();\nTaro.stopVoice();\njest.spyOn(Taro, 'stopRecord');\n`;
    const messages = lint(root, text);
    expect(messages.map(({ line, ruleId }) => `${line} ${ruleId}`)).toEqual([
      `4 ${START}`,
      '11 taro-modernize/play-voice-to-inner-audio-context',
      `14 ${START}`,
    ]);
    expect(messages[1]!.message).toContain('for this and 2 more locations in the file');
    expect(messages[2]!.message).not.toContain('No fix');
    expect(lint(root, `import Taro from '@tarojs/taro';\nTaro.stopRecord();\n`)[0]!.message).toContain(
      'No fix is available, because',
    );
  });

  test('a disabled first place does not hide the others', () => {
    const root = tree(taroProject({}));
    const text = OLD.replace('  Taro.startRecord', '  // eslint-disable-next-line\n  Taro.startRecord');
    const linter = new Linter({ cwd: root });
    const messages = linter.verify(text, configOf({}), join(root, 'src/a.ts'));
    expect(messages.map(({ line }) => line)).toEqual([9]);
    expect(suppressedBy(linter)).toHaveLength(1);
  });

  test('fixes in code blocks of Markdown import from the folder of the Markdown file', () => {
    const root = tree({ ...taroProject({}), ...COPY });
    const markdown = (text: string) => `# Recording\n\n\`\`\`ts\n${text}\`\`\`\n`;
    const processor: Linter.Processor = {
      meta: { name: 'blocks', version: '1' },
      preprocess: (text) => [{ text: /```ts\n([\s\S]*)```/.exec(text)![1]!, filename: '0.js' }],
      postprocess: ([messages]) =>
        messages!.map((one) => {
          const moved = one.fix?.range.map((at) => at + markdown('').indexOf('ts\n') + 3);
          return moved ? { ...one, fix: { ...one.fix!, range: moved as [number, number] } } : one;
        }),
      supportsAutofix: true,
    };
    const config = [
      { files: ['**/*.md'], processor },
      { ...configOf({}), files: ['**/*.md/*.js'] },
    ];
    for (const [path, folder] of [
      ['README.md', './src'],
      ['src/pages/a/notes.md', '../..'],
    ]) {
      const { output } = new Linter({ cwd: root }).verifyAndFix(markdown(OLD), config, join(root, path!));
      expect(output).toBe(markdown(NEW.replace("'./taro", `'${folder}/taro`)));
    }
  });

  test('a development dependency alone gives no fix, because the app would not find the package', () => {
    const manifest = {
      dependencies: { '@tarojs/taro': '4.2.0' },
      devDependencies: { 'taro-modernize': '^0.1.0' },
    };
    const root = tree({ ...taroProject({}), 'package.json': JSON.stringify(manifest) });
    expect(lint(root, OLD).some(({ fix }) => fix)).toBe(false);
  });

  test('fixes in a native mini program never import the package', () => {
    const files = { 'app.json': '{"pages":[]}', 'project.config.json': '{}', 'app.js': '' };
    const root = tree({ ...files, 'package.json': '{"dependencies":{"taro-modernize":"^0.1.0"}}' });
    const text = 'wx.startRecord({})\n';
    expect(lint(root, text, { path: 'pages/a.js' })).toMatchObject([{ ruleId: START }]);
    expect(fix(root, text, { path: 'pages/a.js' }).fixed).toBe(false);
    add(root, { 'taro-modernize/recorder.js': '' });
    expect(fix(root, text, { path: 'pages/a.js' }).output).toContain("require('../taro-modernize/recorder')");
  });

  test('with one runtime missing, the fix makes the migrations that need the other one', () => {
    const root = tree({ ...taroProject({}), ...COPY });
    const text = OLD.replace('Taro.vibrateShort', 'Taro.playVoice');
    const messages = lint(root, text);
    expect(
      messages.map((one) => [one.line, Boolean(one.fix), one.message.includes('No fix is available')]),
    ).toEqual([
      [4, true, false],
      [8, false, false],
      [9, false, true],
    ]);
    expect(fix(root, text).output).toBe(NEW.replace('Taro.vibrateShort', 'Taro.playVoice'));
  });

  test('a rewrite that needs no runtime is fixed everywhere', () => {
    const root = tree(taroProject({}));
    const text = "import Taro from '@tarojs/taro';\nTaro.canIUse('startRecord');\n";
    expect(fix(root, text).output).toBe(text.replace('startRecord', 'getRecorderManager'));
  });

  test('the settings can name the folder of the copy', () => {
    const root = tree({ ...taroProject({}), 'src/lib/recorder.ts': '' });
    const settings = { 'taro-modernize': { runtimeDir: 'src/lib' } };
    expect(fix(root, OLD, { settings }).output).toBe(NEW.replace('./taro-modernize/', './lib/'));
  });

  test('a long-running editor notices a new copy soon and a removed one immediately', () => {
    vi.useFakeTimers();
    const root = tree(taroProject({ 'a.ts': OLD }));
    expect(fix(root, OLD).fixed).toBe(false);
    add(root, COPY);
    expect(fix(root, OLD).output).toBe(NEW);
    rmSync(join(root, 'src/taro-modernize/recorder.ts'));
    expect(fix(root, OLD).fixed).toBe(false);
    const dependencies = { '@tarojs/taro': '4.2.0', 'taro-modernize': '^0.1.0' };
    add(root, { 'package.json': JSON.stringify({ dependencies }) });
    vi.advanceTimersByTime(3000);
    expect(fix(root, OLD).fixed).toBe(true);
  });

  test('copies of the runtime get no fixes', () => {
    const root = tree({ ...taroProject({}), ...COPY });
    const copy = '// @taro-modernize-runtime 0.1.0\nwx.startRecord()\n';
    expect(lint(root, copy, { path: 'src/taro-modernize/recorder.ts' })).toEqual([]);
  });

  test('a byte order mark is kept, and the fix has the right position', () => {
    const root = tree({ ...taroProject({}), ...COPY });
    expect(fix(root, `\uFEFF${OLD}`).output).toBe(`\uFEFF${NEW}`);
    const first = "Taro.startRecord();\nimport Taro from '@tarojs/taro';\n";
    expect(fix(root, `\uFEFF${first}`).output).toBe(`\uFEFF${fix(root, first).output}`);
  });
});

describe('findings of the rules', () => {
  test('only enabled rules count, also in the fix', () => {
    const copies = { ...COPY, 'src/taro-modernize/voice.ts': '' };
    const root = tree({ ...taroProject({}), ...copies });
    const text = OLD.replace('Taro.vibrateShort', 'Taro.stopVoice');
    const both = fix(root, text).output;
    expect(both).toContain('voice.stop()');
    expect(fix(root, text, { rules: { [START]: 'error' } }).output).toBe(
      NEW.replace('Taro.vibrateShort', 'Taro.stopVoice'),
    );
  });

  test('a manual finding has no fix and says what to do', () => {
    const root = tree({ ...taroProject({}), ...COPY });
    const text = "import Taro from '@tarojs/taro';\nTaro.startRecord = () => {};\n";
    const [message] = lint(root, text);
    expect(message).toMatchObject({
      line: 2,
      column: 6,
      endLine: 2,
      endColumn: 17,
      messageId: 'manual/assigned',
    });
    expect(message!.message).toMatch(
      /^startRecord needs a manual change: .* \(REC101\)\. Replace recorder\.start from the runtime module recorder/,
    );
    expect(message!.fix).toBeUndefined();
  });

  test('every other finding that the fix covers offers it as a suggestion', () => {
    const root = tree({ ...taroProject({}), ...COPY });
    const [first, second] = lint(root, OLD);
    expect(second!.suggestions).toMatchObject([{ desc: 'Migrate this file', fix: first!.fix }]);
  });

  test('companions of the recorder are rewritten if the app uses it or the option says so', () => {
    const text = "import Taro from '@tarojs/taro';\nTaro.getRecorderManager().pause();\n";
    const without = tree(taroProject({}));
    expect(lint(without, text)).toEqual([]);
    const root = tree({ ...taroProject({}), ...COPY });
    expect(lint(root, text)).toMatchObject([
      { message: expect.stringMatching(/^getRecorderManager must be changed as well\./) },
    ]);
    const dependencies = { '@tarojs/taro': '4.2.0', 'taro-modernize': '^0.1.0' };
    const depending = { ...taroProject({}), 'package.json': JSON.stringify({ dependencies }) };
    expect(fix(tree(depending), text).output).toContain("from 'taro-modernize/runtime/recorder'");
    expect(lint(root, text, { rules: { [START]: ['error', { shareManager: false }] } })).toEqual([]);
    expect(lint(without, text, { rules: { [START]: ['error', { shareManager: true }] } })).toHaveLength(1);
  });

  test('the settings can name a base library and a level', () => {
    const root = tree({ ...taroProject({}), ...COPY });
    const text = "import Taro from '@tarojs/taro';\nTaro.startRecord({});\nTaro.createAudioContext('a');\n";
    const linesWith = (own: object) =>
      lint(root, text, { settings: { 'taro-modernize': own } }).map(({ line }) => line);
    expect(linesWith({})).toEqual([2, 3]);
    expect(linesWith({ target: '1.5.0' })).toEqual([]);
    expect(linesWith({ target: '2.20.1' })).toEqual([2, 3]);
    expect(linesWith({ level: 'required' })).toEqual([2]);
  });

  test('an unknown migration option is rejected', () => {
    const root = tree(taroProject({}));
    expect(() => lint(root, OLD, { rules: { [START]: ['error', { share: true }] } })).toThrow(/share/);
  });

  test.each([
    ['above the call', '// taro-modernize-ignore plays here', true],
    ['with its code', '// taro-modernize-ignore REC001 plays here', true],
    ['with another code', '// taro-modernize-ignore REC105 plays here', false],
  ])('ESLint respects a taro-modernize-ignore comment %s', (_, comment, isIgnored) => {
    const root = tree({ ...taroProject({}), ...COPY });
    const text = OLD.replace('  Taro.startRecord', `  ${comment}\n  Taro.startRecord`);
    const calls = lint(root, text).filter(({ message }) => !message.includes('this comment'));
    expect(calls.map(({ line }) => line)).toEqual(isIgnored ? [9] : [5, 9]);
    expect(fix(root, text).output.includes('Taro.startRecord')).toBe(isIgnored);
  });

  test.each([
    ['// eslint-disable-next-line', 'before'],
    [`// eslint-disable-next-line "${START}" -- the device plays it`, 'before'],
    [`/* eslint-disable-next-line ${START}\n     -- because */`, 'before'],
    [`/* eslint-disable ${START} */`, 'before'],
    ['// eslint-disable-line', 'behind'],
  ])('%s: the finding is reported as suppressed and stays when the rest is fixed', (comment, where) => {
    const root = tree({ ...taroProject({}), ...COPY });
    const call = 'Taro.startRecord({ success: (res) => console.log(res.tempFilePath) });';
    const enable = comment.startsWith('/* eslint-disable ') ? '\n/* eslint-enable */' : '';
    const marked = where === 'before' ? `${comment}\n${call}${enable}` : `${call} ${comment}`;
    const text = OLD.replace(call, marked);
    const linter = new Linter({ cwd: root });
    const config = { ...configOf({}), linterOptions: { reportUnusedDisableDirectives: 'error' as const } };
    const messages = linter.verify(text, config, join(root, 'src/a.ts'));
    expect(messages.map(({ message }) => message.split(' ')[0])).toEqual(['stopRecord']);
    expect(suppressedBy(linter)).toHaveLength(1);
    expect(linter.verifyAndFix(text, config, join(root, 'src/a.ts')).output).toBe(
      NEW.replace(/recorder\.start\(.*/, () => marked),
    );
  });

  test('a comment that ESLint does not accept as a directive has no effect', () => {
    const root = tree({ ...taroProject({}), ...COPY });
    expect(fix(root, `// eslint-disable\n${OLD}`).output).toBe(`// eslint-disable\n${NEW}`);
  });

  test('a rule disabled for the whole file is not part of the fix', () => {
    const root = tree({ ...taroProject({}), ...COPY, 'src/taro-modernize/voice.ts': '' });
    const text = `/* eslint-disable ${START} */\n${OLD.replace('Taro.vibrateShort', 'Taro.stopVoice')}`;
    const { output } = fix(root, text);
    expect(output).toContain('Taro.startRecord(');
    expect(output).toContain('voice.stop()');
  });
});

describe('settings', () => {
  const linting = (settings: Record<string, unknown>) => () =>
    lint(tree(taroProject({})), OLD, { settings: { 'taro-modernize': settings } });

  test.each([
    [
      { runtimedir: 'src/lib' },
      'unknown setting "runtimedir" in settings[\'taro-modernize\']. Did you mean "runtimeDir"?',
    ],
    [{ plaforms: ['weapp'] }, 'Did you mean "platforms"?'],
    [{ nothing: 1 }, 'unknown setting "nothing"'],
    [{ runtimeDir: '../lib' }, 'invalid value for "runtimeDir"'],
    [{ runtimeDir: '/elsewhere' }, 'a folder inside the project'],
    [{ runtimeDir: '' }, 'invalid value for "runtimeDir"'],
    [{ runtimeDir: 5 }, 'invalid value for "runtimeDir"'],
    [{ platforms: 'weapp' }, 'invalid value for "platforms"'],
    [{ platforms: ['wechat'] }, 'Unknown platform "wechat"'],
    [{ target: 2 }, 'invalid value for "target"'],
    [{ target: 'latest' }, 'invalid value for "target"'],
    [
      { level: 'all' },
      "invalid value for \"level\" in settings['taro-modernize']: \"all\". Expected: 'required', 'advised'",
    ],
  ])('ESLint fails on %o', (settings, message) => {
    expect(linting(settings)).toThrow(message);
  });

  test.each([
    {},
    { runtimeDir: 'src/lib', platforms: ['weapp', 'h5'], target: '2.20.1', level: 'required' },
    { runtimeDir: undefined, platforms: [], target: '2.20' },
    { runtimeDir: 'not/yet/there' },
  ])('ESLint accepts %o', (settings) => {
    expect(linting(settings)().length).toBeGreaterThan(0);
  });
});

describe('taro-modernize-ignore comments without effect', () => {
  const text = `import Taro from '@tarojs/taro';
// taro-modernize-ignore nothing below
const one = 1;
// taro-modernize-ignore REC104 another code
Taro.startRecord({});
Taro.stopRecord(); // taro-modernize-ignore behind the call
`;
  const told = (root: string, wanted?: Wanted) =>
    lint(root, text, wanted).filter(({ message }) => message.includes('this comment'));

  test.each([
    ['with the runtime', COPY],
    ['without the runtime', {}],
  ])('ESLint reports each once %s', (_how, copy) => {
    const root = tree({ ...taroProject({}), ...copy });
    expect(told(root).map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
      '2:1 this comment suppresses nothing (DEP222). Remove it, or move it to the line above the code that it is for.',
      '4:1 this comment suppresses nothing (REC222). Remove it, or move it to the line above the code that it is for.',
      '6:20 this comment suppresses nothing on its own line (DEP222). Move it to the line above.',
    ]);
  });

  test('with some of the rules, ESLint reports only comments with their codes', () => {
    const root = tree({ ...taroProject({}), ...COPY });
    expect(told(root, { rules: { [START]: 'warn' } }).map(({ line }) => line)).toEqual([4]);
  });
});

describe('the platforms of a project in ESLint', () => {
  test('a setter that is not known to work everywhere names the setting of ESLint', () => {
    const text = `import Taro from '@tarojs/taro';\nTaro.createCanvasContext('a').setLineWidth(2);\n`;
    const rules = { 'taro-modernize/canvas-context-setters-to-properties': 'warn' } as const;
    const [only] = lint(tree(taroProject({})), text, { rules });
    expect(only!.message).toContain('(CAN123)');
    expect(only!.message).toContain("settings: { 'taro-modernize': { platforms: ['weapp'] } }");
    expect(only!.message).not.toContain('npx taro-modernize --platform');
  });

  const TEXT = `import Taro from '@tarojs/taro';
Taro.createCanvasContext('a').setLineWidth(2);
Taro.arrayBufferToBase64(new ArrayBuffer(1));
Taro.authorize({ scope: 'scope.record', success: () => Taro.startRecord({}) });
`;

  test.each<[string, string[], string[] | undefined, string[]]>([
    ['none in the package', [], undefined, ['setLineWidth(2)', 'Taro.authorize']],
    ['plugins for weapp', ['weapp'], undefined, ['lineWidth = 2', 'Taro.authorize']],
    ['plugins for weapp and h5', ['weapp', 'h5'], undefined, ['lineWidth = 2', 'recorder.authorize']],
    ['plugins for alipay and h5', ['alipay', 'h5'], undefined, ['setLineWidth(2)', 'recorder.authorize']],
    ['a setting without the h5 of the package', ['weapp', 'h5'], ['weapp'], ['Taro.authorize']],
    ['a setting for more than the package', ['tt'], ['weapp', 'h5'], ['lineWidth = 2', 'recorder.authorize']],
  ])('%s: the fix and the findings are those of the codemod', async (_, plugins, platforms, expected) => {
    const root = tree({ ...taroProject({ 'a.ts': TEXT }), ...builtFor(...plugins) });
    const args = ['src/a.ts', '--no-types', ...(platforms ? ['--platform', platforms.join()] : [])];
    const { stdout } = await inProcess(root, ['scan', '--json', ...args]);
    await inProcess(root, ['--yes', '--allow-dirty', '--no-todo', ...args]);
    const settings = { 'taro-modernize': { platforms } };
    const { output } = fix(root, TEXT, { settings });
    expect(output).toBe(readFileSync(join(root, 'src/a.ts'), 'utf8'));
    for (const part of expected) expect(output).toContain(part);
    const [{ findings }] = (JSON.parse(stdout) as { files: [{ findings: Record<string, unknown>[] }] }).files;
    expect(lint(root, TEXT, { settings }).map(({ line, messageId }) => [line, messageId])).toEqual(
      findings.filter(({ verdict }) => verdict !== 'ignored').map(({ line, messageId }) => [line, messageId]),
    );
  });

  test('a misspelled platform in the settings is rejected', () => {
    const root = tree(taroProject({}));
    const settings = { 'taro-modernize': { platforms: ['wechat'] } };
    expect(() => lint(root, OLD, { settings })).toThrow(/Unknown platform "wechat".*weapp, h5/);
  });
});

describe('cost of a lint run', () => {
  test('the engine runs once for all rules, and not at all without an API name in the file', () => {
    const root = tree({ ...taroProject({}), ...COPY });
    lint(root, 'export const startRecording = 1;\n');
    expect(rewriting.rewrite).not.toHaveBeenCalled();
    lint(root, OLD.replace('Taro.vibrateShort', 'Taro.stopVoice'), {
      rules: { ...taroModernize.configs.recommended.rules },
    });
    // The second run omits the voice migration, whose runtime is missing.
    expect(rewriting.rewrite).toHaveBeenCalledTimes(2);
    vi.mocked(rewriting.rewrite).mockClear();
    lint(root, OLD);
    expect(rewriting.rewrite).toHaveBeenCalledTimes(1);
  });

  test('a source that is linted again with other rules gives the reports of those rules', () => {
    const root = tree({ ...taroProject({}), ...COPY });
    const linter = new Linter({ cwd: root });
    const path = join(root, 'src/a.ts');
    const text = OLD.replace('Taro.vibrateShort', 'Taro.stopVoice');
    expect(linter.verify(text, configOf({ rules: { [START]: 'warn' } }), path)).toHaveLength(2);
    const again = linter.verify(linter.getSourceCode(), configOf({ rules: { [START]: 'error' } }), path);
    expect(again.map(({ severity }) => severity)).toEqual([2, 2]);
    const other = { 'taro-modernize/play-voice-to-inner-audio-context': 'error' } as const;
    expect(linter.verify(linter.getSourceCode(), configOf({ rules: other }), path)).toMatchObject([
      { line: 9 },
    ]);
  });
});

describe('files that ESLint or the engine cannot process', () => {
  test('a syntax error is reported by ESLint only', () => {
    const root = tree({ ...taroProject({}), ...COPY });
    expect(lint(root, 'Taro.startRecord(;\n')).toMatchObject([{ fatal: true, ruleId: null }]);
  });

  test("a dialect that only ESLint's parser reads is reported by one rule", () => {
    const root = tree({ ...taroProject({}), ...COPY });
    const messages = lint(root, 'const x: number = Taro.startRecord()\nenum A { b }\n', { path: 'src/a.js' });
    expect(messages).toMatchObject([{ messageId: 'unchecked', line: 1 }]);
    expect(messages[0]!.message).toMatch(/^taro-modernize did not check this file: cannot be parsed: /);
  });

  test('files of 2 MB are checked, and files that the CLI considers too large are not', () => {
    const root = tree({ ...taroProject({}), ...COPY });
    const filler = Array.from(
      { length: 1000 },
      (_, i) => `export const v${i} = '${'x'.repeat(2000)}';\n`,
    ).join('');
    expect(fix(root, OLD + filler).output).toBe(NEW + filler);
    const huge = `${OLD}/*${' '.repeat(5_000_000)}*/\n`;
    expect(lint(root, huge)).toMatchObject([
      { messageId: 'unchecked', message: expect.stringContaining('4 MB') },
    ]);
  });

  test('a text without a file name is checked', () => {
    const messages = new Linter({ cwd: tree(taroProject({})) }).verify(OLD, configOf({}));
    expect(messages).toHaveLength(1);
  });
});

describe('types in ESLint', () => {
  const API = `import Taro from '@tarojs/taro';
export const api = Taro;
export class Camera { startRecord() {} }
export const camera: { startRecord(): void } = new Camera();
export interface Host { startRecord(option?: object): unknown; login(): unknown }
`;
  const TEXT = `import { api, camera, type Host } from './api';
export const text = '';
api.startRecord({ success: () => undefined });
camera.startRecord();
export function run(host: typeof api, own: Host, unknown: any) {
  host.stopRecord();
  own.startRecord();
  unknown.stopRecord();
  const { stopRecord } = host;
  stopRecord();
  host['startRecord']({});
}
`;
  const typed = (root: string): Linter.LanguageOptions => ({
    parserOptions: {
      project: './tsconfig.json',
      tsconfigRootDir: root,
      // In CI the parser provides types only for the first pass over a file, and this test lints one several
      // times.
      disallowAutomaticSingleRunInference: true,
    },
  });

  test("the parser's types decide the same calls as the types of the CLI", async () => {
    const compilerOptions = {
      module: 'esnext',
      moduleResolution: 'bundler',
      target: 'es2022',
      strict: true,
      types: [],
      skipLibCheck: true,
    };
    const root = tree({
      ...taroProject({ 'api.ts': API, 'a.ts': TEXT, 'b.ts': OLD }),
      'tsconfig.json': JSON.stringify({ compilerOptions, include: ['src'] }),
    });
    symlinkSync(NODE_MODULES, join(root, 'node_modules'));
    await inProcess(root, ['src/b.ts', '--yes', '--allow-dirty']);
    // Without the name, the command would keep a family that it cannot rewrite as a whole.
    const only = ['--only', 'start-record-to-recorder-manager'];
    const { stdout } = await inProcess(root, ['scan', 'src/a.ts', '--json', ...only]);
    const [file] = (
      JSON.parse(stdout) as { files: { findings: { verdict: string; line: number; messageId: string }[] }[] }
    ).files;
    const expected = file!.findings.filter(({ verdict }) => verdict !== 'ignored');
    const messages = lint(root, TEXT, { languageOptions: typed(root) });
    expect(messages.map(({ line, messageId }) => [line, messageId])).toEqual(
      expected.map(({ line, messageId }) => [line, messageId]),
    );
    // Without types all of them are undecided.
    const untyped = lint(root, TEXT);
    expect(untyped.filter(({ messageId }) => messageId!.startsWith('manual/unasked')).length).toBeGreaterThan(
      messages.filter(({ messageId }) => messageId!.startsWith('manual/')).length,
    );
    const { output } = fix(root, TEXT, { languageOptions: typed(root) });
    await inProcess(root, ['src/a.ts', '--yes', '--allow-dirty', '--no-todo', ...only]);
    expect(output).toBe(readFileSync(join(root, 'src/a.ts'), 'utf8'));
    expect(output).toContain('recorder.start');
  });
});
