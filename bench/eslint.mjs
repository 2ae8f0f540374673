// The cost of the ESLint plugin, compared with @typescript-eslint/no-deprecated on the same files: the time
// of each rule alone. Measuring takes time too, so rules that do nothing are measured in the same way.
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { printTable } from './support/measure.mjs';
import { installed, ROOT } from './support/packages.mjs';
import { cached, pagesTree } from './support/trees.mjs';

const PACKAGES = {
  '@tarojs/taro': '4.2.0',
  '@typescript-eslint/eslint-plugin': '8.73.0',
  '@typescript-eslint/parser': '8.73.0',
  eslint: '9.39.5',
  typescript: '5.9.3',
};
const FILES = 60;
const CONFIG = {
  compilerOptions: {
    ...{ target: 'es2022', module: 'esnext', moduleResolution: 'bundler', jsx: 'preserve' },
    ...{ strict: true, skipLibCheck: true, types: [] },
  },
  include: ['src'],
};

/** Calls the parser the way ESLint does. */
const PARSED = { ecmaFeatures: { jsx: true }, range: true, loc: true, tokens: true, comment: true };

/**
 * Pages with three calls in a project that has the runtimes, and the same number of pages of 12 kB without an
 * API name.
 */
function lintedTree(modules) {
  const pages = pagesTree(FILES);
  return cached(`eslint-${FILES}`, (root) => {
    mkdirSync(join(root, 'src/taro-modernize'), { recursive: true });
    mkdirSync(join(root, 'config'));
    const manifest = { dependencies: { '@tarojs/taro': '4.2.0' } };
    writeFileSync(join(root, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(root, 'tsconfig.json'), JSON.stringify(CONFIG));
    writeFileSync(
      join(root, 'config/index.js'),
      "module.exports = { sourceRoot: 'src', outputRoot: 'dist' };\n",
    );
    for (const name of ['recorder', 'voice'])
      writeFileSync(join(root, 'src/taro-modernize', `${name}.ts`), 'export {};\n');
    for (let i = 0; i < FILES; i++) {
      const text = readFileSync(join(pages, 'src', `group${i % 40}`, `page${i}.tsx`), 'utf8');
      const none = text.replace(/startRecord|stopRecord|playVoice/g, 'vibrateShort');
      writeFileSync(join(root, 'src', `hit${i}.tsx`), text);
      writeFileSync(
        join(root, 'src', `none${i}.tsx`),
        `${none}\n/*\n${none}\n*/\n`.slice(0, 12_000 - 3) + (none.length * 2 > 12_000 ? '\n*/' : ''),
      );
    }
    if (!existsSync(join(root, 'node_modules'))) symlinkSync(modules, join(root, 'node_modules'));
  });
}

/** Wraps a plugin's rules to measure their time. */
function timed({ rules, ...rest }) {
  const clock = { ms: 0 };
  const measured =
    (run) =>
    (...args) => {
      const from = performance.now();
      try {
        return run(...args);
      } finally {
        clock.ms += performance.now() - from;
      }
    };
  const wrapped = Object.entries(rules).map(([name, rule]) => [
    name,
    {
      ...rule,
      create: (context) => {
        const listeners = measured(() => rule.create(context))();
        return Object.fromEntries(Object.entries(listeners).map(([on, run]) => [on, measured(run)]));
      },
    },
  ]);
  return { clock, plugin: { ...rest, rules: Object.fromEntries(wrapped) } };
}

/** Rules of which each only does the given in every file. */
function idle(count, act) {
  const create = (context) => {
    act(context);
    return {};
  };
  const rules = Array.from({ length: count }, (_, i) => [`rule-${i}`, { meta: { schema: [] }, create }]);
  return timed({ rules: Object.fromEntries(rules) });
}

export function eslint({ rounds }) {
  const modules = installed('eslint', PACKAGES);
  const require = createRequire(join(modules, 'index.js'));
  const { Linter } = require('eslint');
  const parser = require('@typescript-eslint/parser');
  const { parse } = createRequire(join(ROOT, 'package.json'))('@babel/parser');
  const root = lintedTree(modules);
  const ours = timed(createRequire(import.meta.url)('../eslint/index.js'));
  const theirs = timed(require('@typescript-eslint/eslint-plugin'));
  const { length: count } = Object.keys(ours.plugin.rules);
  const empty = idle(count, () => {});
  // What ESLint's context takes: every rule that looks at the text has to ask for it.
  const asking = idle(count, (context) => context.sourceCode.text.length);
  const configOf = (plugins, rules) => [
    {
      files: ['**/*.tsx'],
      languageOptions: { parser, parserOptions: { project: './tsconfig.json', tsconfigRootDir: root } },
      plugins,
      rules,
    },
  ];
  const withAll = ({ plugin }) =>
    configOf(
      { own: plugin },
      Object.fromEntries(Object.keys(plugin.rules).map((name) => [`own/${name}`, 'warn'])),
    );
  const measured = { ours, empty, asking, theirs };
  const configs = {
    ours: withAll(ours),
    empty: withAll(empty),
    asking: withAll(asking),
    theirs: configOf({ ts: theirs.plugin }, { 'ts/no-deprecated': 'warn' }),
  };
  const linter = new Linter({ cwd: root });
  const rows = ['hit', 'none'].map((kind) => {
    const files = Array.from({ length: FILES }, (_, i) => join(root, 'src', `${kind}${i}.tsx`));
    const texts = files.map((file) => readFileSync(file, 'utf8'));
    const kb = texts.reduce((sum, { length }) => sum + length, 0) / FILES / 1000;
    // The fastest round of each file, because other load on the machine affects single rounds.
    const best = { parse: [], parser: [], ours: [], empty: [], asking: [], theirs: [] };
    const see = (name, i, ms) => {
      best[name][i] = Math.min(best[name][i] ?? Number.POSITIVE_INFINITY, ms * 1000);
    };
    for (let round = 0; round <= rounds; round++) {
      texts.forEach((text, i) => {
        const from = performance.now();
        parse(text, { sourceType: 'module', plugins: ['typescript', 'jsx'] });
        see('parse', i, performance.now() - from);
        const since = performance.now();
        parser.parseForESLint(text, { ...PARSED, filePath: files[i] });
        see('parser', i, performance.now() - since);
        for (const [name, { clock }] of Object.entries(measured)) {
          clock.ms = 0;
          const messages = linter.verify(text, configs[name], files[i]);
          see(name, i, clock.ms);
          const isWrong = name === 'ours' && messages.length !== (kind === 'hit' ? 3 : 0);
          if (isWrong || messages.some(({ fatal }) => fatal))
            throw new Error(`${files[i]}: ${messages[0]?.message}`);
        }
      });
    }
    const mean = (name) => best[name].reduce((sum, one) => sum + one, 0) / FILES;
    return [
      `${kind === 'hit' ? 'three calls' : 'no name of an API'}, ${kb.toFixed(1)} kB`,
      ...Object.keys(best).map((name) => `${mean(name).toFixed(kind === 'hit' ? 0 : 1)} µs`),
      ((mean('ours') - mean('empty')) / mean('parse')).toFixed(3),
    ];
  });
  printTable(
    [
      'a file',
      'a bare Babel parse',
      '@typescript-eslint/parser',
      `taro-modernize (${count} rules)`,
      `${count} empty rules`,
      `${count} rules that only read the text's length`,
      'no-deprecated',
      'taro-modernize without the empty rules, × the parse',
    ],
    rows,
  );
}
