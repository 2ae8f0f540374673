import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { APPS, filesOf, installApp, run } from '../support/taro-app';

// Copied runtimes live in users' projects, so they must pass the checks of these projects.

const OLD = `import Taro from '@tarojs/taro'

export const record = () => Taro.startRecord({ success: (result) => console.log(result.tempFilePath) })
export const play = () => Taro.playVoice({ filePath: 'a.mp3' })
export const keep = () => Taro.saveFile({ tempFilePath: 'a.mp3' })
export const choose = () => Taro.chooseImage({ count: 1 })
export const music = () => Taro.playBackgroundAudio({ dataUrl: 'https://example.com/a.mp3' })
`;
/** Only in templates are canvases found. */
const POSTER = `<script setup>
import Taro from '@tarojs/taro'

const context = Taro.createCanvasContext('poster')
context.draw()
</script>

<template>
  <canvas canvas-id="poster" />
</template>
`;
/** Compiles only if the copies have their types. */
const USES = `import { recorder } from './taro-modernize/recorder'
import { voice } from './taro-modernize/voice'
import { getFileInfo, getSavedFileList, removeSavedFile, saveFile } from './taro-modernize/files'
import { chooseImage, chooseVideo } from './taro-modernize/media'
import { backgroundAudio } from './taro-modernize/background-audio'
import { canvasToTempFilePath, canvasType, createCanvasContext } from './taro-modernize/canvas'

export function poster(): string {
  const context = createCanvasContext('poster')
  context.setFillStyle(context.createLinearGradient(0, 0, 9, 9))
  context.draw(false, () => void canvasToTempFilePath({ canvasId: 'poster' }).then(({ tempFilePath }) => console.log(tempFilePath.length)))
  return canvasType
}
export async function both(): Promise<string> {
  const { tempFilePath } = await recorder.start({ duration: 1000 })
  await voice.play({ filePath: tempFilePath })
  return tempFilePath
}
export async function pictures(): Promise<number> {
  const { tempFilePaths, tempFiles } = await chooseImage({ count: 1, sizeType: ['compressed'], sourceType: ['album'] })
  const [path = ''] = tempFilePaths
  console.log(tempFiles.map((file) => file.path + file.size.toFixed()))
  const { tempFilePath, duration } = await chooseVideo({ maxDuration: 10, camera: 'back' })
  saveFile({ tempFilePath, success: ({ savedFilePath }) => console.log(savedFilePath.length) })
  const { fileList } = await getSavedFileList()
  for (const { filePath, size } of fileList) if (size > 0) await removeSavedFile({ filePath })
  await getFileInfo({ filePath: path, success: ({ size }) => console.log(size.toFixed()) })
  await backgroundAudio.play({ dataUrl: path, title: 'a' })
  return duration
}
// @ts-expect-error a path is a string
saveFile({ tempFilePath: 1 })
// @ts-expect-error an id is a string
createCanvasContext(1)
// @ts-expect-error a count is a number
chooseImage({ count: '1' })
// @ts-expect-error a duration is a number
recorder.start({ duration: '1' })
`;

let installed: string;
const tool = (path: string, args: readonly string[], cwd: string) =>
  run(process.execPath, [join(installed, 'node_modules', path), ...args], { cwd });

/** A migrated Taro project that builds for h5. */
async function makeProject(
  name: string,
  extension: 'ts' | 'js',
  files: Readonly<Record<string, string>> = {},
  /** Package names, mapped to what is installed under other names. */
  packages: Readonly<Record<string, string>> = {},
): Promise<string> {
  const folder = join(installed, 'apps', name);
  rmSync(folder, { recursive: true, force: true });
  const manifest = {
    name,
    scripts: { build: 'taro build --type weapp', 'build:h5': 'taro build --type h5' },
    dependencies: { '@tarojs/taro': '4.2.0' },
  };
  const all = {
    'package.json': JSON.stringify(manifest),
    [`src/app.${extension}`]: OLD,
    'src/poster.vue': POSTER,
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const [alias, actual] of Object.entries(packages)) {
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    symlinkSync(join(installed, 'node_modules', actual), join(folder, 'node_modules', alias), 'junction');
  }
  const only = 'default,choose-image-to-choose-media,create-canvas-context-to-canvas-2d';
  const args = ['src', '--yes', '--allow-dirty', '--only', only];
  const { status, printed } = await tool('taro-modernize/dist/cli/bin.js', args, folder);
  expect(printed).toContain('recorder-host.h5');
  expect(status).toBe(0);
  return folder;
}

beforeAll(async () => {
  installed = await installApp('guests');
});

describe('tsc', () => {
  /** Cumulative: each version includes the options of the versions before it. */
  const SINCE: readonly [string, object][] = [
    [
      '4.7',
      {
        strict: true,
        noUnusedLocals: true,
        noUnusedParameters: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        noPropertyAccessFromIndexSignature: true,
        noImplicitReturns: true,
        noFallthroughCasesInSwitch: true,
        isolatedModules: true,
      },
    ],
    ['4.9', {}],
    ['5.1', { module: 'esnext', moduleResolution: 'bundler', verbatimModuleSyntax: true }],
    ['5.4', {}],
    ['5.7', { noUncheckedSideEffectImports: true }],
    ['5.9', { erasableSyntaxOnly: true }],
  ];
  const VERSIONS = SINCE.map(([version], index) => {
    const strictest: object = Object.assign({}, ...SINCE.slice(0, index + 1).map(([, options]) => options));
    return { version, strictest };
  });
  const COMMON = {
    target: 'es2017',
    module: 'commonjs',
    moduleResolution: 'node',
    allowSyntheticDefaultImports: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  };

  describe.each([
    ['4.2', {}],
    ['3.6', { '@tarojs/taro': ['../../node_modules/taro3'] }],
  ])('tsc with the types of Taro %s', (taro, paths) => {
    let project: string;
    beforeAll(async () => {
      project = await makeProject(`tsc-${taro}`, 'ts', { 'tsconfig.json': '{}', 'src/uses.ts': USES });
    });

    test.each(VERSIONS)('the copies compile with TypeScript $version: loose and strictest', async ({
      version,
      strictest,
    }) => {
      const compiler = version === '5.9' ? 'typescript' : `typescript${version}`;
      for (const [name, options] of Object.entries({ loose: {}, strictest })) {
        const config = `tsconfig.${version}.${name}.json`;
        const compilerOptions = { ...COMMON, paths, ...options };
        writeFileSync(join(project, config), JSON.stringify({ compilerOptions, include: ['src'] }));
        const { status, printed } = await tool(`${compiler}/bin/tsc`, ['-p', config], project);
        expect(printed, name).toBe('');
        expect(status, name).toBe(0);
      }
    });
  });
});

describe.each(['ts', 'js'] as const)('ESLint in a %s project', (extension) => {
  const CONFIG = `
const js = require('@eslint/js')
const ts = require('typescript-eslint')
const all = {
  recommended: [js.configs.recommended, { files: ['**/*.ts'], languageOptions: { parser: ts.parser } }],
  strict: ts.configs.strict,
  stylistic: ts.configs.stylistic,
}
module.exports = [
  ...all[process.env.RULES],
  { rules: { 'no-undef': 'error' }, linterOptions: { reportUnusedDisableDirectives: 'error' } },
]
`;
  const TARO = JSON.stringify({
    root: true,
    extends: ['taro/react'],
    reportUnusedDisableDirectives: true,
    parserOptions: { requireConfigFile: false },
  });

  let project: string;
  beforeAll(async () => {
    project = await makeProject(`eslint-${extension}`, extension, {
      'eslint.config.cjs': CONFIG,
      '.eslintrc': TARO,
      ...(extension === 'ts' && { 'tsconfig.json': '{}' }),
    });
  });
  const lint = (eslint: string, env: Record<string, string>) =>
    run(
      process.execPath,
      [
        join(installed, 'node_modules', eslint, 'bin/eslint.js'),
        '--max-warnings=0',
        ...(eslint === 'eslint' ? ['--ext=.ts,.js'] : []),
        'src/taro-modernize',
      ],
      { cwd: project, env: { ...process.env, ...env } },
    );

  test.each([
    'recommended',
    'strict',
    'stylistic',
  ])('ESLint 9 with the %s rules and no-undef reports nothing in the copies', async (rules) => {
    const { status, printed } = await lint('eslint9', { RULES: rules });
    expect(printed).toBe('');
    expect(status).toBe(0);
  });

  test('ESLint 8 with eslint-config-taro reports nothing in the copies', async () => {
    const { status, printed } = await lint('eslint', { ESLINT_USE_FLAT_CONFIG: 'false' });
    expect(printed.replace(/^Warning: React version.*\n/, '')).toBe('');
    expect(status).toBe(0);
  });
});

test("after the codemod, the ESLint config of Taro's template reports nothing in the copies", async () => {
  const folder = join(installed, 'apps/example');
  rmSync(folder, { recursive: true, force: true });
  cpSync(APPS.example, folder, {
    recursive: true,
    // The example has an ESLint configuration of its own, which this one replaces.
    filter: (path) => !/[\\/](node_modules|dist|eslint\.config\.mjs)$/.test(path),
  });
  writeFileSync(
    join(folder, '.eslintrc'),
    JSON.stringify({
      root: true,
      extends: ['taro/react'],
      reportUnusedDisableDirectives: true,
      rules: { 'react/jsx-uses-react': 'off', 'react/react-in-jsx-scope': 'off' },
    }),
  );
  const args = ['src', '--yes', '--allow-dirty'];
  expect((await tool('taro-modernize/dist/cli/bin.js', args, folder)).status).toBe(0);
  const { status, printed } = await tool('eslint/bin/eslint.js', ['--ext=.ts,.tsx', 'src'], folder);
  expect(printed).not.toContain('src/taro-modernize');
  expect(printed).not.toContain('import/first');
  expect(status).toBe(0);
  expect(filesOf(join(folder, 'src/taro-modernize')).size).toBe(11);
});

test.each([
  ['prettier2', 'bin-prettier.js'],
  ['prettier3', 'bin/prettier.cjs'],
])("%s: the copies pass the project's check and are still recognized after reformatting", async (prettier, bin) => {
  const project = await makeProject(
    prettier,
    'ts',
    { 'tsconfig.json': '{}', '.prettierrc': '{ "semi": false, "singleQuote": true, "printWidth": 70 }' },
    { prettier },
  );
  const copies = join(project, 'src/taro-modernize');
  const checked = await tool(`${prettier}/${bin}`, ['--check', copies], project);
  expect(checked.printed).toContain('All matched files use Prettier code style');

  const written = await tool(`${prettier}/${bin}`, ['--no-config', '--write', copies], project);
  expect(written.status).toBe(0);
  const formatted = filesOf(copies);
  const args = ['src', '--yes', '--allow-dirty'];
  const { printed } = await tool('taro-modernize/dist/cli/bin.js', args, project);
  expect(printed).not.toContain('src/taro-modernize');
  expect(filesOf(copies)).toEqual(formatted);
});
