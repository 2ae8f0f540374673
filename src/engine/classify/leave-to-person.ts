import type { Decision } from './decide';
import { ignored, manual } from './verdicts';

/**
 * Makes decisions of a migration that has no runtime: what would be rewritten is a person's to do, and what is not
 * certain to be the platform's is nobody's concern.
 * @param decisions Of one candidate; in a destructuring the property comes first, and its uses after it.
 * @param to What a person is to write.
 * @param docs Where to read about it.
 */
export function leaveToPerson(decisions: readonly Decision[], to: string, docs: string): void {
  const [first] = decisions;
  const isDeclared = decisions.length > 1;
  for (const decision of decisions) {
    const { reason, change } = decision;
    delete decision.change;
    delete decision.unawait;
    delete decision.follows;
    if (reason.verdict === 'ignored') continue;
    if (change?.type === 'string') decision.reason = ignored.featureTest();
    // What is destructured is manual, although it certainly is the platform's API.
    else if (reason.verdict === 'manual' && reason.id !== 'manual/destructured')
      decision.reason = ignored.unconcerned();
    else if (isDeclared && decision === first) decision.reason = ignored.declared();
    else decision.reason = manual.byHand(to, docs);
  }
}
