import { expect, test } from 'vitest';
import { rewrite } from '../../src/project/rewrite';
import { callsDuring } from '../support/calls';

const CALL = 'm() { this.api.stopRecord() }';
const lines = (count: number, write: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => write(at)).join('\n');
const codes = (text: string) =>
  rewrite(`${text}\nexport {}`, { filename: 'a.js', platforms: ['weapp'] }).findings.map(({ code }) => code);

const OBJECTS: [string, (count: number) => string][] = [
  [
    'classes that extend each other',
    (count) =>
      `class A0 { api = wx }\n${lines(count, (at) => `class A${at + 1} extends A${at} { api = wx; ${CALL} }`)}`,
  ],
  [
    'classes that extend the next one',
    (count) =>
      `${lines(count, (at) => `class A${at} extends A${at + 1} { api = wx; ${CALL} }`)}\nclass A${count} {}`,
  ],
  [
    'classes that extend each other, each with a name of its own',
    (count) =>
      `class A0 {}\n${lines(count, (at) => `class A${at + 1} extends A${at} { api${at} = wx; m() { this.api${at}.stopRecord() } }`)}`,
  ],
  [
    'classes that extend each other without the platform',
    (count) =>
      `class A0 { api = {} }\n${lines(count, (at) => `class A${at + 1} extends A${at} { api = {}; ${CALL} }`)}`,
  ],
  [
    'classes that extend each other and write computed names',
    (count) =>
      `class A0 {}\n${lines(count, (at) => `class A${at + 1} extends A${at} { api = wx; n(k) { this[k] = 1 } ${CALL} }`)}`,
  ],
  [
    'classes that extend one class',
    (count) =>
      `class A { api = wx }\n${lines(count, (at) => `class A${at} extends A { api = wx; ${CALL} }`)}`,
  ],
  ['separate classes', (count) => lines(count, (at) => `class A${at} { api = wx; ${CALL} }`)],
  [
    'separate classes that code outside writes',
    (count) => lines(count, (at) => `class A${at} { api = wx; ${CALL} }\nmade(${at}).api = wx`),
  ],
  ['object literals', (count) => lines(count, (at) => `const a${at} = { api: wx, ${CALL} }`)],
  [
    'constructor functions',
    (count) => lines(count, (at) => `function A${at}() { this.api = wx; this.api.stopRecord() }`),
  ],
];

test.each(OBJECTS)('twice as many %s take about twice as many function calls', (_, write) => {
  codes(write(10));
  const [once, twice] = [200, 400].map((count) => callsDuring(() => codes(write(count))));
  expect(twice! / once!).toBeLessThan(2.3);
});

test.each([
  ['a subclass', 'class A { api = wx; go() { this.api.stopRecord() } }\nclass B extends A { api = mine }'],
  ['a superclass', 'class A { api = mine }\nclass B extends A { api = wx; go() { this.api.stopRecord() } }'],
  [
    'the second subclass',
    'class A { api = wx; go() { this.api.stopRecord() } }\nclass B extends A {}\nclass C extends A { api = mine }',
  ],
  [
    'the only subclass of a subclass',
    'class A { api = wx; go() { this.api.stopRecord() } }\nclass B extends A {}\nclass C extends B { api = mine }',
  ],
  [
    'a class in a circle',
    'class A extends B { api = wx; go() { this.api.stopRecord() } }\nclass B extends A { api = mine }',
  ],
  [
    'code with an instance',
    'class A { api = wx; go() { this.api.stopRecord() } }\nconst one = make()\none.api = mine',
  ],
])('a member that %s sets to something else is undecided', (_, text) => {
  expect(codes(text)).toEqual(['REC105']);
});

test.each([
  [
    'a class with the same superclass',
    'class A {}\nclass B extends A { api = wx; go() { this.api.stopRecord() } }\nclass C extends A { api = mine }',
  ],
  [
    'the subclass of a class with the same superclass',
    'class A {}\nclass B extends A { api = wx; go() { this.api.stopRecord() } }\nclass C extends A {}\nclass D extends C { api = mine }',
  ],
  [
    'a static field of a subclass',
    'class A { api = wx; go() { this.api.stopRecord() } }\nclass B extends A { static api = mine }',
  ],
])('a member that %s sets stays the platform', (_, text) => {
  expect(codes(text)).toEqual(['REC001']);
});

test('members of related classes that are assigned from each other are the platform', () => {
  const method = 'n() { this.api = this.api || wx } m() { this.api.stopRecord() }';
  expect(codes(`class A { api = wx; ${method} }\nclass B extends A { api = wx; ${method} }`)).toEqual([
    'REC001',
    'REC001',
  ]);
});
