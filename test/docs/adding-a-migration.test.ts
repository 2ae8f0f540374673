import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocksOf } from './markdown';
import { copyRepository, differencesOf, runBlock } from './repository-copy';

const ROOT = join(import.meta.dirname, '../..');
const page = readFileSync(join(ROOT, 'docs/adding-a-migration.md'), 'utf8');
const blocks = blocksOf(page);
const [create, finish, ...moreCommands] = blocks
  .filter(({ language }) => language === 'sh')
  .map(({ code }) => code);
const files = blocks.filter(({ file }) => file !== undefined);
const [entry, ...moreCode] = blocks.filter(({ file, language }) => file === undefined && language !== 'sh');
/** The family of the page, and one that stays as the command creates it. */
const [ADDED, CREATED] = ['on-ble-connection-state-changed', 'vibrate-short'] as const;
/** An attribute and a component, as the command creates them. */
const MARKUP = { 'rating-value': 'rating.old-value new-value', 'star-rating': 'star-rating rating' } as const;
const MARKUP_NAMES = Object.keys(MARKUP);
const CATALOGUE = 'src/migrations/catalogue/by-hand.ts';

test('docs/adding-a-migration.md is short, and its last commands exist', () => {
  expect(page.split('\n').length).toBeLessThan(200);
  expect([moreCommands, moreCode]).toEqual([[], []]);
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const named = [...page.matchAll(/npm (?:run )?(test|[\w:]+(?= --|$))/gm)].map(([, script]) => script!);
  expect(named).toEqual(['new', 'new', 'new', 'api', 'check', 'test']);
  for (const script of named) expect(scripts).toHaveProperty([script]);
  for (const [, path] of finish!.matchAll(/ (test\/\S+)/g))
    expect(readFileSync(join(ROOT, `${path}.test.ts`), 'utf8')).toContain('UPDATE_DOCS');
});

describe.skipIf(process.platform === 'win32')('npm run new (not on Windows: needs a shell)', () => {
  let copy: string;
  let differences: string[];
  let printed: string;
  let passed: string[];
  let failed: { title: string; message: string }[];

  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  };
  const read = (path: string) => readFileSync(join(copy, path), 'utf8');
  const created = (family: string) => [
    `__testfixtures__/${family}/basic.findings.txt`,
    `__testfixtures__/${family}/basic.input.js`,
    `src/migrations/${family}/messages.ts`,
    `src/migrations/${family}/migration.ts`,
  ];

  const createdMarkup = (family: string) => [
    ...['jsx', 'vue', 'wxml'].flatMap((syntax) => [
      `__testfixtures__/${family}/basic.${syntax}.findings.txt`,
      `__testfixtures__/${family}/basic.input.${syntax}`,
    ]),
    ...created(family).slice(2),
  ];

  beforeAll(() => {
    copy = copyRepository('adding-a-migration');
    const ofMarkup = Object.entries(MARKUP).map(
      ([family, names]) => `npm run new -- ${family} --component ${names}\n`,
    );
    const made = runBlock(`${create}npm run new -- ${CREATED}\n${ofMarkup.join('')}`, copy);
    expect(made).toMatchObject({ status: 0 });
    printed = made.printed;
    differences = differencesOf(copy);
    for (const { file, code } of files) write(file!, code);
    rmSync(join(copy, `src/migrations/${ADDED}/messages.ts`));
    write(
      CATALOGUE,
      read(CATALOGUE).replace(/untagged: [^=]*= \[/, (start) => `${start}\n${entry!.code}`),
    );
    ({ passed, failed } = runTests());
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  function runTests() {
    const suites = [
      'engine/fixtures',
      'messages/fixtures',
      'migrations/registry',
      'migrations/catalogue',
      'migrations/markup-catalogue',
    ];
    const args = ['vitest', 'run', '--reporter=json', ...suites.map((suite) => `test/${suite}.test.ts`)];
    const filter = [
      ADDED,
      CREATED,
      ...MARKUP_NAMES,
      'its level is chosen',
      'no two families',
      'finding code',
      'hand-written',
    ];
    const printed = runBlock(`npx ${args.join(' ')} -t '${filter.join('|')}'`, copy).printed;
    type Result = { status: string; fullName: string; failureMessages: string[] };
    const report: { testResults: { assertionResults: Result[] }[] } = JSON.parse(
      printed.slice(printed.indexOf('{"num')).split('\n')[0]!,
    );
    const all = report.testResults.flatMap(({ assertionResults }) => assertionResults);
    return {
      passed: all.filter(({ status }) => status === 'passed').map(({ fullName }) => fullName),
      failed: all
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => ({ title: fullName, message: failureMessages.join() })),
    };
  }

  test('the command creates a folder and a fixture, and changes only the generated registry', () => {
    expect(differences.sort()).toEqual(
      [
        ...created(ADDED),
        ...created(CREATED),
        ...MARKUP_NAMES.flatMap(createdMarkup),
        'src/migrations/registry.ts',
      ].sort(),
    );
    for (const path of created(CREATED)) {
      expect(printed).toContain(`created ${path}`);
      expect(page).toContain(path.replace(CREATED, '<family>'));
    }
    expect(read(`src/migrations/${CREATED}/migration.ts`)).toContain('vibrateShort: reported(');
  });

  test('the command prints the next commands, and how builds treat the API', () => {
    expect(printed).toContain(`npx vitest run --project unit test/engine/fixtures -t ${CREATED}/`);
    expect(printed).toContain(`Add vibrateShort to \`untagged\` in ${CATALOGUE}`);
    expect(printed).toContain(`add it to \`required\` in ${CATALOGUE}`);
  });

  test.each([ADDED, CREATED])('the fixture, messages and codes of %s pass', (family) => {
    for (const title of ['output matches byte for byte', 'a second run changes nothing', 'findings match'])
      expect(passed).toContain(`${family}/basic.js ${title}`);
    expect(passed.join('\n')).toMatch(/no two families share a finding code prefix/);
    if (family === CREATED) expect(passed.join('\n')).toContain(`the Chinese message ${family}/why`);
  });

  test.each(MARKUP_NAMES)('the fixtures of %s pass in each syntax', (family) => {
    for (const syntax of ['jsx', 'vue', 'wxml'])
      for (const title of ['a second run changes nothing', 'findings match'])
        expect(passed).toContain(`${family}/basic.${syntax} ${title}`);
    expect(passed.join('\n')).toContain(`the Chinese message ${family}/why`);
    expect(read(`__testfixtures__/${family}/basic.jsx.findings.txt`)).toMatch(
      /^4:\d+ (rating|star-rating)\S* \w{3}130\n$/,
    );
    expect(printed).toContain(
      `Add ${MARKUP[family as keyof typeof MARKUP].split(' ')[0]} to src/migrations/catalogue/markup.ts`,
    );
  });

  test('the only failing tests name the API and the components that are not in the catalogues', () => {
    expect(failed.map(({ title }) => title)).toEqual([
      expect.stringContaining('its level is chosen'),
      expect.stringContaining('its level is chosen'),
    ]);
    expect(failed[1]!.message).toContain('rating.old-value, star-rating: add an entry to');
    expect(failed[0]!.message).toContain(`vibrateShort: add an entry to \`untagged\` in ${CATALOGUE}`);
    expect(failed[0]!.message).not.toContain('onBLEConnectionStateChanged');
  });

  test('the new code passes the type check and the linter', () => {
    const code = [
      ...[CREATED, ...MARKUP_NAMES].flatMap((family) => created(family)),
      ...files.map(({ file }) => file!),
    ].filter((file) => file.endsWith('.ts'));
    const settings = JSON.parse(readFileSync(join(ROOT, 'tsconfig.json'), 'utf8'));
    write('tsconfig.json', JSON.stringify({ ...settings, include: [...code, CATALOGUE] }));
    expect(runBlock('node node_modules/typescript/bin/tsc -p .', copy)).toEqual({ status: 0, printed: '' });
    for (const file of code) {
      const biome = ['node_modules/@biomejs/biome/bin/biome', 'format', `--stdin-file-path=${file}`];
      const { stdout } = spawnSync(process.execPath, biome, {
        cwd: ROOT,
        input: read(file),
        encoding: 'utf8',
      });
      expect(stdout, file).toBe(read(file));
    }
  });

  test.each([
    ['', 'Usage: npm run new -- FAMILY'],
    ['vibrate', 'two or more words'],
    ['Vibrate-Short', 'two or more words'],
    ['../vibrate-short', 'two or more words'],
    ['a-b c d e', 'Usage: npm run new -- FAMILY'],
    ['save-files wx.saveFile', 'saveFile, not wx.saveFile'],
    ['save-file', 'The folder src/migrations/save-file already exists'],
    ['create-audio-context', 'The folder __testfixtures__/create-audio-context already exists'],
    ['canvas-ids --component Canvas', 'Write it as in WXML: canvas, or canvas.canvas-id'],
    ['canvas-ids --component', 'Write it as in WXML'],
    ['map-controls --component map.controls "<cover-view>"', 'without brackets: cover-view'],
    ['progress-colors --component progress.color', 'src/migrations/native-attribute-names already migrates'],
    ['save-files saveFile', 'src/migrations/save-file already migrates saveFile'],
  ])('a bad or taken name ends with exit code 2: %s', (names, message) => {
    const { status, printed } = runBlock(`node scripts/new.mjs ${names}`, ROOT);
    expect(printed).toContain(message);
    expect(status).toBe(2);
  });
});
