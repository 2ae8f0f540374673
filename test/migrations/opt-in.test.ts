import Joi from 'joi';
import { describe, expect, test, vi } from 'vitest';
import { createPlugin } from '../../src/integrations/eslint/plugin';
import { transformModule } from '../../src/integrations/module';
import { isMentioned } from '../../src/integrations/module-mentions';
import { optionsSchema } from '../../src/integrations/options';
import { migrations, migrationsFor, selectMigrations } from '../../src/migrations';
import { rewrite } from '../../src/project/rewrite';
import { inProcess } from '../cli/support/in-process';
import { taroProject } from '../cli/support/projects';
import { snapshot, tree } from '../cli/support/tree';

const NAME = 'choose-image-to-choose-media';
const NAMES = [NAME, 'create-canvas-context-to-canvas-2d', 'native-attribute-names'];
const PAGE =
  "import Taro from '@tarojs/taro';\n\nTaro.chooseImage({ count: 1 });\nTaro.saveFile({ tempFilePath: 'a' });\n";
const PAGE_WITH_INPUT =
  "import { Input } from '@tarojs/components'\nexport const page = <Input autoFocus />\n";
const filename = 'page.ts';

describe('opt-in migrations', () => {
  test('an opt-in migration runs only when named', () => {
    expect(migrations.map(({ name }) => name)).toContain(NAME);
    expect(selectMigrations().map(({ name }) => name)).not.toContain(NAME);
    expect(migrationsFor('weapp')).not.toContain(NAME);
    expect(migrationsFor('weapp', [NAME])).toEqual([NAME]);
    const apis = (names?: string[]) =>
      rewrite(PAGE, { filename, ...(names && { migrations: names }) }).findings.map(
        ({ api, verdict }) => `${api}: ${verdict}`,
      );
    expect(apis(), 'reported until then').toEqual(['chooseImage: manual', 'saveFile: rewritten']);
    expect(apis([NAME])).toEqual(['chooseImage: rewritten']);
    expect(apis(['default']), 'as without names').toEqual(apis());
    expect(apis(['default', NAME]), 'beside the others').toEqual([
      'chooseImage: rewritten',
      'saveFile: rewritten',
    ]);
    expect(selectMigrations(['default', ...NAMES])).toHaveLength(migrations.length);
    expect(selectMigrations(['default', 'save-file-to-file-system-manager'])).toHaveLength(
      migrations.length - NAMES.length,
    );
  });

  test('the CLI runs an opt-in migration named by --only, and `list` marks it as opt-in', async () => {
    const project = () => tree(taroProject({ [filename]: PAGE }));
    const [plain, named] = [project(), project()];
    expect((await inProcess(plain, ['--yes', '--no-types'])).code).toBe(0);
    expect(snapshot(plain)[`src/${filename}`]).toContain('Taro.chooseImage(');
    expect(Object.keys(snapshot(plain))).not.toContain('src/taro-modernize/media.ts');
    expect((await inProcess(named, ['--yes', '--no-types', '--only', NAME])).code).toBe(0);
    expect(snapshot(named)[`src/${filename}`]).toContain(
      "import { chooseImage } from './taro-modernize/media'",
    );
    expect(snapshot(named)[`src/${filename}`]).toContain('Taro.saveFile(');
    expect(Object.keys(snapshot(named))).toContain('src/taro-modernize/media.ts');
    // A later run of all other migrations does not change the copy and the files that import it.
    const before = snapshot(named)['src/taro-modernize/media.ts'];
    expect((await inProcess(named, ['--yes', '--no-types', '--allow-dirty'])).code).toBe(0);
    expect(snapshot(named)['src/taro-modernize/media.ts']).toBe(before);
    const { stdout } = await inProcess(plain, ['list', '--json']);
    const listed = JSON.parse(stdout).migrations as { name: string; optIn: boolean }[];
    expect(
      listed
        .filter(({ optIn }) => optIn)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(NAMES);
  });

  test('an API that an opt-in migration would rewrite is reported with the command that does', () => {
    const canvas = "Taro.createCanvasContext('a').draw();\n";
    const { findings } = rewrite(PAGE + canvas, { filename });
    expect(findings.map(({ api, hint }) => `${api}: ${hint ?? ''}`)).toEqual([
      expect.stringContaining(`npx taro-modernize --only ${NAME})`),
      'saveFile: ',
      expect.stringContaining('npx taro-modernize --only create-canvas-context-to-canvas-2d)'),
    ]);
  });

  test('an attribute that an opt-in migration would rename is reported until then, and once', () => {
    const codesOf = (names?: string[]) =>
      ['<input auto-focus /><input auto-focus="{{a}}" /><audio />', PAGE_WITH_INPUT].map((text, index) => {
        const file = ['page.wxml', 'page.jsx'][index]!;
        return rewrite(text, { filename: file, ...(names && { migrations: names }) }).findings.map(
          ({ code }) => code,
        );
      });
    const native = NAMES.at(-1);
    expect(codesOf()).toEqual([['DEP130', 'DEP130', 'DEP130'], ['DEP130']]);
    expect(codesOf(['default', native!])).toEqual([['NAT017', 'NAT130', 'DEP130'], ['DEP130']]);
    expect(codesOf([native!])).toEqual([['NAT017', 'NAT130'], []]);
  });

  test('builds run an opt-in migration named by the option `migrations`', () => {
    expect(optionsSchema(Joi).validate({ migrations: [NAME] }).error).toBeUndefined();
    expect(isMentioned('Taro.chooseImage()', { migrations: [NAME] })).toBe(true);
    const both = { migrations: ['default', NAME] };
    expect(optionsSchema(Joi).validate(both).error).toBeUndefined();
    vi.stubEnv('TARO_ENV', 'weapp');
    const built = [undefined, both].map(
      (options) => transformModule(PAGE, '/app/src/page.ts', options ?? {})?.output?.code,
    );
    vi.unstubAllEnvs();
    expect(built.map((code) => code?.includes('Taro.saveFile('))).toEqual([false, false]);
    expect(built.map((code) => code?.includes('Taro.chooseImage('))).toEqual([true, false]);
  });

  test('ESLint has a rule for an opt-in migration, which `recommended` does not enable', () => {
    const { rules, configs } = createPlugin(migrations, '0.0.0', () => {
      throw new Error('opens no file');
    });
    expect(rules[NAME]!.meta.docs.recommended).toBe(false);
    expect(Object.keys(configs.recommended.rules)).not.toContain(`taro-modernize/${NAME}`);
    expect(Object.keys(configs.recommended.rules)).toHaveLength(migrations.length - NAMES.length);
  });
});
