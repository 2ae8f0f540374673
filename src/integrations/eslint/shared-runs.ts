import type { RuleContext } from './host';
import { type LintedFile, LintRun } from './lint-run';

/**
 * Finds the run shared by the rules of one pass over a file. ESLint passes them the same source object, even
 * if it lints it again with other rules, so a run that has started accepts no more rules.
 * @returns a function that returns `undefined` for a file that mentions no API
 */
export function sharedRuns(
  isCandidate: (text: string) => boolean,
  open: (context: RuleContext) => LintedFile,
): (context: RuleContext) => LintRun | undefined {
  const runs = new WeakMap<object, LintRun>();
  // All rules ask about one text before the next one. A WeakMap with an entry per file would cost 3 µs more
  // per file.
  let asked: string | undefined;
  let isLastCandidate = false;
  return (context) => {
    // Not `context.sourceCode`: each file's contexts inherit from another object, and after every such change
    // V8 prepares the property for fast access, which takes longer than looking it up once.
    const sourceCode = Reflect.get(context, 'sourceCode') as RuleContext['sourceCode'];
    const { text } = sourceCode;
    if (text !== asked) {
      asked = text;
      // Languages other than JavaScript may have no text.
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
