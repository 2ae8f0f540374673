import { expect, test } from 'vitest';
import { DepthError, normalize, rewrite as rewriteWith } from '../../src/engine';
import { parse } from '../../src/engine/parse/parse';
import createCanvasContext from '../../src/migrations/create-canvas-context/migration';
import { callsDuring } from '../support/calls';
import { rewrite } from '../support/fake-migration';
import { hostileInputs } from '../support/hostile';

const SIZE = 10_000;

const inputs = hostileInputs(SIZE);
const ordinary = inputs.find(([what]) => what === 'calls')![1];
/** 200 times what parsing the same amount of ordinary code takes. */
const BUDGET = 200 * callsDuring(() => parse(ordinary, 'a.js'));

/** Rewrites an input with the options that do the most work, or reports that it is nested too deeply. */
function rewriteAll(text: string): void {
  const isTyped = /\b(enum|namespace|private|as any)\b|: A<|!!\./.test(text);
  const filename = isTyped ? 'a.ts' : 'a.jsx';
  try {
    rewrite(text, { filename, project: 'native', todo: true, shareManager: true });
  } catch (error) {
    expect(error).toBeInstanceOf(DepthError);
  }
}

test.each(inputs)('10 kB of %s are rewritten within the budget of function calls', (_, text) => {
  expect(text.length).toBeGreaterThan(SIZE * 0.9);
  const calls = callsDuring(() => rewriteAll(text));
  expect(calls).toBeLessThan(BUDGET);
});

const CANVAS = `
import Platform from '@tarojs/taro'
import { Canvas } from '@tarojs/components'
export function Chart() {
  Platform.createCanvasContext('chart').draw()
  return <Canvas canvasId="chart" />
}`;

function linkBeside(text: string): void {
  const options = normalize({ filename: 'a.tsx', linkedElsewhere: () => undefined }, [createCanvasContext]);
  try {
    rewriteWith(text + CANVAS, options);
  } catch (error) {
    expect(error).toBeInstanceOf(DepthError);
  }
}

test.each(inputs)('a canvas is linked beside 10 kB of %s within the budget of function calls', (_, text) => {
  expect(callsDuring(() => linkBeside(text))).toBeLessThan(BUDGET);
});

test('a file of four times the length takes about four times the calls to link a canvas', () => {
  const [short, long] = [SIZE, 4 * SIZE].map((size) => {
    const [, text] = hostileInputs(size).find(([what]) => what === 'members read often')!;
    return callsDuring(() => linkBeside(text));
  });
  expect(long! / short!).toBeLessThan(6);
});
