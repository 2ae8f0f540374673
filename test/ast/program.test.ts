import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import traverse from '@babel/traverse';
import type { File, Node } from '@babel/types';
import { describe, expect, test } from 'vitest';
import type { NodePath } from '../../src/ast/node-path';
import { readProgram } from '../../src/ast/program';
import { parse } from '../../src/engine/parse/parse';
import { fixtures } from '../support/fixtures';

/** A difference from Babel's scopes: what `x` at the end of the code is bound to, by the kind of the binding. */
interface Difference {
  what: string;
  code: string;
  babel: string | undefined;
  ours: string | undefined;
}

/** Names that Babel does not bind, although they hide others at run time. */
const ADDED: readonly Difference[] = [
  { what: 'an enum', code: 'const x = 1; { enum x { a } x }', babel: 'const', ours: 'enum' },
  {
    what: 'a member of an enum, in all declarations of the enum',
    code: 'const x = 1; enum E { x } enum E { b = x }',
    babel: 'const',
    ours: 'enum member',
  },
  {
    what: 'a namespace with values',
    code: 'namespace N { namespace x { f() } x }',
    babel: undefined,
    ours: 'namespace',
  },
  {
    what: 'the last part of a dotted namespace',
    code: 'namespace N.x { x }',
    babel: undefined,
    ours: 'namespace',
  },
  {
    what: 'an export of another declaration of the same namespace',
    code: 'const x = 1; namespace N { export let x = 2 } namespace N { x }',
    babel: 'const',
    ours: 'let',
  },
  {
    what: 'a parameter property',
    code: 'const x = 1; class C { constructor(private x) { x } }',
    babel: 'const',
    ours: 'parameter property',
  },
  {
    what: 'a function without a body, in a block',
    code: 'const x = 1; { declare function x(): void; x }',
    babel: 'const',
    ours: 'overload',
  },
  {
    what: 'a property of the object of `with`, which may have any name',
    code: 'const x = 1; with (a) { x }',
    babel: 'const',
    ours: 'dynamic',
  },
  {
    what: 'a function in a block of sloppy code, around the block',
    code: '{ function x() {} } x',
    babel: undefined,
    ours: 'dynamic',
  },
  {
    what: 'a function as a branch, which is a function in a block',
    code: 'if (a) function x() {} x',
    babel: 'hoisted',
    ours: 'dynamic',
  },
];

/** Names in types that Babel regards as references to values, by the parent and its field. */
const TYPE_NAMES: readonly { what: string; code: string; place: string }[] = [
  { what: 'a method of an interface', code: 'interface I { x(): void }', place: 'TSMethodSignature.key' },
  {
    what: 'a parameter of that method',
    code: 'interface I { a(x): void }',
    place: 'TSMethodSignature.parameters',
  },
  {
    what: 'a parameter of a call signature',
    code: 'interface I { (x): void }',
    place: 'TSCallSignatureDeclaration.parameters',
  },
  {
    what: 'a parameter of a construct signature',
    code: 'interface I { new (x): void }',
    place: 'TSConstructSignatureDeclaration.parameters',
  },
  {
    what: 'a parameter of an index signature',
    code: 'interface I { [x: string]: 1 }',
    place: 'TSIndexSignature.parameters',
  },
  {
    what: 'a parameter of a function type',
    code: 'type F = (x) => void',
    place: 'TSFunctionType.parameters',
  },
  {
    what: 'a parameter of a constructor type',
    code: 'type F = new (x) => void',
    place: 'TSConstructorType.parameters',
  },
  { what: 'an element of a tuple', code: 'type T = [x: 1]', place: 'TSNamedTupleMember.label' },
  { what: 'an interface', code: 'namespace N { interface x {} }', place: 'TSInterfaceDeclaration.id' },
  { what: 'a type alias', code: 'namespace N { type x = 1 }', place: 'TSTypeAliasDeclaration.id' },
  { what: 'a namespace', code: 'namespace x { f() }', place: 'TSModuleDeclaration.id' },
  {
    what: 'a function without a body',
    code: 'namespace N { function x(): void }',
    place: 'TSDeclareFunction.id',
  },
  {
    what: 'a parameter of that function',
    code: 'declare function f(x): void',
    place: 'TSDeclareFunction.params',
  },
  {
    what: 'a method without a body',
    code: 'abstract class C { abstract x(): void }',
    place: 'TSDeclareMethod.key',
  },
  {
    what: 'a parameter of that method',
    code: 'abstract class C { abstract m(x): void }',
    place: 'TSDeclareMethod.params',
  },
  { what: 'a type alias of Flow', code: '/* @flow */ type x = 1', place: 'TypeAlias.id' },
  { what: 'an opaque type of Flow', code: '/* @flow */ opaque type x = 1', place: 'OpaqueType.id' },
  { what: 'a class that Flow declares', code: '/* @flow */ declare class x {}', place: 'DeclareClass.id' },
  {
    what: 'a function that Flow declares',
    code: '/* @flow */ declare function x(): void',
    place: 'DeclareFunction.id',
  },
  {
    what: 'a type of Flow by its name',
    code: '/* @flow */ type x = 1; type T = x',
    place: 'GenericTypeAnnotation.id',
  },
  {
    what: 'a parameter of a function type of Flow',
    code: '/* @flow */ type F = (x: 1) => void',
    place: 'FunctionTypeParam.name',
  },
  {
    what: 'an index of an object type of Flow',
    code: '/* @flow */ type T = { [x: string]: 1 }',
    place: 'ObjectTypeIndexer.id',
  },
];

function read(code: string) {
  const file = parse(code, /^\/\* @flow|\bwith\b/.test(code) ? 'a.js' : 'a.ts');
  const tree = readProgram(file, '');
  const paths = new Map<object, NodePath<Node>>(tree.program.root.paths.map((path) => [path.node, path]));
  return { file, tree, paths };
}

describe("names that Babel's scopes do not bind", () => {
  test.each(ADDED)('$what: $code', ({ code, babel, ours }) => {
    const { file, tree } = read(code);
    const last = tree.program.root.paths.filter((path) => path.isIdentifier({ name: 'x' })).at(-1)!;
    expect(last.scope.getBinding('x')?.kind).toBe(ours);
    let kind: string | undefined;
    traverse(file, {
      Identifier({ node, scope }) {
        if (node === last.node) kind = scope.getBinding('x')?.kind;
      },
    });
    expect(kind).toBe(babel);
  });
});

describe("names in types that Babel's scopes count as references", () => {
  test.each(TYPE_NAMES)('$what: $code', ({ code, place }) => {
    const isDeclared = /\b(type|class|function) x\b/.test(code) && code.startsWith('/*');
    const { file, tree, paths } = read(isDeclared ? code : `${code}\nvar x = 1;`);
    expect(tree.program.scope.getBinding('x')?.referencePaths).toEqual([]);
    const places: string[] = [];
    traverse(file, {
      Program({ scope }) {
        for (const { node } of scope.getBinding('x')!.referencePaths) places.push(placeOf(paths.get(node)!));
      },
    });
    expect(places).toContain(place);
  });
});

function placeOf({ parent, listKey, key }: NodePath<Node>): string {
  return `${parent.type}.${listKey ?? key}`;
}

const OWN_KINDS: ReadonlySet<string | undefined> = new Set(
  ADDED.map(({ ours }) => ours).filter((kind) => kind !== 'let'),
);
const TYPE_PLACES: ReadonlySet<string> = new Set(TYPE_NAMES.map(({ place }) => place));
/** Nodes whose scope Babel does not have. */
const OWN_SCOPES = /^(TSEnumDeclaration|TSModuleDeclaration|WithStatement)$/;

interface Named {
  kind: string;
  path: { node: object };
  constantViolations: readonly { node: object }[];
  referencePaths: readonly { node: object }[];
}

/** The scopes of a program as text, without the differences above. */
function scopesOf(file: File): { babel: string[]; ours: string[] } {
  const tree = readProgram(file, '');
  const { paths } = tree.program.root;
  const pathOf = new Map<object, NodePath<Node>>(paths.map((path) => [path.node, path]));
  const isShared = (name: string, path: NodePath<Node>) =>
    !OWN_KINDS.has(path.scope.getBinding(name)?.kind) && !TYPE_PLACES.has(placeOf(path));
  const described = (bindings: Iterable<readonly [string, Named | undefined]>): string[] =>
    [...bindings]
      .flatMap(([name, binding]) => {
        if (!binding || OWN_KINDS.has(binding.kind)) return [];
        const at = (places: readonly { node: object }[]) =>
          places.flatMap(({ node }) => {
            const path = pathOf.get(node)!;
            return isShared(name, path) ? [path.index] : [];
          });
        const { kind, path, constantViolations, referencePaths } = binding;
        const places = [pathOf.get(path.node)!.index, at(constantViolations), at(referencePaths)];
        return JSON.stringify([name, kind, ...places]);
      })
      .sort();
  const ours = paths
    .filter((path) => path.scope.path === path && !OWN_SCOPES.test(path.type))
    .map((path) => `${path.index} ${described(path.scope.bindings)}`);
  const babel: string[] = [];
  const globals: string[] = [];
  traverse(file, {
    Program({ scope }) {
      globals.push(...Object.keys(scope.globals));
    },
    Scope({ node, scope }) {
      babel.push(`${pathOf.get(node)!.index} ${described(Object.entries(scope.bindings))}`);
    },
  });
  expect(globals.filter((name) => tree.countOf(name) === 0)).toEqual([]);
  return { babel, ours };
}

// Babel rejects `function a() {} if (b) function a() {}`.
const inputs = fixtures().filter(
  ({ extension, name }) => /^[cm]?[jt]sx?$/.test(extension) && !name.startsWith('sloppy-functions'),
);

test.each(
  inputs.map((fixture) => [`${fixture.folder}/${fixture.name}.${fixture.extension}`, fixture] as const),
)('apart from these differences, %s has the same scopes as in Babel', (_, { input, name, extension }) => {
  const { babel, ours } = scopesOf(parse(input.replace(/^\uFEFF/, ''), `${name}.${extension}`));
  expect(ours).toEqual(babel);
});

test('src/ast/node-types.ts matches what scripts/node-types.mjs generates from the definitions of Babel', async () => {
  // @ts-expect-error scripts are plain JavaScript without declarations
  const { default: text } = await import('../../scripts/node-types.mjs');
  const path = fileURLToPath(new URL('../../src/ast/node-types.ts', import.meta.url));
  expect(readFileSync(path, 'utf8')).toBe(text);
});
