import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { LanguageServer } from '../support/language-server';
import { filesOf, installApp, packTarball, run } from '../support/taro-app';

const STUB = join(import.meta.dirname, '../../eslint-plugin-taro-modernize');

const CALLS = `
export function start() {
  Taro.startRecord({ success: (res) => console.log(res.tempFilePath) })
}

export function stop() {
  Taro.stopRecord()
}
`;
const SOURCES = {
  'plain.js': `import Taro from '@tarojs/taro'\n${CALLS}`,
  'page.jsx': `import Taro from '@tarojs/taro'\n${CALLS}\nexport const Page = () => <view onClick={Taro.stopRecord} />\n`,
  'typed.ts': `import Taro from '@tarojs/taro'\n${CALLS}\nexport const stops: typeof Taro.stopRecord = Taro.stopRecord\n`,
  'page.tsx': `import Taro from '@tarojs/taro'\n${CALLS}\nexport const Page = (): unknown => <view onClick={Taro.stopRecord} />\n`,
  'page.vue': `<template>\n  <view @tap="stop" />\n</template>\n\n<script setup>\nimport Taro from '@tarojs/taro'\nfunction stop() {\n  Taro.stopRecord()\n}\n</script>\n`,
  'marked.ts': '\uFEFFimport Taro from "@tarojs/taro";\r\n\r\nTaro.startRecord({});\r\n',
  'manual.js': `import Taro from '@tarojs/taro'\n\nTaro.startRecord = () => undefined\n`,
  'none.js': `export const startRecording = true\n`,
};
/** ESLint reports files that the parsers cannot read. All other files are still compared. */
const BROKEN = { 'broken.js': 'Taro.startRecord(;\n' };

const flat = (isBabel: boolean) => `import taroModernize from 'taro-modernize/eslint'
${isBabel ? "import babel from '@babel/eslint-parser'" : ''}
import * as typescript from '@typescript-eslint/parser'
import vue from 'vue-eslint-parser'

export default [
  { ignores: ['src/taro-modernize/**'] },
  taroModernize.configs.recommended,
  { files: ['**/*.js', '**/*.jsx'], languageOptions: ${
    isBabel
      ? "{ parser: babel, parserOptions: { requireConfigFile: false, babelOptions: { parserOpts: { plugins: ['jsx'] } } } }"
      : '{ parserOptions: { ecmaFeatures: { jsx: true } } }'
  } },
  { files: ['**/*.ts', '**/*.tsx'], languageOptions: { parser: typescript, parserOptions: { ecmaFeatures: { jsx: true } } } },
  { files: ['**/*.vue'], languageOptions: { parser: vue } },
]
`;
const eslintrc = JSON.stringify({
  root: true,
  extends: ['plugin:taro-modernize/recommended'],
  ignorePatterns: ['src/taro-modernize'],
  parserOptions: { ecmaVersion: 2022, sourceType: 'module' },
  overrides: [
    {
      files: ['*.js', '*.jsx'],
      parser: '@babel/eslint-parser',
      parserOptions: { requireConfigFile: false, babelOptions: { parserOpts: { plugins: ['jsx'] } } },
    },
    { files: ['*.ts', '*.tsx'], parser: '@typescript-eslint/parser' },
    { files: ['*.vue'], parser: 'vue-eslint-parser' },
  ],
});

let installed: string;
/** The sources as the codemod rewrites them. */
let migrated: ReadonlyMap<string, string>;

function project(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(installed, 'apps', name);
  rmSync(root, { recursive: true, force: true });
  const all = {
    'package.json': JSON.stringify({ name, private: true, dependencies: { '@tarojs/taro': '4.2.0' } }),
    'tsconfig.json': '{}',
    // This migration adds the runtime.
    'src/first.ts': `import Taro from '@tarojs/taro'\nTaro.stopRecord()\n`,
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  symlinkSync(join(installed, 'node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}

const sources = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`src/${name}`, text]));

async function codemod(root: string, path: string): Promise<void> {
  const bin = join(installed, 'node_modules/taro-modernize/dist/cli/bin.js');
  // Without the name, the command would keep the family, because one file assigns its own function to an API.
  const args = [
    bin,
    path,
    '--only',
    'start-record-to-recorder-manager',
    '--yes',
    '--no-todo',
    '--allow-dirty',
  ];
  const { status, printed } = await run(process.execPath, args, { cwd: root });
  expect(status, printed).toBe(0);
}

const own = (root: string) =>
  new Map([...filesOf(join(root, 'src'))].filter(([path]) => Object.hasOwn(SOURCES, path)));

beforeAll(async () => {
  installed = await installApp('eslint');
  const stub = join(installed, 'node_modules/eslint-plugin-taro-modernize');
  rmSync(stub, { recursive: true, force: true });
  mkdirSync(stub);
  execFileSync('tar', [
    '-xzf',
    packTarball(join(installed, 'pack'), STUB),
    '--strip-components=1',
    '-C',
    stub,
  ]);
  const root = project('codemod', sources(SOURCES));
  await codemod(root, 'src');
  migrated = own(root);
});

const KINDS = [
  ['ESLint 8, flat', 'eslint8', true, true],
  ['ESLint 8, eslintrc', 'eslint8', false, true],
  ['ESLint 9, flat', 'eslint', true, true],
  ['ESLint 9, eslintrc', 'eslint', false, true],
  // @babel/eslint-parser 8 requires a newer Node than these tests do.
  ['ESLint 10, flat', 'eslint10', true, false],
] as const;

describe.each(KINDS)('%s', (name, eslint, isFlat, isBabel) => {
  let root: string;
  const lint = async (...args: string[]) => {
    const bin = join(installed, 'node_modules', eslint, 'bin/eslint.js');
    const extensions = isFlat ? [] : ['--ext', '.js,.jsx,.ts,.tsx,.vue'];
    const env = { ...process.env, ESLINT_USE_FLAT_CONFIG: String(isFlat), LANG: 'en_US.UTF-8' };
    const { stdout, printed } = await run(
      process.execPath,
      [bin, 'src', '--format', 'json', ...extensions, ...args],
      { cwd: root, env },
    );
    const results = (() => {
      try {
        return JSON.parse(stdout) as {
          filePath: string;
          messages: {
            ruleId: string | null;
            messageId?: string;
            message: string;
            fix?: object;
            fatal?: boolean;
          }[];
        }[];
      } catch {
        throw new Error(printed);
      }
    })();
    return new Map(
      results.map(({ filePath, messages }) => [filePath.slice(join(root, 'src').length + 1), messages]),
    );
  };

  beforeAll(async () => {
    const config: Record<string, string> = isFlat
      ? { 'eslint.config.mjs': flat(isBabel) }
      : { '.eslintrc.json': eslintrc };
    root = project(name.replace(/\W+/g, '-').toLowerCase(), {
      ...sources({ ...SOURCES, ...BROKEN }),
      ...config,
    });
  });

  test('without the runtime, ESLint fixes nothing and one message says how to add the runtime', async () => {
    const before = own(root);
    const found = await lint('--fix');
    expect(own(root)).toEqual(before);
    expect(found.get('none.js')).toEqual([]);
    expect(found.get('broken.js')).toMatchObject([{ fatal: true, ruleId: null }]);
    const messages = found.get('page.tsx')!;
    expect(messages).toMatchObject([{ ruleId: 'taro-modernize/start-record-to-recorder-manager' }]);
    expect(messages[0]!.message).toContain('npx taro-modernize');
  });

  test('with the runtime, --fix matches the codemod output, and a second run changes nothing', async () => {
    await codemod(root, 'src/first.ts');
    await lint('--fix');
    expect(own(root)).toEqual(migrated);
    const again = await lint('--fix');
    expect(own(root)).toEqual(migrated);
    for (const [path, messages] of again) {
      if (path === 'manual.js') expect(messages).toMatchObject([{ messageId: 'manual/assigned' }]);
      else if (path !== 'broken.js') expect(messages, path).toEqual([]);
    }
  });
});

test('the codemod changes every file in the comparison', () => {
  for (const [path, text] of Object.entries(SOURCES))
    expect(migrated.get(path) !== text, path).toBe(!/^(none|manual)\.js$/.test(path));
});

describe("VS Code's ESLint server", () => {
  interface Position {
    line: number;
    character: number;
  }
  interface Edit {
    range: { start: Position; end: Position };
    newText: string;
  }
  interface Diagnostic {
    code: string;
    message: string;
    range: { start: Position; end: Position };
    codeDescription?: { href: string };
  }

  test("VS Code's ESLint server shows the findings, and its quick fix makes the same edits as the codemod", async () => {
    const root = project('editor', { ...sources(SOURCES), 'eslint.config.mjs': flat(false) });
    await codemod(root, 'src/first.ts');
    const uri = pathToFileURL(join(root, 'src/page.tsx')).href;
    const text = readFileSync(join(root, 'src/page.tsx'), 'utf8');
    const folder = { uri: pathToFileURL(root).href, name: 'editor' };
    const settings = {
      validate: 'on',
      run: 'onType',
      packageManager: 'npm',
      useESLintClass: true,
      useFlatConfig: true,
      experimental: { useFlatConfig: true },
      codeAction: {
        disableRuleComment: { enable: true, location: 'separateLine' },
        showDocumentation: { enable: true },
      },
      codeActionOnSave: { mode: 'all' },
      format: false,
      quiet: false,
      onIgnoredFiles: 'off',
      options: {},
      rulesCustomizations: [],
      problems: { shortenToSingleLine: false },
      nodePath: null,
      workingDirectory: { mode: 'location' },
      workspaceFolder: folder,
    };
    const applied: Edit[] = [];
    const server = new LanguageServer(
      join(installed, 'node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server'),
      root,
      {
        'workspace/configuration': ({ items }: { items: unknown[] }) => items.map(() => settings),
        'workspace/applyEdit': ({ edit }: { edit: { documentChanges: { edits: Edit[] }[] } }) => {
          applied.push(...edit.documentChanges.flatMap(({ edits }) => edits));
          return { applied: true };
        },
      },
    );
    await server.request('initialize', {
      processId: process.pid,
      rootUri: folder.uri,
      workspaceFolders: [folder],
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          applyEdit: true,
          workspaceEdit: { documentChanges: true },
        },
        textDocument: {
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
        },
      },
    });
    server.notify('initialized', {});
    server.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'typescriptreact', version: 1, text },
    });
    const { items: diagnostics } = await server.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    expect(diagnostics.map(({ code, range }) => [code, range.start.line])).toEqual(
      [3, 7, 10].map((line) => ['taro-modernize/start-record-to-recorder-manager', line]),
    );

    const actions = await server.request<
      { title: string; command?: { command: string; arguments: unknown[] } }[]
    >('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostics[0]!.range,
      context: { diagnostics: [diagnostics[0]], only: ['quickfix'] },
    });
    const quickFix = actions.find(({ title }) => title.startsWith('Fix this taro-modernize/'))!;
    await server.request('workspace/executeCommand', quickFix.command);
    expect(applyEdits(text, applied)).toBe(migrated.get('page.tsx'));

    const others = await server.request<{ title: string }[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostics[1]!.range,
      context: { diagnostics: [diagnostics[1]], only: ['quickfix'] },
    });
    expect(others.map(({ title }) => title)).toContainEqual(expect.stringContaining('Migrate this file'));
    await server.stop();
  });

  function applyEdits(text: string, edits: readonly Edit[]): string {
    const lines = text.split('\n');
    const offset = ({ line, character }: Position) =>
      lines.slice(0, line).join('\n').length + (line && 1) + character;
    return [...edits]
      .sort((a, b) => offset(b.range.start) - offset(a.range.start))
      .reduce(
        (done, { range, newText }) =>
          done.slice(0, offset(range.start)) + newText + done.slice(offset(range.end)),
        text,
      );
  }
});
