import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { COMMANDS, parseArguments } from '../../src/cli/args';
import { en } from '../../src/cli/text/en';
import { zh } from '../../src/cli/text/zh';
import { parse } from '../../src/engine/parse/parse';
import { manualMessage } from '../../src/integrations/messages';
import { optionsSchema } from '../../src/integrations/options';
import { en as englishBuild } from '../../src/integrations/text/en';
import { zh as chineseBuild } from '../../src/integrations/text/zh';
import type { Language } from '../../src/messages/message';
import { catalogue, migrations } from '../../src/migrations';
import { rewrite } from '../../src/project/rewrite';
import { Joi } from './joi';
import { type Block, blocksOf } from './markdown';
import { exampleOf } from './readme-example';
import { USER_PAGES } from './user-pages';

const ROOT = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

/** The example for the plugin's warning. */
const TALK = `import Taro from '@tarojs/taro'

export async function talk(options) {
  await Taro.startRecord(options)
}
`;
/** Below the version number. */
const HELP = [en, zh].map(({ help }) => help('0').replace(/^.*\n/, ''));

function isHelp({ language, code }: Block): boolean {
  return language === '' && /^ {2}taro-modernize scan /m.test(code);
}

const BUILDS = { en: englishBuild, zh: chineseBuild };

function languageOf(page: string): Language {
  return page.includes('zh-CN') ? 'zh' : 'en';
}

/** All messages to users as patterns, with a wildcard for each expression in them. */
const SOURCES = (readdirSync(join(ROOT, 'src'), { recursive: true }) as string[])
  .concat(readdirSync(join(ROOT, 'transforms')).map((file) => `../transforms/${file}`))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(ROOT, 'src', file), 'utf8'))
  .join('\n')
  .replace(/\\'/g, "'");

/** The checks for each kind of block. A block without a check fails. */
const RULES: readonly { is(block: Block): boolean; check(block: Block, language: Language): void }[] = [
  { is: ({ language }) => language === 'diff', check: checkDiff },
  { is: ({ language }) => /^(js|ts|jsx|tsx)$/.test(language), check: checkScript },
  { is: ({ language }) => language === 'sh', check: checkShell },
  // The warning of WeChat's console.
  {
    is: ({ language, code }) => language === 'text' && code.startsWith('wx.'),
    check: ({ code }) => expect(code).toMatch(/^wx\.\w+ is deprecated\.Please use [\w./]+ instead\.\n$/),
  },
  // test/docs/eslint.test.ts lints with the configurations of the page.
  {
    is: ({ language }) => language === 'json',
    check: ({ code }) => expect(() => JSON.parse(code)).not.toThrow(),
  },
  {
    is: ({ language, code }) => language === '' && /^\[taro-modernize\].*lottie/.test(code),
    check: ({ code }, language) => {
      const { calls, staysInPackages } = BUILDS[language];
      const library = calls('@nutui/lottie-miniprogram', ['getSystemInfoSync']);
      expect(code).toBe(`[taro-modernize] ${staysInPackages([library])}\n`);
    },
  },
  {
    is: ({ language, code }) => language === '' && code.startsWith('[taro-modernize]'),
    // test/e2e/readme.test.ts compares the English text with a build of the example.
    check: ({ code }, language) => {
      const [rewritten, changed] = [...code.matchAll(/\d+/g)].map(Number) as [number, number];
      const totals = {
        files: changed,
        scanned: changed,
        changed,
        rewritten,
        manual: 0,
        ignored: 0,
        errors: 0,
      };
      expect(code).toBe(
        `[taro-modernize] ${BUILDS[language].summary(totals, { onManual: 'warn', accepted: 0 })}\n`,
      );
    },
  },
  {
    is: ({ language, code }) => language === '' && code.startsWith('wx.getSystemInfoSync is deprecated.'),
    // The warning names the functions that replace the old one.
    check: ({ code }) => {
      const { replacements } = catalogue.find(({ api }) => api === 'getSystemInfoSync')!;
      const named = [...code.matchAll(/wx\.(\w+)/g)].map(([, name]) => name!).slice(1);
      expect(named.sort()).toEqual(replacements.map(({ name }) => name).sort());
    },
  },
  {
    is: ({ language, code }) => language === '' && code.startsWith('src/utils/talk.js'),
    check: ({ code }, language) => {
      const [finding] = rewrite(TALK, { filename: 'talk.js' }).findings;
      vi.stubEnv('LC_ALL', language);
      const message = manualMessage(finding!, 'src/utils/talk.js', TALK);
      vi.unstubAllEnvs();
      expect(code).toBe(`${message}\n`.replace(/ +$/gm, ''));
    },
  },
  { is: isHelp, check: ({ code }) => expect(HELP).toContain(code) },
];

const blocks = USER_PAGES.flat().flatMap((page) =>
  blocksOf(read(page)).map((block) => [`${page}:${block.line}`, block] as const),
);

test.each(blocks)('%s: the code block is correct', (place, block) => {
  const rule = RULES.find(({ is }) => is(block));
  expect(rule, `${place}: no rule in test/docs/user-pages.test.ts covers this block`).toBeDefined();
  rule!.check(block, languageOf(place));
});

const LEVELS = {
  en: { required: 'required', advised: 'advised', both: 'both' },
  zh: { required: '必须', advised: '建议', both: '两者都有' },
};

test.each([
  'README.md',
  'README.zh-CN.md',
])('%s: links are absolute, so that they also work on the registry page', (name) => {
  const links = [...read(name).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
  expect(links.filter((target) => !/^(https:|#)/.test(target))).toEqual([]);
});

test.each([
  'docs/plugin.md',
  'docs/zh-CN/plugin.md',
])('%s: the plugin accepts the documented options', (name) => {
  const table = /^\|[^\n]*\|\n\|---[^\n]*\n((?:\| `\w+` \|.*\n)+)/m.exec(read(name))![1]!;
  const named = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, option]) => option!);
  const described = optionsSchema(Joi).describe();
  const known = Object.keys(described.keys as object);
  expect(named.filter((option) => !known.includes(option))).toEqual([]);
  expect(known.filter((option) => !named.includes(option))).toEqual([]);
});

test.each([
  'README.md',
  'README.zh-CN.md',
])('%s: the documented migrations, their APIs and their levels match the registry', (name) => {
  const rows = [...read(name).matchAll(/^\| \[`([a-z\d-]+)`\]\([^)]+\) \| (.*) \| (.*) \| .* \|$/gm)];
  expect(rows.map(([, migration]) => migration).sort()).toEqual(migrations.map((one) => one.name).sort());
  for (const [, migration, cell, level] of rows) {
    const { levels } = migrations.find((one) => one.name === migration)!;
    const apis = [...cell!.matchAll(/`([\w.-]+)`/g)].map(([, api]) => api!);
    expect(apis.length).toBeGreaterThan(0);
    expect(apis.filter((api) => !Object.hasOwn(levels!, api))).toEqual([]);
    const all = [...new Set(Object.values(levels!))];
    expect(level, migration).toBe(LEVELS[languageOf(name)][all.length > 1 ? 'both' : all[0]!]);
  }
});

test.each(['README.md', 'README.zh-CN.md'])('%s has at most 120 lines and 8 kB', (name) => {
  expect(read(name).trimEnd().split('\n').length).toBeLessThanOrEqual(120);
  expect(Buffer.byteLength(read(name))).toBeLessThanOrEqual(8 * 1024);
});

test.each([
  'docs/troubleshooting.md',
  'docs/zh-CN/troubleshooting.md',
])('%s: the quoted messages exist in the sources', (name) => {
  const messages = [...read(name).matchAll(/^\| `([^`]+)` \|/gm)].map(([, message]) => message!);
  expect(messages.length).toBeGreaterThan(25);
  const parts = messages.flatMap((message) =>
    message
      // The runtime assembles the text after `startRecord:fail`.
      .replace(/^startRecord:fail /, '')
      .split(/…|: … \(REC\d+\)|：…（REC\d+）/)
      .map((part) => part.trim()),
  );
  expect(parts.filter((part) => !SOURCES.includes(part))).toEqual([]);
});

/** Checks that the engine turns "before" into "after" in a file that also uses Taro elsewhere. */
function checkDiff({ code }: Block): void {
  const runtimes = [...code.matchAll(/^\+import \{ .+ \} from '(.+\/([\w-]+))'/gm)];
  const runtime = Object.fromEntries(runtimes.map(([, from, name]) => [name!, from!]));
  const { before, after } = exampleOf(code);
  expect(after).not.toBe(before);
  const options = {
    filename: /^[-+]</.test(code) ? 'page.wxml' : 'page.tsx',
    runtime,
    migrations: ['default', ...migrations.flatMap(({ name, optIn }) => (optIn ? [name] : []))],
    linkedElsewhere: () => undefined,
    platforms: ['weapp', 'h5'],
  };
  expect(rewrite(before, options).code).toBe(after);
}

function checkScript({ language, code }: Block): void {
  parse(code, `block.${language}`);
  const isConfig = /^const config = \{/m.test(code);
  const isBabel = code.includes('babel.config.js');
  if (isConfig) {
    const config = new Function(`${code}\nreturn config`)() as { plugins: unknown[] };
    checkPlugins(config.plugins, (options) => {
      const schema = optionsSchema(Joi);
      expect(schema.validate(options).error).toBeUndefined();
    });
  } else if (isBabel) {
    const module = { exports: {} as { plugins: unknown[] } };
    new Function('module', code)(module);
    checkPlugins(module.exports.plugins, () => {});
  }
  for (const [, from] of code.matchAll(/(?:from|require\()\s*'(taro-modernize[^']*)'/g)) isEntry(from!);
}

function checkPlugins(plugins: readonly unknown[], checkOptions: (options: object) => void): void {
  expect(plugins.length).toBeGreaterThan(0);
  for (const plugin of plugins) {
    const [name, options = {}] = (Array.isArray(plugin) ? plugin : [plugin]) as [string, object?];
    isEntry(name);
    checkOptions(options);
  }
}

function isEntry(specifier: string): void {
  const subpath = specifier.replace(/^taro-modernize/, '.');
  expect(Object.keys(manifest.exports), specifier).toContain(subpath);
}

function checkShell({ code }: Block): void {
  const lines = code
    .replace(/\\\n/g, ' ')
    .replace(/\s*#.*$/gm, '')
    .split(/\n|&&/);
  const commands = lines.map((line) => line.trim()).filter(Boolean);
  expect(commands.length).toBeGreaterThan(0);
  for (const command of commands) checkCommand(command.split(/\s+/));
}

/** Commands of the system or npm that do not involve this package. */
const PLAIN =
  /^(git clone https:\/\/github\.com\/\w+\/taro-modernize|cd taro-modernize|npm (ci|cit|test|install( --save-dev)?( (taro-modernize|jscodeshift)(@[\w.]+)?)*)|npx changeset|git [\w\s./-]+)$/;

function checkCommand(words: readonly string[]): void {
  const command = words.join(' ');
  if (PLAIN.test(command)) return;
  const [first, second, ...rest] = words;
  if (first === 'npm' && second === 'run') {
    expect(manifest.scripts).toHaveProperty([rest[0]!]);
  } else if (first === 'npx' && second === 'taro-modernize') {
    expect(() => parseArguments(rest), command).not.toThrow();
  } else if (first === 'taro' && second === 'modernize') {
    expect(() => parseArguments(rest), command).not.toThrow();
  } else if (first === 'npx' && second === 'jscodeshift') {
    checkJscodeshift(rest);
  } else {
    expect.unreachable(`no rule in test/docs/user-pages.test.ts covers: ${command}`);
  }
}

function checkJscodeshift(args: readonly string[]): void {
  const script = createRequire(import.meta.url).resolve('jscodeshift/bin/jscodeshift.js');
  const help = readFileSync(script, 'utf8');
  for (const arg of args.filter((one) => one.startsWith('--'))) {
    const name = /^--(?:no-)?([\w-]+)/.exec(arg)![1]!;
    expect(help, arg).toMatch(new RegExp(`\\b${name}\\b`));
  }
  const transform = args[args.indexOf('-t') + 1]!.replace('node_modules/taro-modernize/', '');
  expect(existsSync(join(ROOT, transform)), transform).toBe(true);
}

test('the help lists every option, and every listed option is accepted', () => {
  const named = (help: string) =>
    new Set([...help.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option));
  const english = named(en.help('0'));
  expect(named(zh.help('0'))).toEqual(english);
  for (const option of english) {
    const accepts = [
      [option],
      [option, 'x.json'],
      [option, 'en'],
      [option, 'file'],
      [option, '2.20.1'],
      [option, 'required'],
      [option, 'weapp'],
      ['--check', option, 'x.json'],
      ['--check', '--baseline', 'x.json', option],
      [option, 'https://github.com/org/app'],
    ].some((argv) => {
      try {
        return parseArguments(argv) !== undefined;
      } catch {
        return false;
      }
    });
    expect(accepts, option).toBe(true);
  }
  for (const command of COMMANDS) expect(en.help('0')).toContain(command);
  expect(readdirSync(join(ROOT, 'docs'))).toContain('architecture.md');
});
