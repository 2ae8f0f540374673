/**
 * Reads the deprecation tags in the typings of the platforms and writes
 * src/migrations/catalogue/typings.json. APIs without a tag are in src/migrations/catalogue/by-hand.ts.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const TARGET = fileURLToPath(new URL('../src/migrations/catalogue/typings.json', import.meta.url));
const require = createRequire(import.meta.url);

/** A typings package, with the name of its platform as in `TARO_ENV` and the object that has the APIs. */
const SOURCES = [
  { name: 'miniprogram-api-typings', platform: 'weapp', holder: 'Wx', page: wechatPage },
  { name: '@mini-types/my', platform: 'alipay', holder: 'my', page: alipayPage },
  { name: '@douyin-microapp/typings', platform: 'tt', holder: 'Tt', page: () => undefined },
];

export function readTypings() {
  const read = SOURCES.map((source) => ({ source, declarations: declarationsOf(source) }));
  const apis = read.flatMap(({ source, declarations }) => entriesOf(source, declarations));
  const others = read.flatMap(({ source, declarations }) =>
    declarations
      .filter(({ path, deprecated }) => deprecated !== undefined && !isListed(source, path, declarations))
      .map(({ path }) => `${source.platform}: ${path.join('.')}`),
  );
  return {
    sources: Object.fromEntries(SOURCES.map(({ name }) => [name, manifestOf(name).version])),
    apis: unique(apis).sort((a, b) => compare(a.platform, b.platform) || compare(a.api, b.api)),
    others: [...new Set(others)].sort(compare),
  };
}

function manifestOf(name) {
  return JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8'));
}

/** Typings packages have no entry point to resolve. */
function folderOf(name) {
  return dirname(require.resolve(`${name}/package.json`));
}

/** Every declaration with a comment, by path: `['CanvasContext', 'arc']`. */
function declarationsOf({ name }) {
  const root = folderOf(name);
  const files = readdirSync(root, { recursive: true }).filter((file) => file.endsWith('.d.ts'));
  return files.sort(compare).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const found = [];
    const visit = (node, path) => {
      const own = node.name?.getText();
      const way = own === undefined || own === 'WechatMiniprogram' ? path : [...path, own];
      const comments = node.jsDoc ?? [];
      if (own !== undefined && comments.length > 0) found.push(declaration(node, way, comments));
      ts.forEachChild(node, (child) => visit(child, way));
    };
    visit(source, []);
    return found;
  });
}

function declaration(node, path, comments) {
  const text = comments.map((comment) => comment.getText()).join('\n');
  const tag = (name) =>
    comments.flatMap(({ tags = [] }) => tags.filter((one) => one.tagName.text === name)).at(0);
  const said = (one) => one && (ts.getTextOfJSDocComment(one.comment) ?? '').split('\n')[0];
  const warning = said(tag('warning'));
  return {
    path,
    returns: node.type?.getText(),
    // For some APIs, WeChat only warns in the text that they are no longer maintained.
    deprecated:
      said(tag('deprecated')) ?? (/该接口已(废弃|停止维护)/.test(warning ?? '') ? warning : undefined),
    since: /需要基础库： `([\d.]+)`/.exec(text)?.[1],
    page: pageIn(text, path.at(-1)),
    see: /@see (https:\S+)/.exec(text)?.[1],
  };
}

/** The documentation page of a declaration. Its heading may also link to the return type. */
function pageIn(text, name) {
  const links = [
    ...text.matchAll(/\]\((https:\/\/developers\.weixin\.qq\.com\/miniprogram\/dev\/api\/[^)]+)\)/g),
  ];
  const pages = links.map(([, page]) => page);
  return pages.find((page) => page.endsWith(`.${name}.html`)) ?? pages[0];
}

/** APIs and members of their results, but not data fields or declarations of classes and components. */
function isListed({ holder }, path, declarations) {
  const [owner, , ...more] = path;
  return more.length === 0 && path.length === 2 && (owner === holder || isObject(owner, declarations));
}

/** An object of the platform, whose members have their own pages. */
function isObject(owner, declarations) {
  return declarations.some(
    ({ path, page }) => path[0] === owner && path.length === 2 && page?.includes(`/${owner}.`),
  );
}

function entriesOf(source, declarations) {
  const byName = new Map();
  for (const one of declarations) if (!byName.has(nameOf(one, source))) byName.set(nameOf(one, source), one);
  return declarations
    .filter(({ path, deprecated }) => deprecated !== undefined && isListed(source, path, declarations))
    .map((one) => {
      const [owner] = one.path;
      const creator = declarations.find(
        ({ path, returns }) => path[0] === source.holder && returns === owner,
      );
      const replacements = replacementsIn(one.deprecated).map((name) => {
        const since = byName.get(name)?.since;
        return { name, ...(since && { since }) };
      });
      const since = /基础库版本 \[([\d.]+)\]/.exec(one.deprecated)?.[1];
      const page = source.page(one);
      return {
        platform: source.platform,
        api: nameOf(one, source),
        ...(creator && owner !== source.holder && { of: nameOf(creator, source) }),
        ...(since && { since }),
        replacements,
        ...(page && { page }),
      };
    });
}

/** `startRecord`, or `CanvasContext.arc` for a member of an object. */
function nameOf({ path }, { holder }) {
  return (path[0] === holder ? path.slice(1) : path).join('.');
}

/**
 * The names in links such as `[wx.createInnerAudioContext](https://…)`. The first link in a sentence may be
 * about versions.
 */
function replacementsIn(text) {
  const names = [...text.matchAll(/\[([A-Za-z][\w.|]*)(?:\(\))?\]\(/g)].flatMap(([, found]) =>
    found.split('|'),
  );
  return [...new Set(names.map((name) => name.replace(/^(wx|my|tt)\./, '')))];
}

function wechatPage({ page }) {
  return page;
}

function alipayPage({ see }) {
  return see;
}

function unique(entries) {
  return [...new Map(entries.map((entry) => [`${entry.platform} ${entry.api}`, entry])).values()];
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(TARGET, `${JSON.stringify(readTypings(), null, 2)}\n`);
}
