import { expect, test } from 'vitest';
import { rewrite } from '../support/fake-migration';

const SOURCE =
  "import { api } from './api'\napi.startRecord({})\nmake().startRecord({})\napi.deep.stopRecord()\n";
const run = (decideMember: (offset: number) => 'platform' | 'foreign' | undefined) =>
  rewrite(SOURCE, { filename: 'a.ts', decideMember });

test('the engine asks for the type of a member that scopes cannot resolve, by the offset of its name', () => {
  const asked: string[] = [];
  run((offset) => {
    asked.push(SOURCE.slice(offset, offset + 11));
    return undefined;
  });
  expect(asked).toEqual(['startRecord', 'startRecord', 'stopRecord(']);
});

test('a member of the platform is rewritten, unless that would drop an object with side effects', () => {
  const { code, findings } = run(() => 'platform');
  expect(code).toContain('\nrecorder.start({})\nmake().startRecord({})\nrecorder.stop()\n');
  expect(findings.map(({ verdict }) => verdict)).toEqual(['rewritten', 'manual', 'rewritten']);
});

test('a member of another API is ignored, with the reason', () => {
  const { changed, findings } = run(() => 'foreign');
  expect(changed).toBe(false);
  expect(findings.map(({ code }) => code)).toEqual(['REC213', 'REC213', 'REC213']);
});
