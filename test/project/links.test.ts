/** A canvas changes together with the calls in all files of the app that draw on it. */
import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { ProjectFinder } from '../../src/project/detect';
import { scan } from '../../src/project/scan';
import { tree } from '../cli/support/tree';
import { runOptions } from '../support/run-options';

const PAGE = `Page({ onReady() { wx.createCanvasContext('poster').draw(); } });\n`;
const TEMPLATE = '<canvas canvas-id="poster"></canvas>\n';
const HELPER = `module.exports = () => wx.canvasToTempFilePath({ canvasId: 'poster' });\n`;

/** The files that a run over a native app would change, and the reasons for what stays. */
async function run(sources: Record<string, string>) {
  const root = tree({
    'app.json': '{ "pages": ["a/a"] }',
    'project.config.json': '{}',
    ...sources,
  });
  const scanned = await scan(
    runOptions(root, { migrations: ['create-canvas-context-to-canvas-2d'], target: '2.25.3' }),
    new ProjectFinder(),
  );
  const inOrder = [...scanned.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const shown = (path: string) => relative(root, path).replaceAll('\\', '/');
  return {
    changed: inOrder.flatMap(({ path, change }) => (change ? shown(path) : [])),
    left: inOrder.flatMap(({ path, findings }) =>
      findings
        .filter(({ verdict }) => verdict === 'manual')
        .map((one) => `${shown(path)} ${one.messageId} ${one.data?.place ?? ''}`.trim()),
    ),
  };
}

test('a helper that exports the canvases of several pages changes with all of them', async () => {
  const pages = { 'a/a.js': PAGE, 'a/a.wxml': TEMPLATE, 'b/b.js': PAGE, 'b/b.wxml': TEMPLATE };
  expect(await run({ ...pages, 'utils/save.js': HELPER })).toEqual({
    changed: ['a/a.js', 'a/a.wxml', 'b/b.js', 'b/b.wxml', 'utils/save.js'],
    left: [],
  });
});

test('a helper can have the only call', async () => {
  const helper = `module.exports = () => wx.createCanvasContext('poster');\n`;
  const { changed, left } = await run({ 'a/a.js': 'Page({});\n', 'a/a.wxml': TEMPLATE, 'draw.js': helper });
  expect(changed).toEqual(['a/a.wxml', 'draw.js']);
  expect(left).toEqual([]);
});

test('all pages of a helper stay if one of them does', async () => {
  const { changed, left } = await run({
    'a/a.js': PAGE,
    'a/a.wxml': TEMPLATE,
    'b/b.wxml': '<canvas canvas-id="poster" id="other"></canvas>\n',
    'utils/save.js': HELPER,
  });
  expect(changed).toEqual([]);
  expect(left).toContain('a/a.js manual/linked-stays b/b.wxml:1:2');
});

test('a helper that also uses the id in another way keeps the canvas', async () => {
  const other = `${HELPER}wx.drawCanvas({ canvasId: 'poster' });\n`;
  const { changed, left } = await run({ 'a/a.js': PAGE, 'a/a.wxml': TEMPLATE, 'save.js': other });
  expect(changed).toEqual([]);
  expect(left).toContain('a/a.js manual/link-mentioned save.js:2:27');
});

test('with a helper, no other file may use the id, not even for a canvas that is not known', async () => {
  const { changed, left } = await run({
    'a/a.js': PAGE,
    'a/a.wxml': TEMPLATE,
    'save.js': HELPER,
    'b/b.js': `// A generated page\nrender('<canvas canvas-id="poster">', 'poster');\n`,
  });
  expect(changed).toEqual([]);
  expect(left).toContain('a/a.js manual/link-mentioned b/b');
});

test('with a helper, the script of the page may not use the id in another way', async () => {
  const { changed, left } = await run({
    'a/a.js': `Page({ read() { wx.drawCanvas({ canvasId: 'poster' }); } });\n`,
    'a/a.wxml': TEMPLATE,
    'draw.js': `module.exports = () => wx.createCanvasContext('poster');\n`,
  });
  expect(changed).toEqual([]);
  expect(left).toContain('a/a.wxml manual/link-mentioned a/a');
});

test('without a helper, a page changes whatever the others with the same id do', async () => {
  const { changed } = await run({
    'a/a.js': PAGE,
    'a/a.wxml': TEMPLATE,
    'b/b.js': `${PAGE}use('poster');\n`,
    'b/b.wxml': TEMPLATE,
  });
  expect(changed).toEqual(['a/a.js', 'a/a.wxml']);
});

test('a comment in a template and the name of a tag are no uses of the id', async () => {
  const { left } = await run({
    'c.js': `document.createElement('poster');\n`,
    'a/a.js': PAGE,
    'a/a.wxml': `<!-- <canvas canvas-id="poster" /> -->\n${TEMPLATE}`,
    'b/b.wxml': '<!-- <view data-id="poster" /> -->\n<view />\n',
  });
  expect(left).toEqual([]);
});

test('the other file of a page is named without folders', async () => {
  const { left } = await run({ 'a/a.js': PAGE, 'a/a.wxml': `${TEMPLATE}<view id="poster" />\n` });
  expect(left).toEqual(['a/a.js manual/link-mentioned a.wxml:2:10', 'a/a.wxml manual/link-mentioned 2:10']);
});

test('a call for a canvas that is already a new one has no effect', async () => {
  const { left } = await run({ 'a/a.js': PAGE, 'a/a.wxml': '<canvas canvas-id="poster" type="2d" />\n' });
  expect(left).toEqual(['a/a.js manual/linked-is-new a.wxml:1:2']);
});
