import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../src/engine/parse/parse';
import { fakePlugin } from '../support/fake-plugin';
import { rewriteFixture } from '../support/fixtures';
import { type Drawing, draw, drawings } from '../support/fuzz/changes';
import { compile } from '../support/fuzz/compile';
import { isReplay, randomly } from '../support/random';

const parameters = randomly(250);

const printed = drawings.map((drawing) =>
  Object.defineProperty({ ...drawing }, fc.toStringMethod, { value: () => `${drawing.text}\n` }),
);

function isProgram({ text, filename }: Drawing): boolean {
  try {
    parse(text, filename);
    return true;
  } catch {
    return false;
  }
}

test('random programs: edited arguments, assignments and split calls keep their behavior, in text and with a Babel plugin', async () => {
  const rewritten = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(printed, async (drawing) => {
      fc.pre(isProgram(drawing));
      const { text, filename } = drawing;
      const options = { filename, migration: 'changes' } as const;
      const result = rewriteFixture(text, options);
      for (const { messageId } of result.findings)
        rewritten.set(messageId, (rewritten.get(messageId) ?? 0) + 1);
      const again = rewriteFixture(result.code, options);
      expect(again.code).toBe(result.code);
      const comments = (code: string) => code.match(/\/\*[\s\S]*?\*\/|\/\/ \w+/g)?.length ?? 0;
      expect(comments(result.code)).toBe(comments(text));
      expect(result.code.includes('\r\n')).toBe(text.includes('\r\n'));
      expect(/(?<!\r)\n/.test(result.code)).toBe(/(?<!\r)\n/.test(text));
      if (!result.changed) return;
      const trace = async (code: string) => (await draw(code)).join('\n');
      const before = await trace(compile(text, filename));
      expect(await trace(compile(result.code, filename)), result.code).toBe(before);
      const byPlugin = compile(text, filename, fakePlugin(options, filename));
      expect(await trace(byPlugin), byPlugin).toBe(before);
    }),
    parameters,
  );
  // A single program proves nothing about the others.
  if (isReplay) return;
  const runs = parameters.numRuns;
  expect(rewritten.get('rewritten/assigned')).toBeGreaterThan(runs / 4);
  expect(rewritten.get('rewritten/call')).toBeGreaterThan(runs / 4);
  expect(rewritten.get('rewritten/split')).toBeGreaterThan(runs / 20);
  expect(rewritten.get('manual/other-arguments')).toBeGreaterThan(runs / 20);
}, 3_600_000);
