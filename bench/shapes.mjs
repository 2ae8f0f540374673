// Files that repeat one construct: rewriting twice as many must take about twice as long, as parsing does.
import { createRequire } from 'node:module';
import { parse } from '@babel/parser';
import { printTable } from './support/measure.mjs';

const require = createRequire(import.meta.url);
const CALL = 'Taro.getSystemInfoSync()';
const times = (n, write, between = '\n') => Array.from({ length: n }, (_, at) => write(at)).join(between);

const SHAPES = {
  'calls in one chain of alternatives': (n) => `x = ${times(n, () => CALL, ' || ')}`,
  'calls in one conditional': (n) => `x = ${times(n, (at) => `a${at} ? ${CALL} : `, '')}null`,
  'calls assigned to one name': (n) => `let i\n${times(n, () => `i = ${CALL}; log(i.brand)`)}`,
  'methods that assign one private field': (n) =>
    `class A { #i\n${times(n, (at) => `m${at}() { this.#i = ${CALL}; return this.#i.brand }`)} }`,
  'private fields': (n) =>
    `class A {\n${times(n, (at) => `#i${at} = ${CALL}; m${at}() { return this.#i${at}.brand }`)} }`,
  'classes that extend each other': (n) =>
    `class A0 { api = Taro }\n${times(n, (at) => `class A${at + 1} extends A${at} { api = Taro; m() { this.api.stopRecord() } }`)}`,
};

/** The median time of a function in ms. */
function median(rounds, run) {
  const all = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return all.sort((a, b) => a - b)[rounds >> 1];
}

export function shapes({ rounds }) {
  const { rewrite } = require('../dist/engine/index.js');
  const rows = Object.entries(SHAPES).map(([name, write]) => {
    const [one, two] = [400, 800].map((n) => {
      const text = `import Taro from '@tarojs/taro'\n${write(n)}\n`;
      const parsing = median(rounds, () => parse(text, { sourceType: 'module' }));
      return { parsing, own: median(rounds, () => rewrite(text, { filename: 'a.js' })) };
    });
    const ratio = (value) => value.toFixed(1);
    return [name, ratio(one.own / one.parsing), ratio(two.own / two.parsing), ratio(two.own / one.own)];
  });
  printTable(['400 of one construct', 'times a parse', '800: times a parse', '800 to 400'], rows);
}
