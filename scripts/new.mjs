// Creates a migration that only reports its API: the first step of docs/adding-a-migration.md.
//   npm run new -- FAMILY            an API named like the folder: vibrate-short has vibrateShort
//   npm run new -- FAMILY OLD NEW    the names of the API and its replacement
//   npm run new -- FAMILY --component OLD NEW    a component, or an attribute: canvas.canvas-id
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MIGRATIONS = 'src/migrations';
const DOCS = 'https://developers.weixin.qq.com/miniprogram/dev/api/';

const isComponent = process.argv.includes('--component');
const [family = '', old = isComponent ? '' : camelCase(family), replacement = 'newName', ...more] =
  process.argv.slice(2).filter((argument) => argument !== '--component');
const [tag, attribute] = old.split('.');
const problem = problemOf();
if (problem) {
  console.error(problem);
  process.exitCode = 2;
} else {
  const prefix = freePrefix();
  const files = { ...sources(prefix), ...(isComponent ? markupFixtures(prefix) : fixture(prefix)) };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
  await import('./registry.mjs');
  console.log([...Object.keys(files).map((path) => `created ${path}`), '', ...nextSteps()].join('\n'));
}

/** Why the arguments cannot be used, and what to do. */
function problemOf() {
  if (more.length > 0 || !/^[a-z][a-z\d]*(-[a-z\d]+)+$/.test(family))
    return 'Usage: npm run new -- FAMILY [OLD NEW]\n       npm run new -- FAMILY --component OLD NEW\nFAMILY is the name of the folder: two or more words, as in vibrate-short.';
  if (isComponent && !/^[a-z][a-z\d]*(-[a-z\d]+)*(\.[a-z][a-z\d:-]*)?$/.test(old))
    return `"${old}" is not the name of a component or an attribute. Write it as in WXML: canvas, or canvas.canvas-id.`;
  if (isComponent && !/^[a-z][a-z\d-]*$/i.test(replacement))
    return `"${replacement}" is not a name. Write a component without brackets: cover-view.`;
  const api = isComponent ? undefined : [old, replacement].find((one) => !/^[a-z]\w*$/i.test(one));
  if (api !== undefined)
    return `"${api}" is not the name of an API. Leave out its object: saveFile, not wx.saveFile.`;
  const taken = [`${MIGRATIONS}/${family}`, `__testfixtures__/${family}`].find((path) =>
    existsSync(join(ROOT, path)),
  );
  if (taken) return `The folder ${taken} already exists. Choose another name.`;
  const owner = families().find(({ text }) =>
    isComponent ? text.includes(`'${old}'`) : new RegExp(`^ {4}${old}: `, 'm').test(text),
  );
  if (owner) return `${MIGRATIONS}/${owner.name} already migrates ${old}. Change that family.`;
  return undefined;
}

function sources(prefix) {
  return {
    [`${MIGRATIONS}/${family}/migration.ts`]: `import { manual } from '../../messages/reasons';
${isComponent ? '' : "import { reported } from '../handlers';\n"}import { defineMigration } from '../migration';
import { messages } from './messages';

const DOCS = '${DOCS}';
const why = { id: '${family}/why' };

export default defineMigration({
  name: '${family}-to-${kebabCase(replacement)}',
  summary: {
    en: '${old} → ${replacement}',
    zh: '${old} → ${replacement}',
  },
  docs: DOCS,
  guide: '${family}',
  codePrefix: '${prefix}',
${isComponent ? markupRules() : `  apis: {\n    ${old}: reported(manual.reported(why, '${replacement}', DOCS, 'weapp')),\n  },`}
  messages,
});
`,
    [`${MIGRATIONS}/${family}/messages.ts`]: `import { defineMessages } from '../../messages/message';

export const messages = defineMessages({
  '${family}/why': {
    en: { reason: 'the replacement takes other ${isComponent ? 'values' : 'options'}' },
    zh: { reason: '${isComponent ? '新写法的取值不同' : '新接口的参数不同'}' },
  },
});
`,
  };
}

/** Two calls that are reported, and two uses of the name that are not the API. */
function fixture(prefix) {
  const found = ['3:6 120', '4:4 120', '5:22 201', '6:5 204'].map((one) => one.split(' '));
  return {
    [`__testfixtures__/${family}/basic.input.js`]: `import Taro from '@tarojs/taro'

Taro.${old}({})
wx.${old}({})
export const own = { ${old}() {} }
own.${old}()
`,
    [`__testfixtures__/${family}/basic.findings.txt`]: found
      .map(([place, number]) => `${place} ${old} ${prefix}${number}\n`)
      .join(''),
  };
}

function markupRules() {
  const members = attribute === undefined ? '' : `\n      members: [{ attribute: '${attribute}' }],`;
  return `  apis: {},
  markup: [
    {
      tag: '${tag}',${members}
      decide: () => ({ reason: manual.markup(why, '${replacement}', DOCS, 'weapp') }),
    },
  ],`;
}

/** In each syntax, the component of the host and one that is not. */
function markupFixtures(prefix) {
  const component = pascalCase(tag);
  const name = attribute ?? 'value';
  const inputs = {
    wxml: `<${tag} ${name}="a" />\n<own-${tag} ${name}="a" />\n`,
    jsx: `import { ${component} } from '@tarojs/components'
import { ${component} as Own } from './own'

export const page = <${component} ${camelCase(name)}="a" />
export const own = <Own ${camelCase(name)}="a" />
`,
    vue: `<template>
  <view><${tag} ${name}="a" /><own-${tag} ${name}="a" /></view>
</template>

<script setup>
import Taro from '@tarojs/taro'
</script>
`,
  };
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([syntax, text]) => {
      const element = text.indexOf(syntax === 'jsx' ? `<${component}` : `<${tag}`);
      const at = attribute === undefined ? element + 1 : text.indexOf(' ', element) + 1;
      const above = text.slice(0, at).split('\n');
      const place = `${above.length}:${above.at(-1).length + 1}`;
      const base = `__testfixtures__/${family}/basic`;
      return [
        [`${base}.input.${syntax}`, text],
        [`${base}.${syntax}.findings.txt`, `${place} ${old} ${prefix}130\n`],
      ];
    }),
  );
}

function nextSteps() {
  const run = `npx vitest run --project unit test/engine/fixtures -t ${family}/`;
  const steps = [
    `Run the fixture: ${run}`,
    `Set \`docs\` in migration.ts to the page of ${replacement}, and translate \`summary\`.`,
    isComponent
      ? 'Change the inputs to what real code does, and choose the changes: docs/adding-a-migration.md'
      : 'Change basic.input.js to what real code does, and choose the handler: docs/adding-a-migration.md',
    `Write the new output and findings, and read the diff: UPDATE_FIXTURES=1 ${run}`,
    ...catalogueSteps(),
  ];
  return ['Next:', ...steps.map((step, index) => `${index + 1}. ${step}`)];
}

/** What the catalogue lacks. It decides whether builds report the manual findings of an API. */
function catalogueSteps() {
  if (isComponent)
    return [
      `Add ${old} to ${MIGRATIONS}/catalogue/markup.ts, with its level. Builds report no manual findings of the level advised.`,
    ];
  const file = `${MIGRATIONS}/catalogue/by-hand.ts`;
  const byHand = readFileSync(join(ROOT, file), 'utf8');
  const { apis } = JSON.parse(readFileSync(join(ROOT, MIGRATIONS, 'catalogue/typings.json'), 'utf8'));
  const isKnown = byHand.includes(`'${old}'`) || apis.some(({ api }) => api === old);
  const [required] = /^export const required[^;]*;/m.exec(byHand);
  const steps = [];
  if (!isKnown) steps.push(`Add ${old} to \`untagged\` in ${file}: the typings do not tag it.`);
  if (!required.includes(`'${old}'`))
    steps.push(
      `If a host has removed ${old} or warns at every call, add it to \`required\` in ${file}. ` +
        'Builds report no manual findings of other APIs.',
    );
  return steps;
}

function families() {
  return readdirSync(join(ROOT, MIGRATIONS)).flatMap((name) => {
    const path = join(ROOT, MIGRATIONS, name, 'migration.ts');
    return existsSync(path) ? [{ name, text: readFileSync(path, 'utf8') }] : [];
  });
}

/** Three letters of the family's name, in order, that no other family has. */
function freePrefix() {
  const texts = ["'DEP'", ...families().map(({ text }) => text)].join('\n');
  const [first, ...letters] = family.replace(/[^a-z]/g, '').toUpperCase();
  const all = letters.flatMap((second, at) => letters.slice(at + 1).map((third) => first + second + third));
  return all.find((prefix) => !texts.includes(`'${prefix}'`)) ?? 'XXX';
}

function camelCase(name) {
  return name.replace(/-(\w)/g, (_all, letter) => letter.toUpperCase());
}

function pascalCase(name) {
  return camelCase(`-${name}`);
}

function kebabCase(name) {
  return name.replace(/[A-Z]+(?![a-z])|[A-Z]/g, (letters) => `-${letters.toLowerCase()}`).replace(/^-/, '');
}
