import * as vueCompiler from '@vue/compiler-sfc';
import { describe, expect, test } from 'vitest';
import { OutputError, type RewriteOptions, rewrite } from '../../src/project/rewrite';
import {
  componentMentions,
  components,
  type Mention,
  mentions,
  packageFiles,
  type Sample,
  some,
  test262,
} from '../support/corpora';

// A part of each corpus. To run all of them, including libraries that npm downloads: CORPORA=whole npx vitest
// run test/engine/corpora
const isWhole = process.env.CORPORA === 'whole';
const LIBRARIES = ['@dcloudio/uni-ui', ...(isWhole ? ['element-ui@2.15.14', 'wot-design-uni@1.14.0'] : [])];
const PROJECTS: readonly Partial<RewriteOptions>[] = [{ project: 'native' }, { project: 'taro' } as const];

interface Outcomes {
  /** The number of rewritten programs, and of rejected ones by code. */
  counts: Record<string, number>;
  /** Programs that are not rewritten as they should be. */
  defects: string[];
}

/** Rewrites programs that parse. The engine reads its output back. */
function outcomes(
  samples: readonly Sample[],
  mention: (sample: Sample) => Mention[],
  nameOf: (sample: Sample) => string,
  options: Partial<RewriteOptions> = {},
): Outcomes {
  const counts: Outcomes['counts'] = {};
  const defects: string[] = [];
  for (const sample of samples) {
    for (const { how, text } of mention(sample)) {
      for (const project of PROJECTS) {
        const what = outcome(text, { ...options, ...project, filename: nameOf(sample) });
        counts[what] = (counts[what] ?? 0) + 1;
        if (/Error/.test(what))
          defects.push(`${what} in ${sample.name} with ${how}\n\n${text.slice(0, 2000)}`);
      }
    }
  }
  if (isWhole) console.log(samples.length, counts);
  return { counts, defects };
}

function outcome(text: string, options: RewriteOptions): string {
  try {
    const { findings } = rewrite(text, options);
    if (findings.some(({ verdict }) => verdict === 'rewritten')) return 'rewritten';
    return [...new Set(findings.map(({ verdict, code }) => `${verdict} ${code}`))].join(', ');
  } catch (error) {
    return error instanceof OutputError ? `OutputError: ${error.detail}` : String(error);
  }
}

describe('programs with an added call', () => {
  test("every program of test262's parser tests with an added call is rewritten to valid output or rejected with a code", () => {
    const all = test262();
    expect(all.length).toBe(3962);
    const samples = isWhole ? all : some(all, 150);
    const { counts, defects } = outcomes(samples, mentions, ({ isModule }) => (isModule ? 'a.mjs' : 'a.js'));
    expect(defects.slice(0, 3)).toEqual([]);
    expect(counts.rewritten).toBeGreaterThan(samples.length);
  }, 3_600_000);

  test('every file of npm packages with an added call is rewritten to valid output or rejected with a code', () => {
    const samples = some(packageFiles(), isWhole ? 3000 : 40);
    const { counts, defects } = outcomes(samples, mentions, ({ name }) => name);
    expect(defects.slice(0, 3)).toEqual([]);
    expect(counts.rewritten).toBeGreaterThan(samples.length);
  }, 3_600_000);

  test.each(
    LIBRARIES,
  )('every component of %s with an added call is rewritten to valid output or rejected with a code', (library) => {
    const all = components(library);
    expect(all.length).toBeGreaterThan(50);
    const samples = isWhole ? all : some(all, 25);
    const { counts, defects } = outcomes(samples, componentMentions, ({ name }) => name, { vueCompiler });
    expect(defects.slice(0, 3)).toEqual([]);
    expect(counts.rewritten).toBeGreaterThan(samples.length);
  }, 3_600_000);
});
