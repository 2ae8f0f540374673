import { classifyCandidates } from './classify/classify';
import type { Decision } from './classify/decision';
import { familyUses, holdBack } from './families';
import type { AnalyzedFile } from './file';
import { addChecks, addLeftBehind } from './passes/checks';
import { addCompanions } from './passes/companions';
import { addComputedNames } from './passes/computed';
import { settleFeatureTests } from './passes/feature-tests';
import { keepPatched, needImport, needPlatform } from './passes/obstacles';
import type { Pass } from './passes/pass';
import { keepPatternOrder } from './passes/pattern-order';
import { suppress } from './passes/suppress';
import { typeTests } from './passes/typed-tests';
import type { FamilyUse } from './types';

/** All passes in order. A pass may depend on what previous ones decided to rewrite. */
const PASSES: readonly Pass[] = [
  addComputedNames,
  // Reasons that apply to the whole file.
  needPlatform,
  // Suppression comments do not depend on the following passes.
  suppress,
  keepPatched,
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
 * depend on that.
 */
export function decide(file: AnalyzedFile): { decisions: readonly Decision[]; families: FamilyUse[] } {
  const first: readonly Decision[] = classifyCandidates(file);
  const pass = (decisions: readonly Decision[]) =>
    PASSES.reduce((before, next) => next(before, file), decisions);
  const decided = pass(first);
  const held = holdBack(first, decided, file);
  return { decisions: held === first ? decided : pass(held), families: familyUses(decided, file) };
}
