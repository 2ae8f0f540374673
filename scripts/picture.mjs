/**
 * Draws the pictures of a run for docs/codemod.md: the output of the built command for the example, as an SVG.
 *
 *   npm run picture
 */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyExample } from './example-copy.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Message language → file. */
export const PICTURES = { en: 'docs/run.svg', zh: 'docs/run.zh-CN.svg' };

const ARGS = ['src', '--yes', '--platform', 'weapp,h5'];
const COLUMNS = 118;
/** Dimensions of the drawing in px. */
const CHARACTER = 7.8;
const LINE = 19;
const MARGIN = 16;
/** The styles for the codes of picocolors. Any other code ends a style. */
const STYLES = {
  1: 'font-weight="bold"',
  2: 'fill="#8b949e"',
  31: 'fill="#ff7b72"',
  32: 'fill="#7ee787"',
  33: 'fill="#e3b341"',
  36: 'fill="#79c0ff"',
};

/** @returns {string} the SVG of a run in a language, `en` or `zh` */
export function picture(lang) {
  const copy = copyExample();
  try {
    const { NO_COLOR: _, ...env } = process.env;
    const args = [join(root, 'dist/cli/bin.js'), ...ARGS, '--lang', lang];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, {
      cwd: copy,
      encoding: 'utf8',
      env: { ...env, FORCE_COLOR: '1' },
    });
    if (status !== 0) throw new Error(`taro-modernize exited with ${status}\n${stderr}`);
    return draw(`\u001b[2m$\u001b[22m npx taro-modernize ${ARGS.join(' ')}\n${stdout}`);
  } finally {
    rmSync(dirname(copy), { recursive: true, force: true });
  }
}

function draw(text) {
  const lines = text.trimEnd().split('\n').flatMap(wrap);
  const width = Math.ceil(COLUMNS * CHARACTER) + 2 * MARGIN;
  const height = lines.length * LINE + 2 * MARGIN;
  const rows = lines.map(
    (characters, row) => `<text x="${MARGIN}" y="${MARGIN + row * LINE + 14}">${spans(characters)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>npx taro-modernize ${ARGS.join(' ')}</title>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g fill="#e6edf3" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace" font-size="13">
${rows.join('\n')}
</g>
</svg>
`;
}

/** A line as rows of styled characters that fit the picture, broken between words if possible. */
function wrap(line) {
  const rows = [[]];
  let style = '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours
  for (const [token, code] of line.matchAll(/\u001b\[(\d+)m|./gu)) {
    if (code !== undefined) {
      style = STYLES[code] ?? '';
      continue;
    }
    const row = rows.at(-1);
    row.push({ character: token, style });
    if (widthOf(row) <= COLUMNS) continue;
    const space = row.findLastIndex(({ character }) => character === ' ');
    const indent = [...'      '].map((character) => ({ character, style: '' }));
    rows.push([...indent, ...row.splice(space > indent.length ? space + 1 : row.length - 1)]);
  }
  return rows;
}

/** Width in columns: Chinese characters and full-width punctuation take two. */
function widthOf(row) {
  return row.filter(({ character }) => /[\u2e80-\uffef]/.test(character)).length + row.length;
}

function spans(characters) {
  let made = '';
  for (let at = 0; at < characters.length; ) {
    const { style } = characters[at];
    let text = '';
    for (; at < characters.length && characters[at].style === style; at++) text += characters[at].character;
    const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    // Viewers collapse consecutive plain spaces.
    const kept = safe.replace(/ /g, '\u00a0');
    made += style ? `<tspan ${style}>${kept}</tspan>` : kept;
  }
  return made;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [lang, file] of Object.entries(PICTURES)) writeFileSync(join(root, file), picture(lang));
}
