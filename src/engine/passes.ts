import { classifyCandidates } from './classify/classify';
import type { Decision } from './classify/decision';
import { familyUses, holdBack } from './families';
import type { AnalyzedFile } from './file';
import { keepLinked } from './links/keep-linked';
import type { ElementPlan } from './markup/plan-elements';
import { addChecks, addLeftBehind } from './passes/checks';
import { addCompanions } from './passes/companions';
import { addComputedNames } from './passes/computed';
import { settleFeatureTests } from './passes/feature-tests';
import { keepPatched, needImport, needPlatform } from './passes/obstacles';
import type { Pass } from './passes/pass';
import { keepPatternOrder } from './passes/pattern-order';
import { suppress } from './passes/suppress';
import { typeTests } from './passes/typed-tests';
import type { FamilyUse, LinkUse } from './types';

/** The decisions on all candidates and elements of a file, and what others need to know of it. */
interface Decided {
  decisions: readonly Decision[];
  elements: ElementPlan;
  links: LinkUse[];
  families: FamilyUse[];
}

/** All passes in order. A pass may depend on what previous ones decided to rewrite. */
const PASSES: readonly Pass[] = [
  addComputedNames,
  // Reasons that apply to the whole file.
  needPlatform,
  // Suppressed code stays, so a suppressed patch does.
  keepPatched,
  // Suppression comments do not depend on the following passes.
  suppress,
  keepPatternOrder,
  // A feature test is rewritten together with the code that it guards.
  settleFeatureTests,
  typeTests,
  // Changes that are needed because the file uses a runtime.
  addCompanions,
  addChecks,
  addLeftBehind,
  // Comments may contain the codes of added decisions and of rewritten tests.
  suppress,
  // Last, because only remaining rewrites need an import.
  needImport,
  // A use stays if its declaration has stayed.
  suppress,
];

/**
 * Decides on all candidates in a file without changing the AST or the text: first on each separately, then in
 * passes over all of them. Families that are held back are decided once more, so that what stays does not
 * depend on that. Last come elements, because they are linked only to calls that are rewritten.
 */
export function decide(file: AnalyzedFile): Decided {
  const first: readonly Decision[] = classifyCandidates(file);
  const pass = (decisions: readonly Decision[]) =>
    PASSES.reduce((before, next) => next(before, file), decisions);
  const decided = pass(first);
  const held = holdBack(first, decided, file);
  const { text, options, template } = file;
  const linked = keepLinked(held === first ? decided : pass(held), file.elements(), {
    text,
    options,
    script: file,
    template,
  });
  return {
    // Comments may have the code of what stays.
    decisions: suppress(linked.decisions, file),
    elements: linked.plan,
    links: linked.uses,
    families: familyUses(decided, file),
  };
}
