import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ts } from 'ts-morph';
import { expect, it } from 'vitest';
import { toPosix } from '../../src/project/paths';
import { nearestConfig, readConfig } from '../../src/project/typing/config';
import { TypedProgram } from '../../src/project/typing/typed-program';
import { loadTypeScript } from '../../src/project/typing/typescript';
import { wholeHost } from '../support/typed-project';

// Other questions: FUZZ_SEED=2. Another folder of TypeScript or JavaScript: FUZZ_SOURCES=/…/src
const { FUZZ_SEED = 20, FUZZ_SOURCES = join(import.meta.dirname, '../../src/engine') } = process.env;

const typescript = (await loadTypeScript())!;
const { ts: api } = typescript;

/** The objects in a file of which a property is read. */
function objectsIn(node: ts.Node): ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (inner: ts.Node): void => {
    if (api.isPropertyAccessExpression(inner)) found.push(inner.expression);
    api.forEachChild(inner, visit);
  };
  visit(node);
  return found;
}

it('the needed statements give the types of whole programs in real modules', () => {
  const files = (readdirSync(FUZZ_SOURCES, { recursive: true }) as string[])
    .filter((name) => /(?<!\.d)\.[jt]sx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => toPosix(join(FUZZ_SOURCES, name)));
  const config = readConfig(api, nearestConfig(files[0]!)!, files[0]!);
  const { options, declarations } = config;
  const host = wholeHost(typescript, options, new Map());
  const whole = api.createProgram({ rootNames: [...files, ...declarations], options, host });
  const random = fc.sample(fc.nat(), { numRuns: files.length, seed: Number(FUZZ_SEED) });

  const program = new TypedProgram(typescript, config);
  const questions = files.flatMap((path, index) => {
    const objects = objectsIn(whole.getSourceFile(path)!);
    if (objects.length === 0) return [];
    const at = random[index]! % objects.length;
    // A position inside the object, which is before the name of the property.
    program.add(path, readFileSync(path, 'utf8'), [objects[at]!.end - 1]);
    return [{ path, at }];
  });
  const typeIn = (checker: ts.TypeChecker, file: ts.SourceFile, at: number) => {
    const object = objectsIn(file).find(({ end }) => end === at)!;
    const text = checker.typeToString(
      checker.getTypeAtLocation(object),
      undefined,
      api.TypeFormatFlags.NoTruncation,
    );
    // The order of a union's members depends on what has been read before.
    return [...text].sort().join('');
  };
  const compared = questions.map(({ path, at }) => {
    const file = whole.getSourceFile(path)!;
    const { end } = objectsIn(file)[at]!;
    const place = `${path}:${end}`;
    return {
      expected: `${place} ${typeIn(whole.getTypeChecker(), file, end)}`,
      given: `${place} ${typeIn(program.checker, program.file(path)!, end)}`,
    };
  });
  expect(compared.length).toBeGreaterThan(50);
  expect(compared.map(({ given }) => given)).toEqual(compared.map(({ expected }) => expected));
});
