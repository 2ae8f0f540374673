import type { RuleContext } from './host';
import { type LintedFile, LintRun } from './lint-run';

/**
 * Finds the run that the rules of one pass over a file share. ESLint gives them the same object for the source, also
 * when it lints that once more, with other rules perhaps: a run that has begun takes no more rules.
 * @returns a function whose result is `undefined` for a file that mentions no API.
 */
export function sharedRuns(
  isCandidate: (text: string) => boolean,
  open: (context: RuleContext) => LintedFile,
): (context: RuleContext) => LintRun | undefined {
  const runs = new WeakMap<object, LintRun | null>();
  return (context) => {
    const { sourceCode } = context;
    const known = runs.get(sourceCode);
    if (known === null) return undefined;
    if (known && !known.hasBegun) return known;
    // Other languages than JavaScript may have no text.
    const { text } = sourceCode;
    const run = typeof text === 'string' && isCandidate(text) ? new LintRun(() => open(context)) : null;
    runs.set(sourceCode, run);
    return run ?? undefined;
  };
}
