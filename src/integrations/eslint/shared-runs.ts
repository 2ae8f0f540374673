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
  const runs = new WeakMap<object, LintRun>();
  // All rules ask about one text before the next. A WeakMap with an entry for each file would cost 3 µs more per file.
  let asked: string | undefined;
  let isLastCandidate = false;
  return (context) => {
    const { sourceCode } = context;
    const { text } = sourceCode;
    if (text !== asked) {
      asked = text;
      // Other languages than JavaScript may have no text.
      isLastCandidate = typeof text === 'string' && isCandidate(text);
    }
    if (!isLastCandidate) return undefined;
    const known = runs.get(sourceCode);
    if (known && !known.hasBegun) return known;
    const run = new LintRun(() => open(context));
    runs.set(sourceCode, run);
    return run;
  };
}
